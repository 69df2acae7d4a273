package nereidtest_test

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// valueFacts are the facts about values in Describe responses.
func valueFacts() []fact {
	keyARN := regexp.MustCompile(`^arn:aws:kms:us-east-1:123456789012:key/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
	return []fact{
		{"d52f5f55", "KmsKeyId is the ARN of the key, also for an alias, a key id and the default key", func(t *testing.T) {
			e := newEstate(t)
			const id = "6a7b0c1d-0000-4000-8000-123456789abc"
			seen := make(map[string]string)
			for i, key := range []string{"", "alias/graph", "arn:aws:kms:us-east-1:123456789012:alias/graph", id, "arn:aws:kms:us-east-1:123456789012:key/" + id} {
				out := must(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
					DBClusterIdentifier: str(fmt.Sprint("c", i)), Engine: str("neptune"), StorageEncrypted: yes(), KmsKeyId: orNil(key),
				}))(t)
				if seen[key] = *out.DBCluster.KmsKeyId; !keyARN.MatchString(seen[key]) {
					t.Errorf("for the key %q: %s", key, seen[key])
				}
			}
			if a, b := seen["alias/graph"], seen["arn:aws:kms:us-east-1:123456789012:alias/graph"]; a != b {
				t.Errorf("one alias, two keys: %s and %s", a, b)
			}
			if !strings.HasSuffix(seen[id], id) || seen[""] == seen["alias/graph"] {
				t.Errorf("%v", seen)
			}
		}},
		{"1efeb668", "a cluster snapshot has port 0, and no storage when it is taken", func(t *testing.T) {
			e := realEstate(t)
			must(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: str("c1"), DBClusterSnapshotIdentifier: str("s2"),
			}))(t)
			for _, want := range []int32{1, 0} {
				if s := e.clusterSnapshot(t, "s2"); *s.Port != 0 || *s.AllocatedStorage != want {
					t.Errorf("%s: port %d and storage %d, want 0 and %d", *s.Status, *s.Port, *s.AllocatedStorage, want)
				}
				e.Advance(time.Hour)
			}
		}},
		{"c93ba81b", "an export without a prefix shows an empty one, except in the reply of its start", func(t *testing.T) {
			e := realEstate(t)
			out := must(e.rds.StartExportTask(ctx, exportOf("e1", clusterSnapshotARN+"s1")))(t)
			task := e.exportTask(t, "e1")
			if out.S3Prefix != nil || task.S3Prefix == nil || *task.S3Prefix != "" {
				t.Errorf("the reply has %v, the description %v", out.S3Prefix, task.S3Prefix)
			}
		}},
		{"f5caf375", "tags in the request replace copied tags, an empty list does not", func(t *testing.T) {
			e := newEstate(t)
			e.AddCluster(nereidtest.Cluster{ID: "c1", Tags: map[string]string{"env": "dev"}, CopyTagsToSnapshot: true})
			e.AddSnapshot(nereidtest.Snapshot{ID: "s1", Tags: map[string]string{"env": "dev"}})
			given := []types.Tag{{Key: str("team"), Value: str("risk")}}
			for name, tt := range map[string]struct {
				tags []types.Tag
				want string
			}{"without": {nil, "env=dev"}, "empty": {[]types.Tag{}, "env=dev"}, "given": {given, "team=risk"}} {
				must(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
					SourceDBClusterSnapshotIdentifier: str("s1"), TargetDBClusterSnapshotIdentifier: str("copy-" + name),
					CopyTags: yes(), Tags: tt.tags,
				}))(t)
				must(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
					DBClusterIdentifier: str("c1"), DBClusterSnapshotIdentifier: str("new-" + name), Tags: tt.tags,
				}))(t)
				e.Advance(time.Hour)
				for _, kind := range []string{"copy-", "new-"} {
					if got := e.tags(t, clusterSnapshotARN+kind+name); got != tt.want {
						t.Errorf("%s%s: %s, want %s", kind, name, got, tt.want)
					}
				}
			}
		}},
		{"487544d6", "default parameter groups are named for the family, the default subnet group is called default", func(t *testing.T) {
			e := newEstate(t)
			for version, want := range map[string]string{"1.1.1.0": "default.neptune1", "1.2.1.0": "default.neptune1.2", "1.4.5.1": "default.neptune1.4"} {
				id := "v" + strings.ReplaceAll(version, ".", "")
				e.AddCluster(nereidtest.Cluster{ID: id, EngineVersion: version, Instances: 1})
				c, i := e.cluster(t, id), e.instance(t, id+"-1")
				if *c.DBClusterParameterGroup != want || *i.DBParameterGroups[0].DBParameterGroupName != want || *c.DBSubnetGroup != "default" {
					t.Errorf("%s: %s, %s, %s", version, *c.DBClusterParameterGroup, *i.DBParameterGroups[0].DBParameterGroupName, *c.DBSubnetGroup)
				}
			}
		}},
		{"666c8e85", "a marker is the name of the last item in standard base64", func(t *testing.T) {
			e := newEstate(t)
			for i := range 45 {
				e.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprintf("s-%03d", i)})
			}
			in := &neptune.DescribeDBClusterSnapshotsInput{MaxRecords: i32(20)}
			seen := make(map[string]bool)
			for range 3 {
				out := must(e.neptune.DescribeDBClusterSnapshots(ctx, in))(t)
				for _, s := range out.DBClusterSnapshots {
					seen[*s.DBClusterSnapshotIdentifier] = true
				}
				if in.Marker = out.Marker; in.Marker == nil {
					break
				}
				last := out.DBClusterSnapshots[len(out.DBClusterSnapshots)-1].DBClusterSnapshotIdentifier
				if name, err := base64.StdEncoding.DecodeString(*in.Marker); err != nil || string(name) != *last {
					t.Errorf("the marker %s after %s: %q, %v", *in.Marker, *last, name, err)
				}
			}
			if len(seen) != 45 || in.Marker != nil {
				t.Errorf("%d of 45 snapshots", len(seen))
			}
		}},
		{"e6174861", "members, zones and security groups are unordered, but the same in each description", func(t *testing.T) {
			e := newEstate(t)
			groups := []string{"sg-a", "sg-b", "sg-c", "sg-d"}
			unsorted := 0
			for i := range 8 {
				must(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
					DBClusterIdentifier: str(fmt.Sprint("c", i)), Engine: str("neptune"), VpcSecurityGroupIds: groups,
				}))(t)
				var orders [2][3][]string
				for n := range orders {
					c := e.cluster(t, fmt.Sprint("c", i))
					orders[n][0] = c.AvailabilityZones
					for _, g := range c.VpcSecurityGroups {
						orders[n][1] = append(orders[n][1], *g.VpcSecurityGroupId)
					}
				}
				if fmt.Sprint(orders[0]) != fmt.Sprint(orders[1]) {
					t.Errorf("%v, then %v", orders[0], orders[1])
				}
				if !slices.IsSorted(orders[0][0]) || !slices.IsSorted(orders[0][1]) {
					unsorted++
				}
			}
			if unsorted == 0 {
				t.Error("all are sorted")
			}
		}},
		{"716ee1ee", "the hosted zone depends on region and engine, and the id of a global database is in hex", func(t *testing.T) {
			e := realEstate(t)
			e.world(t)
			zones := make(map[string]bool)
			for _, id := range []string{"c1-1", "c1-2"} {
				zones[*e.instance(t, id).Endpoint.HostedZoneId] = true
			}
			if c := e.cluster(t, "c1"); !zones["ZUFXD4SLT2LS7"] || len(zones) != 1 || *c.HostedZoneId != "ZUFXD4SLT2LS7" {
				t.Errorf("of Neptune in us-east-1: %v, the cluster %s", zones, *c.HostedZoneId)
			}
			away := *describeCluster(t, e.away, "away").HostedZoneId
			if shop := *e.instance(t, "i1").Endpoint.HostedZoneId; away == "ZUFXD4SLT2LS7" || shop == "ZUFXD4SLT2LS7" || away == shop {
				t.Errorf("in eu-west-1 %s, of postgres %s", away, shop)
			}
			g := must(e.neptune.DescribeGlobalClusters(ctx, nil))(t).GlobalClusters[0]
			if !regexp.MustCompile(`^cluster-[0-9a-f]{15,16}$`).MatchString(*g.GlobalClusterResourceId) {
				t.Errorf("%s", *g.GlobalClusterResourceId)
			}
		}},
		{"dadb8f5b", "a primary lists its secondaries as replicas, a secondary its primary as source", func(t *testing.T) {
			e := realEstate(t)
			primary, secondary := e.world(t)
			if got := e.cluster(t, "c1").ReadReplicaIdentifiers; !slices.Equal(got, []string{secondary}) {
				t.Errorf("the primary lists %v", got)
			}
			if got := describeCluster(t, e.away, "away").ReplicationSourceIdentifier; got == nil || *got != primary {
				t.Errorf("the source of the secondary is %v", got)
			}
		}},
		{"b5dd73a1", "events have no full stop, and a finished copy of a cluster snapshot has no event", func(t *testing.T) {
			e := realEstate(t)
			must(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: str("c1"), DBClusterSnapshotIdentifier: str("s2"),
			}))(t)
			must(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: str("s1"), TargetDBClusterSnapshotIdentifier: str("s3"),
			}))(t)
			e.Advance(10 * time.Minute)
			must(e.neptune.DeleteDBClusterSnapshot(ctx, &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: str("s2")}))(t)
			must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("c1")}))(t)
			e.Advance(10 * time.Minute)
			var all []string
			for _, event := range must(e.rds.DescribeEvents(ctx, nil))(t).Events {
				if all = append(all, *event.Message); strings.HasSuffix(*event.Message, ".") {
					t.Errorf("%q ends with a full stop", *event.Message)
				}
				if event.SourceType == rdstypes.SourceTypeDbClusterSnapshot && *event.SourceIdentifier == "s3" && strings.Contains(*event.Message, "inished") {
					t.Errorf("%q", *event.Message)
				}
			}
			for _, want := range []string{"Creating manual cluster snapshot", "Manual cluster snapshot created", "Deleted manual snapshot"} {
				if !slices.Contains(all, want) {
					t.Errorf("%q is not among %q", want, all)
				}
			}
		}},
		{"bb384964", "a cluster of Neptune has the defaults of AWS", func(t *testing.T) {
			e := newEstate(t)
			c := must(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: str("c1"), Engine: str("neptune")}))(t).DBCluster
			if *c.Port != 8182 || *c.BackupRetentionPeriod != 1 || len(c.VpcSecurityGroups) != 1 ||
				*c.IAMDatabaseAuthenticationEnabled || *c.StorageEncrypted || c.KmsKeyId != nil {
				t.Errorf("%+v", c)
			}
		}},
	}
}
