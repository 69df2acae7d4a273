package chaostest_test

import (
	"context"
	"fmt"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

func maintenanceMutations() []mutation {
	prepare := func(s *nereidtest.Server, id string) {
		s.AddPendingMaintenance(nereidtest.PendingMaintenance{Resource: s.AddCluster(nereidtest.Cluster{ID: id})})
	}
	asked := func(id string) neptune.ApplyPendingMaintenanceActionInput {
		return neptune.ApplyPendingMaintenanceActionInput{
			ResourceIdentifier: arnOf("us-east-1", "cluster", id), ApplyAction: ptr("system-update"), OptInType: ptr("next-maintenance"),
		}
	}
	held := func(ctx context.Context, c clients, id string) error {
		out, err := c.neptune.DescribePendingMaintenanceActions(ctx, &neptune.DescribePendingMaintenanceActionsInput{
			ResourceIdentifier: arnOf("us-east-1", "cluster", id),
		})
		if err != nil {
			return err
		}
		for _, of := range out.PendingMaintenanceActions { // none once it has been carried out
			for _, a := range of.PendingMaintenanceActionDetails {
				if opt := nereid.ToString(a.OptInStatus); opt != "next-maintenance" {
					return fmt.Errorf("what was asked for is %q", opt)
				}
			}
		}
		return nil
	}
	return []mutation{
		{name: "neptune.ApplyPendingMaintenanceAction", prepare: prepare, again: true, held: held,
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				in := asked(id)
				out, err := c.neptune.ApplyPendingMaintenanceAction(ctx, &in)
				if err != nil {
					return nil, md, err
				}
				return &id, out.ResultMetadata, nil
			}},
		{name: "rds.ApplyPendingMaintenanceAction", prepare: prepare, again: true, held: held,
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				in := rds.ApplyPendingMaintenanceActionInput(asked(id))
				out, err := c.rds.ApplyPendingMaintenanceAction(ctx, &in)
				if err != nil {
					return nil, md, err
				}
				return &id, out.ResultMetadata, nil
			}},
	}
}
