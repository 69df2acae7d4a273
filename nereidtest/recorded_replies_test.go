package nereidtest_test

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid/nereidtest"
)

// elementsOf returns the paths of the elements below the result of a reply,
// with their texts. Items of a list share their path.
func elementsOf(t *testing.T, body string) map[string][]string {
	t.Helper()
	paths := make(map[string][]string)
	d := xml.NewDecoder(strings.NewReader(body))
	var path []string
	text := ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return paths
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			path, text = append(path, token.Name.Local), ""
		case xml.CharData:
			text += string(token)
		case xml.EndElement:
			if p := strings.Join(path[min(2, len(path)):], "."); p != "" && strings.HasSuffix(path[1], "Result") {
				paths[p] = append(paths[p], text)
			}
			path, text = path[:len(path)-1], ""
		}
	}
}

// recordedSituations are the situations of the recorded replies.
func recordedSituations(t *testing.T) map[string]situation {
	const id, snapshot, task = "DBClusterIdentifier", "DBClusterSnapshotIdentifier", "ExportTaskIdentifier"
	cluster := func(spec nereidtest.Cluster, request string) situation {
		return func(e estate) string {
			spec.ID = "c1"
			spec.Instances = max(spec.Instances, 2)
			e.AddCluster(spec)
			e.AddSnapshot(nereidtest.Snapshot{ID: "s1", Cluster: "c1"})
			return request
		}
	}
	docdb := func(request string) situation { return cluster(nereidtest.Cluster{Engine: "docdb"}, request) }
	aurora := func(request string) situation {
		return cluster(nereidtest.Cluster{Engine: "aurora-mysql", KmsKeyID: "alias/a", Tags: map[string]string{"Name": "a"}}, request)
	}
	mysql := func(request string) situation {
		return func(e estate) string {
			e.AddInstance(nereidtest.Instance{ID: "i1", Engine: "mysql", KmsKeyID: "alias/a"})
			e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "s1", Instance: "i1"})
			return request
		}
	}
	world := func(request string, members int) situation {
		return func(e estate) string {
			var arns []string
			for n, region := range []string{"us-east-1", "us-east-2"}[:members] {
				arns = append(arns, e.AddCluster(nereidtest.Cluster{ID: "c" + string(rune('1'+n)), Engine: "aurora-postgresql", Region: region, Instances: 1}))
			}
			e.AddGlobalCluster("g1", arns...)
			return request
		}
	}
	alone := func(request string) situation {
		return func(e estate) string {
			e.AddCluster(nereidtest.Cluster{ID: "c1", Engine: "docdb"})
			return request
		}
	}
	exports := func(request string) situation {
		return func(e estate) string {
			source := e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "s1"})
			e.do(t, exportForm("done", source))
			e.Advance(time.Hour)
			e.do(t, exportForm("e1", source))
			return request
		}
	}
	member := "arn:aws:rds:us-east-2:123456789012:cluster:c2"
	return map[string]situation{
		"cli-docdb-createdbcluster-0": func(estate) string {
			return form("CreateDBCluster", id, "c1", "Engine", "docdb", "MasterUsername", "user24", "MasterUserPassword", "long-enough")
		},
		"cli-docdb-createdbclustersnapshot-0": docdb(form("CreateDBClusterSnapshot", id, "c1", snapshot, "s2")),
		"cli-docdb-createdbinstance-0": docdb(form("CreateDBInstance", "DBInstanceIdentifier", "i2", id, "c1", "Engine", "docdb",
			"DBInstanceClass", "db.r4.xlarge")),
		"cli-docdb-deletedbcluster-0":            alone(form("DeleteDBCluster", id, "c1", "SkipFinalSnapshot", "true")),
		"cli-docdb-deletedbclustersnapshot-0":    docdb(form("DeleteDBClusterSnapshot", snapshot, "s1")),
		"cli-docdb-deletedbinstance-0":           docdb(form("DeleteDBInstance", "DBInstanceIdentifier", "c1-1")),
		"cli-docdb-describedbclusters-0":         docdb(form("DescribeDBClusters")),
		"cli-docdb-describedbclustersnapshots-0": docdb(form("DescribeDBClusterSnapshots")),
		"cli-docdb-describedbinstances-0":        docdb(form("DescribeDBInstances")),
		"cli-docdb-describeevents-0": func(e estate) string {
			e.AddCluster(nereidtest.Cluster{ID: "c1", Instances: 2})
			e.do(t, form("FailoverDBCluster", id, "c1"))
			return form("DescribeEvents")
		},
		"cli-docdb-failoverdbcluster-0":   docdb(form("FailoverDBCluster", id, "c1")),
		"cli-docdb-listtagsforresource-0": cluster(nereidtest.Cluster{Tags: map[string]string{"A": "ALPHA", "B": "", "C": "CHARLIE"}}, form("ListTagsForResource", "ResourceName", clusterARN+"c1")),
		"cli-docdb-modifydbcluster-0":     docdb(form("ModifyDBCluster", id, "c1", "BackupRetentionPeriod", "7")),
		"cli-docdb-rebootdbinstance-0":    docdb(form("RebootDBInstance", "DBInstanceIdentifier", "c1-1")),

		"cli-new-failoverglobalcluster": world(form("FailoverGlobalCluster", globalAlone, "g1", "TargetDbClusterIdentifier", member,
			"AllowDataLoss", "true"), 2),
		"cli-new-switchoverglobalcluster": world(form("SwitchoverGlobalCluster", globalAlone, "g1", "TargetDbClusterIdentifier", member), 2),
		"cli-rds-cancelexporttask-0":      exports(form("CancelExportTask", task, "e1")),
		"cli-rds-copydbclustersnapshot-0": aurora(form("CopyDBClusterSnapshot", "SourceDBClusterSnapshotIdentifier", "s1",
			"TargetDBClusterSnapshotIdentifier", "s2")),
		"cli-rds-copydbsnapshot-0": mysql(form("CopyDBSnapshot", "SourceDBSnapshotIdentifier", "s1", "TargetDBSnapshotIdentifier", "s2")),
		"cli-rds-createdbcluster-0": func(estate) string {
			return form("CreateDBCluster", id, "c1", "Engine", "aurora-mysql", "MasterUsername", "user26", "MasterUserPassword", "long-enough")
		},
		"cli-rds-createdbcluster-1": func(estate) string {
			return form("CreateDBCluster", id, "c1", "Engine", "aurora-postgresql", "MasterUsername", "user26", "MasterUserPassword", "long-enough")
		},
		"cli-rds-createdbclustersnapshot-0":    aurora(form("CreateDBClusterSnapshot", id, "c1", snapshot, "s2")),
		"cli-rds-createdbsnapshot-0":           mysql(form("CreateDBSnapshot", "DBInstanceIdentifier", "i1", "DBSnapshotIdentifier", "s2")),
		"cli-rds-createglobalcluster-0":        func(estate) string { return form("CreateGlobalCluster", globalAlone, "g1", "Engine", "aurora-mysql") },
		"cli-rds-deletedbclustersnapshot-0":    aurora(form("DeleteDBClusterSnapshot", snapshot, "s1")),
		"cli-rds-deletedbsnapshot-0":           mysql(form("DeleteDBSnapshot", "DBSnapshotIdentifier", "s1")),
		"cli-rds-deleteglobalcluster-0":        world(form("DeleteGlobalCluster", globalAlone, "g1"), 0),
		"cli-rds-describedbclusters-0":         aurora(form("DescribeDBClusters")),
		"cli-rds-describedbclustersnapshots-0": aurora(form("DescribeDBClusterSnapshots")),
		"cli-rds-describedbsnapshots-0":        mysql(form("DescribeDBSnapshots")),
		"cli-rds-describeevents-0": func(e estate) string {
			e.AddInstance(nereidtest.Instance{ID: "i1"})
			e.do(t, form("CreateDBSnapshot", "DBInstanceIdentifier", "i1", "DBSnapshotIdentifier", "s1"))
			return form("DescribeEvents", "SourceIdentifier", "i1", "SourceType", "db-instance")
		},
		"cli-rds-describeexporttasks-0":     exports(form("DescribeExportTasks")),
		"cli-rds-describeglobalclusters-0":  world(form("DescribeGlobalClusters"), 0),
		"cli-rds-listtagsforresource-0":     cluster(nereidtest.Cluster{Tags: map[string]string{"Name": "a"}}, form("ListTagsForResource", "ResourceName", clusterARN+"c1")),
		"cli-rds-modifydbcluster-0":         aurora(form("ModifyDBCluster", id, "c1", "BackupRetentionPeriod", "14")),
		"cli-rds-modifyglobalcluster-0":     world(form("ModifyGlobalCluster", globalAlone, "g1", "DeletionProtection", "true"), 0),
		"cli-rds-removefromglobalcluster-0": world(form("RemoveFromGlobalCluster", globalAlone, "g1", "DbClusterIdentifier", member), 2),
		"cli-rds-startexporttask-0": func(e estate) string {
			return exportForm("e1", e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "s1"}))
		},
		"guide-describeexporttasks": exports(form("DescribeExportTasks")),
	}
}

