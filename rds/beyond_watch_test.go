package rds_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// Each event of a snapshot is yielded once, in order, while polls fail.
func TestWatchEvents(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		server.AddInstance(nereidtest.Instance{ID: "shop"})
		go func() {
			for n := range 5 {
				if n == 3 {
					server.Inject(nereidtest.Fault{Action: "DescribeEvents", Code: "Throttling", Times: 10})
				}
				<-time.After(10 * time.Minute)
				if _, err := client.CreateDBSnapshot(t.Context(), &rds.CreateDBSnapshotInput{
					DBInstanceIdentifier: nereid.String("shop"), DBSnapshotIdentifier: nereid.String(fmt.Sprint("s-", n)),
				}); err != nil {
					t.Error(err)
				}
			}
		}()
		failed := 0
		events := rds.WatchEvents(t.Context(), client, &rds.DescribeEventsInput{SourceType: types.SourceTypeDbSnapshot, EndTime: nereid.Time(time.Now().Add(time.Hour))},
			func(o *rds.WatchEventsOptions) { o.OnError = func(error) { failed++ } })
		var got []string
		for e, err := range events {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, *e.SourceIdentifier+": "+*e.Message)
		}
		var want []string
		for n := range 5 {
			want = append(want, fmt.Sprintf("s-%d: Creating manual snapshot", n), fmt.Sprintf("s-%d: Manual snapshot created", n))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
		if failed == 0 {
			t.Error("no poll failed")
		}
		for _, err := range rds.WatchEvents(t.Context(), client, &rds.DescribeEventsInput{SourceIdentifier: nereid.String("shop")}) {
			if !errors.Is(err, nereid.ErrInvalidParameter) {
				t.Errorf("a wrong request ends with %v", err)
			}
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		for e, err := range rds.WatchEvents(ctx, client, nil) {
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%v, %v", e, err)
			}
		}
	})
}

// Requests have a precision of milliseconds. A start time between two milliseconds does not repeat
// an event.
func TestWatchEventsFromAnyTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		server.AddInstance(nereidtest.Instance{ID: "shop"})
		<-time.After(time.Second)
		start := time.Now().Add(123 * time.Microsecond)
		if _, err := client.RebootDBInstance(t.Context(), &rds.RebootDBInstanceInput{DBInstanceIdentifier: nereid.String("shop")}); err != nil {
			t.Fatal(err)
		}
		var got []string
		for e, err := range rds.WatchEvents(t.Context(), client, &rds.DescribeEventsInput{StartTime: &start, EndTime: nereid.Time(start.Add(20 * time.Minute))}) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, *e.Message)
		}
		if want := []string{"DB instance shutdown", "DB instance restarted"}; !slices.Equal(got, want) {
			t.Errorf("%d events: %q", len(got), got[:min(len(got), 5)])
		}
	})
}

// Without a start, a watch begins now by the clock of the service: it yields what happens next, and
// nothing from before.
func TestWatchEventsFromNow(t *testing.T) {
	for _, skew := range []time.Duration{-10 * time.Minute, -time.Second, 0, 10 * time.Minute} {
		t.Run(skew.String(), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t, nereidtest.WithClockSkew(skew))
				client := rds.NewFromConfig(server.Config())
				server.AddInstance(nereidtest.Instance{ID: "shop"})
				reboot := func() {
					if _, err := client.RebootDBInstance(t.Context(), &rds.RebootDBInstanceInput{DBInstanceIdentifier: nereid.String("shop")}); err != nil {
						t.Error(err)
					}
				}
				reboot()
				<-time.After(5 * time.Minute)
				time.AfterFunc(2*time.Minute, reboot)
				ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
				defer cancel()
				var got []string
				for e, err := range rds.WatchEvents(ctx, client, nil) {
					if err != nil {
						break
					}
					got = append(got, *e.Message)
				}
				if want := []string{"DB instance shutdown", "DB instance restarted"}; !slices.Equal(got, want) {
					t.Errorf("%q, want %q", got, want)
				}
			})
		})
	}
}

// TestWatchEventsBehindACache checks that the old Date of responses that come from a cache does not
// make a watch begin in the past.
func TestWatchEventsBehindACache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		config := server.Config()
		service := config.HTTPClient
		config.HTTPClient = doFunc(func(req *http.Request) (*http.Response, error) {
			resp, err := service.Do(req)
			if err == nil {
				resp.Header.Set("Date", time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat))
				resp.Header.Set("Age", "3600")
			}
			return resp, err
		})
		client := rds.NewFromConfig(config)
		server.AddInstance(nereidtest.Instance{ID: "shop"})
		if _, err := client.RebootDBInstance(t.Context(), &rds.RebootDBInstanceInput{DBInstanceIdentifier: nereid.String("shop")}); err != nil {
			t.Error(err)
		}
		<-time.After(5 * time.Minute)
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		for e, err := range rds.WatchEvents(ctx, client, nil) {
			if err != nil {
				break
			}
			t.Errorf("an event from before the watch: %s", *e.Message)
		}
	})
}

// Credentials that are missing for some minutes do not end a watch.
func TestWatchEventsWithoutCredentials(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddInstance(nereidtest.Instance{ID: "shop"})
		config := server.Config()
		o := &outage{config.HTTPClient, config.Credentials, 3, time.Time{}}
		config.HTTPClient, config.Credentials = o, o
		client := rds.NewFromConfig(config)
		time.AfterFunc(2*time.Minute, func() { // during the outage
			other := rds.NewFromConfig(server.Config())
			if _, err := other.RebootDBInstance(t.Context(), &rds.RebootDBInstanceInput{DBInstanceIdentifier: nereid.String("shop")}); err != nil {
				t.Error(err)
			}
		})
		var got []string
		failed := 0
		for e, err := range rds.WatchEvents(t.Context(), client, &rds.DescribeEventsInput{EndTime: nereid.Time(time.Now().Add(20 * time.Minute))},
			func(o *rds.WatchEventsOptions) { o.OnError = func(error) { failed++ } }) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, *e.Message)
		}
		if want := []string{"DB instance shutdown", "DB instance restarted"}; !slices.Equal(got, want) || failed == 0 {
			t.Errorf("%q, %d failures", got, failed)
		}
	})
}

// WatchEvents yields the events of the last hour, and then each new event. This loop ends at the
// first event.
func ExampleWatchEvents() {
	server, err := nereidtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	server.AddInstance(nereidtest.Instance{ID: "shop"})
	client := rds.NewFromConfig(server.Config())

	_, err = client.RebootDBInstance(context.Background(), &rds.RebootDBInstanceInput{DBInstanceIdentifier: nereid.String("shop")})
	if err != nil {
		fmt.Println(err)
		return
	}
	events := rds.WatchEvents(context.Background(), client, &rds.DescribeEventsInput{
		SourceType: types.SourceTypeDbInstance,
		Duration:   nereid.Int32(60),
	})
	for event, err := range events {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*event.SourceIdentifier, *event.Message)
		break
	}
	// Output: shop DB instance shutdown
}
