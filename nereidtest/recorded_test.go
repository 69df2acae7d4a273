package nereidtest_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/nereid-go/nereid/nereidtest"
)

// A recorded reply is a reply of AWS that users, guides or examples quote.
type recorded struct {
	ID, Body string
	Status   int
}

func recordedReplies(t *testing.T, file string) []recorded {
	t.Helper()
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	var cases []recorded
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// form returns the form of a request with an action, and alternating names and
// values.
func form(action string, params ...string) string {
	values := url.Values{"Action": {action}, "Version": {"2014-10-31"}}
	for i := 0; i+1 < len(params); i += 2 {
		values.Set(params[i], params[i+1])
	}
	return values.Encode()
}

// A situation prepares a server and returns the form of the request that
// produces a recorded reply. The request goes to us-east-1 unless the form has
// a parameter that names another region. That parameter is not sent.
type situation func(e estate) string

const (
	clusterARN  = "arn:aws:rds:us-east-1:123456789012:cluster:"
	exportRole  = "arn:aws:iam::123456789012:role/export"
	globalAlone = "GlobalClusterIdentifier"
)

func exportForm(id, source string) string {
	return form("StartExportTask", "ExportTaskIdentifier", id, "SourceArn", source,
		"S3BucketName", "exports", "IamRoleArn", exportRole, "KmsKeyId", "alias/exports")
}

// do sends a request that is part of a situation, and fails the test if the
// request fails.
func (e estate) do(t testing.TB, form string) {
	t.Helper()
	if r := post(t, e.Server, form, nil); r.status != 200 {
		t.Fatalf("%s: %s", form, r.body)
	}
}

// recordedErrors are the situations of the recorded errors. They use the names
// in the error texts: a cluster c1, an instance i1, a snapshot s1, a global
// cluster g1 and an export e1.
func recordedErrors(t *testing.T) map[string]situation {
	cluster := func(spec nereidtest.Cluster, request string) situation {
		return func(e estate) string {
			spec.ID = "c1"
			e.AddCluster(spec)
			return request
		}
	}
	instance := func(status, request string) situation {
		return func(e estate) string {
			e.AddInstance(nereidtest.Instance{ID: "i1", Status: status})
			return request
		}
	}
	world := func(request string) situation {
		return func(e estate) string {
			e.AddGlobalCluster("g1", e.AddCluster(nereidtest.Cluster{ID: "c1", Instances: 1}),
				e.AddCluster(nereidtest.Cluster{ID: "far", Region: "eu-west-1"}))
			return request
		}
	}
	const id = "DBClusterIdentifier"
	return map[string]situation{
		"err-cluster-snapshot-exists": func(e estate) string {
			e.AddCluster(nereidtest.Cluster{ID: "c1"})
			e.AddSnapshot(nereidtest.Snapshot{ID: "s1"})
			return form("DeleteDBCluster", id, "c1", "FinalDBSnapshotIdentifier", "s1")
		},
		"err-copy-key": func(e estate) string {
			const key = "arn:aws:kms:eu-west-1:123456789012:key/k"
			e.AddSnapshot(nereidtest.Snapshot{ID: "s1", Region: "eu-west-1", KmsKeyID: key})
			e.DisableKey(key)
			return form("CopyDBClusterSnapshot", "region", "eu-west-1",
				"SourceDBClusterSnapshotIdentifier", "s1", "TargetDBClusterSnapshotIdentifier", "s2")
		},
		"err-copy-manual-quota": func(e estate) string {
			for n := range 100 {
				e.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprint("s", n)})
			}
			return form("CopyDBClusterSnapshot", "SourceDBClusterSnapshotIdentifier", "s1", "TargetDBClusterSnapshotIdentifier", "more")
		},
		"err-copy-region-quota": func(e estate) string {
			source := e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "s1", Region: "eu-west-1"})
			for n := range 5 {
				e.do(t, form("CopyDBSnapshot", "SourceDBSnapshotIdentifier", source, "TargetDBSnapshotIdentifier", fmt.Sprint("copy-", n)))
			}
			return form("CopyDBSnapshot", "SourceDBSnapshotIdentifier", source, "TargetDBSnapshotIdentifier", "more")
		},
		"err-dbsnapshot-exists": func(e estate) string {
			e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "s1"})
			return form("CopyDBSnapshot", "SourceDBSnapshotIdentifier", "s1", "TargetDBSnapshotIdentifier", "s1")
		},
		"err-delete-both": cluster(nereidtest.Cluster{}, form("DeleteDBCluster", id, "c1",
			"SkipFinalSnapshot", "true", "FinalDBSnapshotIdentifier", "f")),
		"err-delete-has-instances": cluster(nereidtest.Cluster{Instances: 1}, form("DeleteDBCluster", id, "c1", "SkipFinalSnapshot", "true")),
		"err-delete-instance-stopped-cluster": cluster(nereidtest.Cluster{Instances: 1, Status: "stopped"},
			form("DeleteDBInstance", "DBInstanceIdentifier", "c1-1")),
		"err-delete-last-instance":     world(form("DeleteDBInstance", "DBInstanceIdentifier", "c1-1")),
		"err-delete-member-of-global":  world(form("DeleteDBCluster", "region", "eu-west-1", id, "far", "SkipFinalSnapshot", "true")),
		"err-delete-primary-of-global": world(form("DeleteDBCluster", id, "c1", "SkipFinalSnapshot", "true")),
		"err-export-bad-name": func(e estate) string {
			return exportForm("e-", e.AddSnapshot(nereidtest.Snapshot{ID: "s1"}))
		},
		"err-export-denied": func(e estate) string {
			e.Inject(nereidtest.Fault{Action: "StartExportTask", Code: "AccessDenied", Message: "User: " +
				"arn:aws:sts::123456789012:assumed-role/r/u is not authorized to perform: rds:StartExportTask on resource: " +
				"arn:aws:rds:eu-west-1:123456789012:snapshot:s because no identity-based policy allows the rds:StartExportTask action"})
			return exportForm("e1", dbSnapshotARN+"s")
		},
		"err-export-exists": func(e estate) string {
			source := e.AddSnapshot(nereidtest.Snapshot{ID: "s1"})
			e.do(t, exportForm("e1", source))
			return exportForm("e1", source)
		},
		"err-export-limit": func(e estate) string {
			source := e.AddSnapshot(nereidtest.Snapshot{ID: "s1"})
			for n := range 5 {
				e.do(t, exportForm(fmt.Sprint("e", n), source))
			}
			return exportForm("more", source)
		},
		"err-export-no-snapshot": func(estate) string { return exportForm("e1", dbSnapshotARN+"rds:db-2021-05-23-03-36") },
		"err-global-exists": func(e estate) string {
			e.AddGlobalCluster("g1")
			return form("CreateGlobalCluster", globalAlone, "g1", "Engine", "neptune")
		},
		"err-master-password-neptune": cluster(nereidtest.Cluster{}, form("CreateDBInstance", "DBInstanceIdentifier", "i1", "Engine", "neptune",
			"DBInstanceClass", "db.r6g.large", id, "c1", "MasterUserPassword", "long-enough")),
		"err-modify-stopped":            cluster(nereidtest.Cluster{Status: "stopped"}, form("ModifyDBCluster", id, "c1", "BackupRetentionPeriod", "9")),
		"err-modify-version-no-primary": cluster(nereidtest.Cluster{}, form("ModifyDBCluster", id, "c1", "EngineVersion", "1.4.7.1")),
		"err-no-cluster-snapshot":       func(estate) string { return form("DescribeDBClusterSnapshots", "DBClusterSnapshotIdentifier", "s1") },
		"err-no-cluster":                func(estate) string { return form("DescribeDBClusters", id, "c1") },
		"err-no-instance":               func(estate) string { return form("DescribeDBInstances", "DBInstanceIdentifier", "i1") },
		"err-reboot-busy":               instance("modifying", form("RebootDBInstance", "DBInstanceIdentifier", "i1")),
		"err-snapshot-cluster-not-available": cluster(nereidtest.Cluster{Status: "stopped"},
			form("CreateDBClusterSnapshot", id, "c1", "DBClusterSnapshotIdentifier", "s1")),
		"err-snapshot-member-instance": cluster(nereidtest.Cluster{Instances: 1},
			form("CreateDBSnapshot", "DBInstanceIdentifier", "c1-1", "DBSnapshotIdentifier", "s1")),
		"err-start-while-available":       cluster(nereidtest.Cluster{}, form("StartDBCluster", id, "c1")),
		"err-stop-instance-not-available": instance("stopping", form("StopDBInstance", "DBInstanceIdentifier", "i1")),
		"err-stop-member-instance": cluster(nereidtest.Cluster{Engine: "aurora", Instances: 1},
			form("StopDBInstance", "DBInstanceIdentifier", "c1-1")),
		"err-stop-while-stopping": cluster(nereidtest.Cluster{Status: "stopping"}, form("StopDBCluster", id, "c1")),
		"err-switchover-not-ready": func(e estate) string {
			e.AddGlobalCluster("g1", e.AddCluster(nereidtest.Cluster{ID: "c1", Region: "eu-west-1", Instances: 1}))
			e.do(t, form("CreateDBCluster", id, "far", "Engine", "neptune", globalAlone, "g1"))
			return form("FailoverGlobalCluster", globalAlone, "g1", "TargetDbClusterIdentifier", clusterARN+"far")
		},
	}
}

