package chaostest_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// globalOf unpacks the results of operations on a global cluster.
func globalOf(item *types.GlobalCluster, md middleware.Metadata) (*string, middleware.Metadata, error) {
	if item == nil {
		return nil, md, nil
	}
	return item.GlobalClusterIdentifier, md, nil
}

func globalMutations() []mutation {
	pair := func(s *nereidtest.Server, id string) {
		s.AddGlobalCluster(id, s.AddCluster(nereidtest.Cluster{ID: id, Instances: 1}),
			s.AddCluster(nereidtest.Cluster{ID: id, Region: "eu-west-1", Instances: 1}))
	}
	lonely := func(s *nereidtest.Server, id string) { s.AddGlobalCluster(id) }
	there := func(ctx context.Context, c clients, id string) (*types.GlobalCluster, error) {
		out, err := c.neptune.DescribeGlobalClusters(ctx, &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: &id})
		if err != nil {
			return nil, err
		}
		return &out.GlobalClusters[0], found(out.GlobalClusters, err, func(item *types.GlobalCluster) *string { return item.Status }, "available")
	}
	available := func(ctx context.Context, c clients, id string) error {
		_, err := there(ctx, c, id)
		return err
	}
	ledFromAway := func(ctx context.Context, c clients, id string) error {
		item, err := there(ctx, c, id)
		if err != nil {
			return err
		}
		for _, m := range item.GlobalClusterMembers {
			if *m.IsWriter && *m.DBClusterArn == *arnOf("eu-west-1", "cluster", id) {
				return nil
			}
		}
		return errors.New("the other cluster is the primary")
	}
	modify := func(change func(in *neptune.ModifyGlobalClusterInput, id string)) func(context.Context, clients, string) (*string, middleware.Metadata, error) {
		return func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			in := &neptune.ModifyGlobalClusterInput{GlobalClusterIdentifier: &id}
			change(in, id)
			out, err := c.neptune.ModifyGlobalCluster(ctx, in)
			if err != nil {
				return nil, md, err
			}
			return globalOf(out.GlobalCluster, out.ResultMetadata)
		}
	}
	return []mutation{
		{name: "neptune.CreateGlobalCluster", held: available, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: &id, Engine: ptr("neptune")})
			if err != nil {
				return nil, md, err
			}
			return globalOf(out.GlobalCluster, out.ResultMetadata)
		}},
		{name: "neptune.DeleteGlobalCluster", prepare: lonely, shows: "-", held: func(ctx context.Context, c clients, id string) error {
			_, err := there(ctx, c, id)
			return gone(err)
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteGlobalCluster(ctx, &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return globalOf(out.GlobalCluster, out.ResultMetadata)
		}},
		{name: "neptune.ModifyGlobalCluster", prepare: lonely, again: true, held: available, do: modify(func(in *neptune.ModifyGlobalClusterInput, _ string) {
			in.DeletionProtection = ptr(true)
		})},
		{name: "neptune.ModifyGlobalCluster, new name", prepare: lonely, held: func(ctx context.Context, c clients, id string) error {
			_, err := there(ctx, c, id)
			return errors.Join(gone(err), available(ctx, c, "new-"+id))
		}, do: modify(func(in *neptune.ModifyGlobalClusterInput, id string) {
			in.NewGlobalClusterIdentifier = ptr("New-" + id)
		})},
		{name: "neptune.RemoveFromGlobalCluster", prepare: pair, held: func(ctx context.Context, c clients, id string) error {
			item, err := there(ctx, c, id)
			if err == nil && len(item.GlobalClusterMembers) != 1 {
				err = fmt.Errorf("%d members", len(item.GlobalClusterMembers))
			}
			return err
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
				GlobalClusterIdentifier: &id, DbClusterIdentifier: arnOf("eu-west-1", "cluster", id),
			})
			if err != nil {
				return nil, md, err
			}
			return globalOf(out.GlobalCluster, out.ResultMetadata)
		}},
		{name: "neptune.FailoverGlobalCluster", prepare: pair, held: ledFromAway, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.FailoverGlobalCluster(ctx, &neptune.FailoverGlobalClusterInput{
				GlobalClusterIdentifier: &id, TargetDbClusterIdentifier: arnOf("eu-west-1", "cluster", id), AllowDataLoss: ptr(true),
			})
			if err != nil {
				return nil, md, err
			}
			return globalOf(out.GlobalCluster, out.ResultMetadata)
		}},
		{name: "neptune.SwitchoverGlobalCluster", prepare: pair, held: ledFromAway, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.SwitchoverGlobalCluster(ctx, &neptune.SwitchoverGlobalClusterInput{
				GlobalClusterIdentifier: &id, TargetDbClusterIdentifier: arnOf("eu-west-1", "cluster", id),
			})
			if err != nil {
				return nil, md, err
			}
			return globalOf(out.GlobalCluster, out.ResultMetadata)
		}},
	}
}
