package rds_test

import (
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/vectortest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

var vectorService = vectortest.Service{
	Name: "rds",
	Client: func(cfg nereid.Config) any {
		return rds.NewFromConfig(cfg, func(o *rds.Options) { o.DisableRecovery = true }) // recovery describes a resource before a rename
	},
	Faults: []vectortest.Fault{
		vectortest.NewFault[*types.AuthorizationNotFoundFault]("AuthorizationNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.CustomAvailabilityZoneNotFoundFault]("CustomAvailabilityZoneNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.DBClusterNotFoundFault]("DBClusterNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.DBClusterSnapshotAlreadyExistsFault]("DBClusterSnapshotAlreadyExistsFault", nereid.ErrAlreadyExists),
		vectortest.NewFault[*types.DBInstanceNotFoundFault]("DBInstanceNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.DBProxyTargetGroupNotFoundFault]("DBProxyTargetGroupNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.DBSnapshotAlreadyExistsFault]("DBSnapshotAlreadyExistsFault", nereid.ErrAlreadyExists),
		vectortest.NewFault[*types.DBSnapshotNotFoundFault]("DBSnapshotNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.DBSnapshotTenantDatabaseNotFoundFault]("DBSnapshotTenantDatabaseNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.ExportTaskAlreadyExistsFault]("ExportTaskAlreadyExistsFault", nereid.ErrAlreadyExists),
		vectortest.NewFault[*types.ExportTaskNotFoundFault]("ExportTaskNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.InvalidDBClusterEndpointStateFault]("InvalidDBClusterEndpointStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidDBClusterSnapshotStateFault]("InvalidDBClusterSnapshotStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidDBClusterStateFault]("InvalidDBClusterStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidDBShardGroupStateFault]("InvalidDBShardGroupStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidExportOnlyFault]("InvalidExportOnlyFault", ""),
		vectortest.NewFault[*types.InvalidExportSourceStateFault]("InvalidExportSourceStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidS3BucketFault]("InvalidS3BucketFault", ""),
		vectortest.NewFault[*types.InvalidSubnet]("InvalidSubnet", ""),
		vectortest.NewFault[*types.TenantDatabaseNotFoundFault]("TenantDatabaseNotFoundFault", nereid.ErrNotFound),
	},
}

func TestVectorRequests(t *testing.T)        { vectorService.Requests(t) }
func TestVectorSnapshots(t *testing.T)       { vectorService.Snapshots(t) }
func TestVectorResponses(t *testing.T)       { vectorService.Responses(t, "service-responses") }
func TestVectorGoldenResponses(t *testing.T) { vectorService.Responses(t, "golden-responses") }
func TestVectorErrors(t *testing.T)          { vectorService.Errors(t, "StartDBCluster") }
func TestVectorPresignedCopies(t *testing.T) { vectorService.Presigned(t) }
func TestVectorSignatures(t *testing.T)      { vectorService.Signatures(t, "StartDBCluster") }
func TestVectorRetries(t *testing.T)         { vectorService.Retries(t, "StartDBCluster") }