// unmade lists the recorded replies that the fake cannot produce.
func unmade() map[string]string {
	return map[string]string{
		"cli-docdb-startdbcluster-0": "the status creating in the reply of a start contradicts what others recorded",
		"cli-docdb-stopdbcluster-0":  "the status creating in the reply of a stop contradicts what others recorded",
		"cli-rds-createdbcluster-2":  "a cluster that is created with its instance",
		"cli-rds-createdbinstance-0": "an instance that is created outside a cluster",
	}
}

// TestRecordedReplies makes the fake produce each recorded reply, with all
// elements and the same states.
func TestRecordedReplies(t *testing.T) {
	cases := recordedReplies(t, "recorded-replies.json")
	situations, unmade := recordedSituations(t), unmade()
	for _, c := range cases {
		t.Run(c.ID, func(t *testing.T) {
			if why, ok := unmade[c.ID]; ok {
				t.Skip(why)
			}
			prepare := situations[c.ID]
			if prepare == nil {
				t.Fatalf("the test has no situation for %s", c.Body)
			}
			e := newEstate(t)
			got := in(t, e, prepare(e))
			if got.status != 200 {
				t.Fatalf("%s", got.body)
			}
			ours, theirs := elementsOf(t, got.body), elementsOf(t, c.Body)
			for path, texts := range theirs {
				have, ok := ours[path]
				switch {
				case !ok && isSetting(path):
				case !ok:
					t.Errorf("no element %s, which has %q", path, texts)
				case isState(path) && !isList(path) && !slices.Equal(have, texts):
					t.Errorf("%s is %q, want %q", path, have, texts)
				}
			}
		})
		delete(situations, c.ID)
	}
	for id := range situations {
		t.Errorf("no recording has the id %s", id)
	}
}

// isSetting reports whether an element depends on a setting of the recorded
// resource, or on the outcome of the recorded export.
func isSetting(path string) bool {
	return slices.ContainsFunc([]string{
		"CloudwatchLogsExports", "DatabaseName", "Iops", "WarningMessage", "FailureCause",
	}, func(name string) bool { return strings.Contains(path, name) })
}

// isList reports whether an element belongs to a list, which may have other
// resources here.
func isList(path string) bool {
	root, _, _ := strings.Cut(path, ".")
	return strings.HasSuffix(root, "s")
}

// isState reports whether the text of an element is independent of names, times
// and settings.
func isState(path string) bool {
	name := path[strings.LastIndexByte(path, '.')+1:]
	return slices.Contains([]string{"Status", "DBInstanceStatus", "PercentProgress", "SnapshotType"}, name)
}
