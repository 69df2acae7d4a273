package rds_test

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// TestWaitAllBacktracks waits for backtracks of two clusters. The identifier of each backtrack
// includes its cluster.
func TestWaitAllBacktracks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		ids := []string{"shop/none"}
		for _, id := range []string{"shop", "blog"} {
			server.AddCluster(nereidtest.Cluster{ID: id, Engine: "aurora-mysql", BacktrackWindow: 3600})
			out, err := client.BacktrackDBCluster(t.Context(), &rds.BacktrackDBClusterInput{DBClusterIdentifier: &id, BacktrackTo: nereid.Time(server.Now())})
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, id+"/"+*out.BacktrackIdentifier)
		}
		ended := 0
		for id, err := range rds.NewDBClusterBacktrackCompletedWaiter(client).WaitAll(t.Context(), ids, time.Hour) {
			if ended++; id == "shop/none" && !errors.Is(err, nereid.ErrNotFound) || id != "shop/none" && err != nil {
				t.Errorf("%s: %v", id, err)
			}
		}
		if ended != 3 {
			t.Errorf("%d of 3 ended", ended)
		}
	})
}

// TestLostBacktrack loses the response to a backtrack. The client does not repeat it, because the
// second backtrack would lose later data.
func TestLostBacktrack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-mysql", BacktrackWindow: 3600})
		server.Inject(nereidtest.LostAnswer("BacktrackDBCluster"))
		_, err := rds.NewFromConfig(server.Config()).BacktrackDBCluster(t.Context(), &rds.BacktrackDBClusterInput{
			DBClusterIdentifier: nereid.String("shop"), BacktrackTo: nereid.Time(server.Now()),
		})
		var unknown *nereid.OutcomeUnknownError
		if !errors.As(err, &unknown) || unknown.LookAt != "the backtracks of cluster shop" || server.Count("BacktrackDBCluster") != 1 {
			t.Errorf("%d requests, %v", server.Count("BacktrackDBCluster"), err)
		}
	})
}
