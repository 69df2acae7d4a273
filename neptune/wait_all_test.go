package neptune_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// perTick counts the requests that a server received at each point in time.
func perTick(server *nereidtest.Server) (requests []int) {
	var last time.Time
	for _, r := range server.Requests() {
		if len(requests) == 0 || !r.Time.Equal(last) {
			requests, last = append(requests, 0), r.Time
		}
		requests[len(requests)-1]++
	}
	return requests
}

// Snapshots cannot be filtered by name. WaitAll lists all snapshots if that takes fewer requests
// than describing each one.
func TestWaitAllSnapshots(t *testing.T) {
	for _, tt := range []struct {
		waitFor, others int
		ticks           []int
	}{
		{waitFor: 1, others: 500, ticks: []int{1, 1, 1}},
		{waitFor: 2, others: 50, ticks: []int{1, 1, 1}},
		{waitFor: 2, others: 500, ticks: []int{4, 2, 2}},
		{waitFor: 250, others: 0, ticks: []int{3, 3, 3}},
	} {
		synctest.Test(t, func(t *testing.T) {
			server := nereidtest.NewServer(t)
			for i := range tt.others {
				server.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprintf("a-%03d", i)})
			}
			var ids []string
			for i := range tt.waitFor {
				id := fmt.Sprintf("b-%03d", i)
				arn := server.AddSnapshot(nereidtest.Snapshot{ID: id, Status: "copying"})
				if i%2 == 1 {
					id = arn
				}
				ids = append(ids, id)
			}
			go func() {
				<-time.After(50 * time.Second)
				for i := range tt.waitFor {
					server.SetSnapshotStatus(fmt.Sprintf("b-%03d", i), "available")
				}
			}()
			waiter := neptune.NewDBClusterSnapshotAvailableWaiter(neptune.NewFromConfig(server.Config()), func(o *neptune.DBClusterSnapshotAvailableWaiterOptions) {
				o.MinDelay, o.MaxDelay = 30*time.Second, 30*time.Second
			})
			n := 0
			for id, err := range waiter.WaitAll(t.Context(), ids, time.Hour) {
				if err != nil || id != ids[n] {
					t.Fatalf("%d: %s, %v", n, id, err)
				}
				n++
			}
			if got := perTick(server); n != tt.waitFor || !slices.Equal(got, tt.ticks) {
				t.Errorf("%d of %d: %d results, requests per tick %v, want %v", tt.waitFor, tt.others, n, got, tt.ticks)
			}
		})
	}
}

func TestWaitAllGlobalClusters(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		for _, id := range []string{"earth", "mars", "venus"} {
			server.AddGlobalCluster(id, server.AddCluster(nereidtest.Cluster{ID: id + "-1"}))
		}
		server.SetGlobalClusterStatus("mars", "upgrading")
		server.SetGlobalClusterStatus("venus", "deleting")
		go func() {
			<-time.After(50 * time.Second)
			server.SetGlobalClusterStatus("mars", "available")
		}()
		waiter := neptune.NewGlobalClusterAvailableWaiter(neptune.NewFromConfig(server.Config()), func(o *neptune.GlobalClusterAvailableWaiterOptions) {
			o.MinDelay, o.MaxDelay = 30*time.Second, 30*time.Second
		})
		var ended []string
		errs := make(map[string]error)
		for id, err := range waiter.WaitAll(t.Context(), []string{"earth", "Mars", "venus", "pluto"}, time.Hour) {
			ended = append(ended, id)
			errs[id] = err
		}
		if !slices.Equal(ended, []string{"earth", "venus", "Mars", "pluto"}) {
			t.Errorf("ended: %v", ended)
		}
		if errs["earth"] != nil || errs["Mars"] != nil || !errors.Is(errs["venus"], nereid.ErrWaitFailed) || !errors.Is(errs["pluto"], nereid.ErrNotFound) {
			t.Errorf("results: %v", errs)
		}
		// One list of all, then a list of the remaining ones, and a last description of pluto.
		if got := perTick(server); !slices.Equal(got, []int{1, 1, 2}) {
			t.Errorf("requests per tick %v", got)
		}
	})
}
