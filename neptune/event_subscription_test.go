package neptune_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

const topic = "arn:aws:sns:us-east-1:123456789012:graphs"

// TestEventSubscription creates a subscription, deletes its sources, and deletes it.
func TestEventSubscription(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := neptune.NewFromConfig(server.Config())
		arn := server.AddCluster(nereidtest.Cluster{ID: "graph"})
		server.AddCluster(nereidtest.Cluster{ID: "other"})
		name := ptr("graphs")
		ready := func(want string, sources ...string) {
			t.Helper()
			out, err := neptune.NewEventSubscriptionActiveWaiter(client).WaitForOutput(t.Context(), &neptune.DescribeEventSubscriptionsInput{SubscriptionName: name}, time.Hour)
			if err != nil {
				t.Fatal(err)
			}
			if s := out.EventSubscriptionsList[0]; *s.Status != want || !slices.Equal(s.SourceIdsList, sources) && len(s.SourceIdsList)+len(sources) > 0 {
				t.Errorf("it is %s with the sources %v, want %s with %v", *s.Status, s.SourceIdsList, want, sources)
			}
		}
		created, err := client.CreateEventSubscription(t.Context(), &neptune.CreateEventSubscriptionInput{
			SubscriptionName: name, SnsTopicArn: ptr(topic), SourceType: ptr("db-cluster"), SourceIds: []string{"graph"}, EventCategories: []string{"failover"},
			Tags: []types.Tag{{Key: ptr("team"), Value: ptr("graph")}},
		})
		if err != nil || *created.EventSubscription.Status != "creating" || !strings.HasSuffix(*created.EventSubscription.EventSubscriptionArn, ":es:graphs") {
			t.Fatalf("%+v, %v", created, err)
		}
		var busy *types.InvalidEventSubscriptionStateFault
		if _, err := client.DeleteEventSubscription(t.Context(), &neptune.DeleteEventSubscriptionInput{SubscriptionName: name}); !errors.As(err, &busy) {
			t.Errorf("deleted while it is creating: %v", err)
		}
		ready("active", "graph")
		tags, err := client.ListTagsForResource(t.Context(), &neptune.ListTagsForResourceInput{ResourceName: created.EventSubscription.EventSubscriptionArn})
		if err != nil || len(tags.TagList) != 1 {
			t.Errorf("tags %+v, %v", tags, err)
		}

		server.Remove(arn)
		ready("all-sources-deleted", "graph")
		if _, err := client.AddSourceIdentifierToSubscription(t.Context(), &neptune.AddSourceIdentifierToSubscriptionInput{SubscriptionName: name, SourceIdentifier: ptr("other")}); err != nil {
			t.Fatal(err)
		}
		ready("active", "graph", "other")
		for _, id := range []string{"graph", "other"} {
			if _, err := client.RemoveSourceIdentifierFromSubscription(t.Context(), &neptune.RemoveSourceIdentifierFromSubscriptionInput{SubscriptionName: name, SourceIdentifier: &id}); err != nil {
				t.Fatal(err)
			}
		}
		ready("all-sources-deleted")
		modified, err := client.ModifyEventSubscription(t.Context(), &neptune.ModifyEventSubscriptionInput{
			SubscriptionName: name, SourceType: ptr("db-instance"), EventCategories: []string{"availability"}, Enabled: ptr(false),
		})
		if err != nil || *modified.EventSubscription.Status != "modifying" || *modified.EventSubscription.Enabled {
			t.Fatalf("%+v, %v", modified, err)
		}
		ready("active")
		if _, err := client.DeleteEventSubscription(t.Context(), &neptune.DeleteEventSubscriptionInput{SubscriptionName: name}); err != nil {
			t.Fatal(err)
		}
		if err := neptune.NewEventSubscriptionDeletedWaiter(client).Wait(t.Context(), &neptune.DescribeEventSubscriptionsInput{SubscriptionName: name}, time.Hour); err != nil {
			t.Error(err)
		}
		var missing *types.SubscriptionNotFoundFault
		if _, err := client.DescribeEventSubscriptions(t.Context(), &neptune.DescribeEventSubscriptionsInput{SubscriptionName: name}); !errors.As(err, &missing) {
			t.Errorf("what is deleted is described: %v", err)
		}
	})
}

func TestEventSubscriptionsThatAreRefused(t *testing.T) {
	server := nereidtest.NewServer(t)
	client := neptune.NewFromConfig(server.Config())
	server.AddCluster(nereidtest.Cluster{ID: "graph"})
	create := func(change func(in *neptune.CreateEventSubscriptionInput)) error {
		in := &neptune.CreateEventSubscriptionInput{SubscriptionName: ptr("graphs"), SnsTopicArn: ptr(topic), SourceType: ptr("db-cluster")}
		change(in)
		_, err := client.CreateEventSubscription(t.Context(), in)
		return err
	}
	for want, change := range map[string]func(in *neptune.CreateEventSubscriptionInput){
		"SNSInvalidTopic":              func(in *neptune.CreateEventSubscriptionInput) { in.SnsTopicArn = ptr(topic + ".fifo") },
		"SourceNotFound":               func(in *neptune.CreateEventSubscriptionInput) { in.SourceIds = []string{"nothing"} },
		"SubscriptionCategoryNotFound": func(in *neptune.CreateEventSubscriptionInput) { in.EventCategories = []string{"backup"} },
		"InvalidParameterCombination": func(in *neptune.CreateEventSubscriptionInput) {
			in.SourceType, in.SourceIds = nil, []string{"graph"}
		},
		"InvalidParameterValue": func(in *neptune.CreateEventSubscriptionInput) { in.SourceType = ptr("graph") },
	} {
		if err := create(change); codeOf(err) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if err := create(func(*neptune.CreateEventSubscriptionInput) {}); err != nil {
		t.Error(err)
	}
	if err := create(func(*neptune.CreateEventSubscriptionInput) {}); codeOf(err) != "SubscriptionAlreadyExist" {
		t.Errorf("a name that is taken: %v", err)
	}
}

// codeOf returns the code of a service error, or the text of another error.
func codeOf(err error) string {
	var api smithy.APIError
	if !errors.As(err, &api) {
		return fmt.Sprint(err)
	}
	return api.ErrorCode()
}
