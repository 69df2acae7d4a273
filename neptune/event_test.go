package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestWatchEvents watches reboots for three hours, during which some polls fail. Each event is
// yielded once, at most one interval late.
func TestWatchEvents(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := neptune.NewFromConfig(server.Config())
		const instances = 150
		for n := range instances {
			server.AddInstance(nereidtest.Instance{ID: fmt.Sprintf("i-%d", n)})
		}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		go func() {
			for n := range instances {
				if n%40 == 39 {
					server.Inject(nereidtest.Fault{Action: "DescribeEvents", Code: "Throttling", Times: 10})
				}
				if _, err := client.RebootDBInstance(t.Context(), &neptune.RebootDBInstanceInput{DBInstanceIdentifier: ptr(fmt.Sprintf("i-%d", n))}); err != nil {
					t.Error(err)
				}
				if n%3 == 0 { // some events have the same time
					<-time.After(time.Minute)
				}
			}
			<-time.After(10 * time.Minute)
			cancel()
		}()
		count := map[string]int{}
		failed := 0
		var last error
		for e, err := range neptune.WatchEvents(ctx, client, &neptune.DescribeEventsInput{SourceType: types.SourceTypeDbInstance}, func(o *neptune.WatchEventsOptions) {
			o.OnError = func(error) { failed++ }
		}) {
			if err != nil {
				last = err
				continue
			}
			count[*e.SourceIdentifier+" "+*e.Message]++
			if late := time.Since(*e.Date); late > 3*time.Minute {
				t.Errorf("%s %s came %s late", *e.SourceIdentifier, *e.Message, late)
			}
		}
		if !errors.Is(last, context.Canceled) {
			t.Errorf("the watch ended with %v", last)
		}
		if failed == 0 {
			t.Error("no look failed")
		}
		for n := range instances {
			for _, what := range []string{"DB instance shutdown", "DB instance restarted"} {
				if key := fmt.Sprintf("i-%d %s", n, what); count[key] != 1 {
					t.Errorf("%s was yielded %d times", key, count[key])
				}
				delete(count, fmt.Sprintf("i-%d %s", n, what))
			}
		}
		if len(count) != 0 {
			t.Errorf("other events: %v", count)
		}
	})
}

func TestWatchEventsEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := neptune.NewFromConfig(server.Config())
		server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
		if _, err := client.StopDBCluster(t.Context(), &neptune.StopDBClusterInput{DBClusterIdentifier: ptr("graph")}); err != nil {
			t.Fatal(err)
		}
		var messages []string
		for e, err := range neptune.WatchEvents(t.Context(), client, &neptune.DescribeEventsInput{
			SourceType: types.SourceTypeDbCluster, SourceIdentifier: ptr("graph"), EndTime: ptr(time.Now().Add(time.Hour)),
		}) {
			if err != nil {
				t.Fatal(err)
			}
			messages = append(messages, *e.Message)
		}
		if diff := cmp.Diff([]string{"DB cluster stopped"}, messages); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		for _, err := range neptune.WatchEvents(t.Context(), client, &neptune.DescribeEventsInput{SourceIdentifier: ptr("graph")}) {
			if !errors.Is(err, nereid.ErrInvalidParameter) {
				t.Errorf("a wrong request ends with %v", err)
			}
		}
	})
}

func TestEventCategories(t *testing.T) {
	client := neptune.NewFromConfig(nereidtest.NewServer(t).Config())
	out, err := client.DescribeEventCategories(t.Context(), &neptune.DescribeEventCategoriesInput{SourceType: ptr("db-cluster")})
	if err != nil || len(out.EventCategoriesMapList) != 1 || !slices.Contains(out.EventCategoriesMapList[0].EventCategories, "failover") {
		t.Errorf("the categories of clusters are %+v, %v", out, err)
	}
	if _, err := client.DescribeEventCategories(t.Context(), &neptune.DescribeEventCategoriesInput{SourceType: ptr("db")}); !errors.Is(err, nereid.ErrInvalidParameter) {
		t.Errorf("an unknown kind of resource: %v", err)
	}
}
