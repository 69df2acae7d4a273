package rds_test

import (
	"context"
	"fmt"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// hour makes a wait poll at once, and moves the clock of the fake on by an hour at each poll.
func hour[In, Out, Item any](server *nereidtest.Server) func(*rds.WaiterOptions[In, Out, Item]) {
	return func(o *rds.WaiterOptions[In, Out, Item]) {
		o.MinDelay, o.MaxDelay = time.Millisecond, time.Millisecond
		o.OnPoll = func(rds.Poll[Item]) { server.Advance(time.Hour) }
	}
}

// A table was dropped a quarter of an hour ago: the cluster returns to what it was before.
func ExampleClient_BacktrackDBCluster() {
	server, err := nereidtest.Start(nereidtest.WithClock(time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-mysql", BacktrackWindow: 24 * 60 * 60, Created: server.Now().AddDate(0, -1, 0)})
	client, ctx := rds.NewFromConfig(server.Config()), context.Background()

	out, err := client.BacktrackDBCluster(ctx, &rds.BacktrackDBClusterInput{
		DBClusterIdentifier: nereid.String("shop"),
		BacktrackTo:         nereid.Time(server.Now().Add(-15 * time.Minute)),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.Status)
	waiter := rds.NewDBClusterBacktrackCompletedWaiter(client, hour[rds.DescribeDBClusterBacktracksInput, rds.DescribeDBClusterBacktracksOutput, types.DBClusterBacktrack](server))
	list, err := waiter.WaitForOutput(ctx, &rds.DescribeDBClusterBacktracksInput{
		DBClusterIdentifier: out.DBClusterIdentifier,
		BacktrackIdentifier: out.BacktrackIdentifier,
	}, time.Hour)
	if err != nil {
		fmt.Println(err)
		return
	}
	b := list.DBClusterBacktracks[0]
	fmt.Println(*b.Status, b.BacktrackedFrom.Format("from 15:04"), b.BacktrackTo.Format("to 15:04"))
	// Output:
	// PENDING
	// COMPLETED from 12:01 to 11:45
}
