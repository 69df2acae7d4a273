package nereidtest_test

import (
	"testing"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// TestUnknownBehavior checks behavior that AWS's documentation does not
// describe, both by default and with an option.
func TestUnknownBehavior(t *testing.T) {
	oneExport := nereidtest.WithLimits(func(l *nereidtest.Limits) { l.SnapshotExports = 1 })
	for _, tt := range []struct {
		name          string
		option        nereidtest.Option
		call          func(t *testing.T, e estate) error
		code          string // with the option
		status        int
		defaultCode   string
		defaultStatus int
		alsoByDefault nereidtest.Option
	}{
		{
			name: "status of one export too many", option: nereidtest.WithExportLimitStatus(429), alsoByDefault: oneExport,
			call: func(t *testing.T, e estate) error {
				e.do(t, exportForm("e1", clusterSnapshotARN+"s1"))
				return e.startExport("e2", clusterSnapshotARN+"s1")
			},
			code: "ExportTaskLimitReachedFault", status: 429, defaultCode: "ExportTaskLimitReachedFault", defaultStatus: 400,
		},
		{
			name: "export that is canceling", option: nereidtest.WithCancelingExportsOver(), alsoByDefault: oneExport,
			call: func(t *testing.T, e estate) error {
				e.do(t, exportForm("e1", clusterSnapshotARN+"s1"))
				must(e.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: str("e1")}))(t)
				return e.startExport("e2", clusterSnapshotARN+"s1")
			},
			defaultCode: "ExportTaskLimitReachedFault", defaultStatus: 400,
		},
		{
			name: "export of an engine that AWS does not export", option: nereidtest.WithoutExportsOf("Neptune", "oracle-ee"),
			call: func(_ *testing.T, e estate) error { return e.startExport("e1", clusterSnapshotARN+"s1") },
			code: badValue, status: 400,
		},
		{
			name: "stop of the only member of a global database", option: nereidtest.WithLoneGlobalMembersRunning(),
			call: func(t *testing.T, e estate) error {
				e.AddGlobalCluster("world", *e.cluster(t, "c1").DBClusterArn)
				return fail(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("c1")}))
			},
			code: clusterState, status: 400,
		},
		{
			name: "deletion of a stopped instance", option: nereidtest.WithStoppedInstancesStaying(),
			call: func(_ *testing.T, e estate) error {
				e.SetInstanceStatus("i1", "stopped")
				return fail(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{
					DBInstanceIdentifier: str("i1"), SkipFinalSnapshot: yes(),
				}))
			},
			code: instanceState, status: 400,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			none := func(l *nereidtest.Limits) {}
			also := tt.alsoByDefault
			if also == nil {
				also = nereidtest.WithLimits(none)
			}
			code, status := codeOf(tt.call(t, realEstate(t, also, tt.option)))
			if code != tt.code || status != tt.status {
				t.Errorf("with the option: %q with status %d, want %q with %d", code, status, tt.code, tt.status)
			}
			code, status = codeOf(tt.call(t, realEstate(t, also)))
			if code != tt.defaultCode || status != tt.defaultStatus {
				t.Errorf("by default: %q with status %d, want %q with %d", code, status, tt.defaultCode, tt.defaultStatus)
			}
		})
	}
}
