package neptune_test

import (
	"context"
	"fmt"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

// Without an EndTime, WatchEvents continues until its context is done.
func ExampleWatchEvents() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	events := neptune.WatchEvents(context.Background(), client, &neptune.DescribeEventsInput{
		SourceType: types.SourceTypeDbCluster,
		EndTime:    nereid.Time(time.Now().Add(-time.Hour)),
		StartTime:  nereid.Time(time.Now().Add(-2 * time.Hour)),
	})
	n := 0
	for event, err := range events {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*event.SourceIdentifier, *event.Message)
		n++
	}
	fmt.Println(n, "events")
	// Output: 0 events
}

func ExampleNewEventSubscriptionActiveWaiter() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	name := nereid.String("failovers")
	_, err := client.CreateEventSubscription(context.Background(), &neptune.CreateEventSubscriptionInput{
		SubscriptionName: name,
		SnsTopicArn:      nereid.String("arn:aws:sns:us-east-1:123456789012:on-call"),
		SourceType:       nereid.String("db-cluster"),
		EventCategories:  []string{"failover"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := neptune.NewEventSubscriptionActiveWaiter(client, func(o *neptune.EventSubscriptionActiveWaiterOptions) {
		o.MinDelay, o.MaxDelay = time.Millisecond, time.Millisecond // the fake's clock is fast
	}).WaitForOutput(context.Background(), &neptune.DescribeEventSubscriptionsInput{SubscriptionName: name}, time.Minute)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.EventSubscriptionsList[0].Status)
	// Output: active
}