// in sends a request to the region that it names.
func in(t testing.TB, e estate, request string) wireReply {
	t.Helper()
	values, err := url.ParseQuery(request)
	if err != nil {
		t.Fatal(err)
	}
	region := values.Get("region")
	if region == "" {
		return post(t, e.Server, request, nil)
	}
	values.Del("region")
	return post(t, e.Server, values.Encode(), func(r *http.Request, s *sign) {
		s.region, r.Host = region, "rds."+region+".amazonaws.com"
	})
}

// TestRecordedErrors makes the fake produce each recorded error, word for word.
func TestRecordedErrors(t *testing.T) {
	cases := recordedReplies(t, "recorded-errors.json")
	situations := recordedErrors(t)
	for _, c := range cases {
		t.Run(c.ID, func(t *testing.T) {
			prepare := situations[c.ID]
			if prepare == nil {
				t.Fatalf("the test has no situation for %s", c.Body)
			}
			e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.DBSnapshotCopies = 5 }))
			got := in(t, e, prepare(e))
			var want wireReply
			if err := xml.Unmarshal([]byte(c.Body), &want); err != nil {
				t.Fatal(err)
			}
			if got.status != c.Status || got.Error != want.Error {
				t.Errorf("got  %d %+v\nwant %d %+v", got.status, got.Error, c.Status, want.Error)
			}
		})
		delete(situations, c.ID)
	}
	for id := range situations {
		t.Errorf("no recording has the id %s", id)
	}
	t.Logf("%d recorded errors", len(cases))
}
