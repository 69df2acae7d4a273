package nereidtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

const abroad = "eu-west-1"

// clientIn returns a client for another region that does not retry.
func (e estate) clientIn(region string) *rds.Client {
	cfg := e.ConfigFor(region)
	cfg.Retryer = func() nereid.Retryer { return nereid.NopRetryer{} }
	return rds.NewFromConfig(cfg)
}

// The lifecycle of replicated backups: they are pending, replicating, restored
// in their region, retained and deleted. The source is modifying some time
// later.
func TestReplicationLife(t *testing.T) {
	e := newEstate(t)
	source := e.AddInstance(nereidtest.Instance{ID: "db", KmsKeyID: "alias/home", SizeGB: 9})
	away, key := e.clientIn(abroad), "arn:aws:kms:eu-west-1:123456789012:key/11111111-1111-1111-1111-111111111111"
	instance := func() types.DBInstance {
		return must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: str("db")}))(t).DBInstances[0]
	}
	look := func(what string, want string) {
		t.Helper()
		i := instance()
		got := fmt.Sprintf("source %s with %d, %s", *i.DBInstanceStatus, len(i.DBInstanceAutomatedBackupsReplications), strings.Join(e.instanceBackups(t, abroad), ", "))
		if got != want {
			t.Errorf("%s: %s\nwant %s", what, got, want)
		}
	}
	out := must(away.StartDBInstanceAutomatedBackupsReplication(ctx, &rds.StartDBInstanceAutomatedBackupsReplicationInput{
		SourceDBInstanceArn: &source, BackupRetentionPeriod: i32(2), KmsKeyId: &key, Tags: []types.Tag{{Key: str("k"), Value: str("v")}},
	}))(t).DBInstanceAutomatedBackup
	arn := out.DBInstanceAutomatedBackupsArn
	if *out.Status != "pending" || out.RestoreWindow.LatestTime != nil || *out.Region != "us-east-1" || *out.DBInstanceArn != source || *out.BackupRetentionPeriod != 2 ||
		*out.KmsKeyId != key || !strings.HasPrefix(*arn, "arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-") || len(out.TagList) != 1 {
		t.Errorf("started: %s of %s, %s", *out.Status, *out.Region, *arn)
	}
	if own := instance().DBInstanceAutomatedBackupsReplications; *own[0].DBInstanceAutomatedBackupsArn != *arn {
		t.Errorf("the source lists %s", *own[0].DBInstanceAutomatedBackupsArn)
	}
	look("at once", "source available with 1, db pending -..-")
	e.Advance(20 * time.Second)
	look("a little later", "source modifying with 1, db pending -..-")
	e.Advance(10 * time.Minute)
	look("in the end", "source available with 1, db replicating 10m0s..10m20s")
	e.Advance(3 * 24 * time.Hour)
	look("days later", "source available with 1, db replicating 24h10m20s..72h10m20s")
	live := must(e.rds.DescribeDBInstanceAutomatedBackups(ctx, nil))(t).DBInstanceAutomatedBackups[0]
	if *live.Status != "active" || len(live.DBInstanceAutomatedBackupsReplications) != 1 || *live.DBInstanceAutomatedBackupsArn == *arn {
		t.Errorf("at home: %s with %d", *live.Status, len(live.DBInstanceAutomatedBackupsReplications))
	}

	restore := func(name string) (*rds.RestoreDBInstanceToPointInTimeOutput, error) {
		return away.RestoreDBInstanceToPointInTime(ctx, &rds.RestoreDBInstanceToPointInTimeInput{
			TargetDBInstanceIdentifier: &name, SourceDBInstanceAutomatedBackupsArn: arn, UseLatestRestorableTime: yes(),
		})
	}
	if i := must(restore("during"))(t).DBInstance; *i.KmsKeyId != key || !strings.HasPrefix(*i.DBInstanceArn, "arn:aws:rds:eu-west-1:") || *i.Engine != "postgres" {
		t.Errorf("restored: %s with %s", *i.DBInstanceArn, *i.KmsKeyId)
	}

	stop := func() (*rds.StopDBInstanceAutomatedBackupsReplicationOutput, error) {
		return away.StopDBInstanceAutomatedBackupsReplication(ctx, &rds.StopDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source})
	}
	if b := must(stop())(t).DBInstanceAutomatedBackup; *b.Status != "replicating" {
		t.Errorf("stopped: %s", *b.Status)
	}
	must(away.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("during"), SkipFinalSnapshot: yes()}))(t)
	e.Advance(20 * time.Second)
	deletion := func() error {
		return fail(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("db"), FinalDBSnapshotIdentifier: str("last")}))
	}
	testRefusals(t, []refusal{
		{name: "stop twice", call: func() error { return fail(stop()) }, code: "InvalidDBInstanceState"},
		{name: "final snapshot of a source that is modifying", call: deletion, code: "InvalidDBInstanceState"},
	})
	e.Advance(10 * time.Minute)
	look("stopped", "source available with 0, db retained 24h20m40s..72h10m20s")
	if err := deletion(); err != nil {
		t.Error(err)
	}

	must(restore("afterwards"))(t)
	must(away.DeleteDBInstanceAutomatedBackup(ctx, &rds.DeleteDBInstanceAutomatedBackupInput{DBInstanceAutomatedBackupsArn: arn}))(t)
	e.Advance(20 * time.Minute)
	compare(t, "deleted", e.instanceBackups(t, abroad), "afterwards active 72h26m40s..72h40m40s")
}

// Replicated backups are retained when their source is deleted or no longer
// keeps backups. They are replicated again on request.
func TestReplicationOutlivesItsSource(t *testing.T) {
	for name, end := range map[string]func(e estate, source string){
		"deleted": func(e estate, _ string) {
			must(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("db"), SkipFinalSnapshot: yes()}))(t)
		},
		"removed": func(e estate, source string) { e.Remove(source) },
		"no backups": func(e estate, _ string) {
			must(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("db"), BackupRetentionPeriod: i32(0), ApplyImmediately: yes()}))(t)
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := newEstate(t)
			source := e.AddInstance(nereidtest.Instance{ID: "db"})
			in := &rds.StartDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source}
			first := must(e.clientIn(abroad).StartDBInstanceAutomatedBackupsReplication(ctx, in))(t).DBInstanceAutomatedBackup
			e.Advance(time.Hour)
			end(e, source)
			e.Advance(time.Hour)
			if list := e.instanceBackups(t, abroad); len(list) != 1 || !strings.HasPrefix(list[0], "db retained 10m0s..1h") {
				t.Errorf("%v", list)
			}
			if name != "no backups" {
				return
			}
			must(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("db"), BackupRetentionPeriod: i32(7), ApplyImmediately: yes()}))(t)
			e.Advance(time.Hour)
			again := must(e.clientIn(abroad).StartDBInstanceAutomatedBackupsReplication(ctx, in))(t).DBInstanceAutomatedBackup
			if *again.DBInstanceAutomatedBackupsArn != *first.DBInstanceAutomatedBackupsArn || *again.BackupRetentionPeriod != 7 {
				t.Errorf("again: %s, %d days", *again.DBInstanceAutomatedBackupsArn, *again.BackupRetentionPeriod)
			}
			e.Advance(20 * 24 * time.Hour) // the planned events of the retained backups are canceled
			if list := e.instanceBackups(t, abroad); len(list) != 1 || !strings.HasPrefix(list[0], "db replicating") {
				t.Errorf("in the end: %v", list)
			}
		})
	}
}

func TestReplicationRefusals(t *testing.T) {
	e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.Instances = 1 }))
	source := e.AddInstance(nereidtest.Instance{ID: "db"})
	secret := e.AddInstance(nereidtest.Instance{ID: "secret", KmsKeyID: "alias/home"})
	stopped := e.AddInstance(nereidtest.Instance{ID: "stopped", Status: "stopped"})
	without := e.AddInstance(nereidtest.Instance{ID: "without"})
	must(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("without"), BackupRetentionPeriod: i32(0), ApplyImmediately: yes()}))(t)
	e.Advance(time.Hour)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	const member = "arn:aws:rds:us-east-1:123456789012:db:graph-1"
	away := e.clientIn(abroad)
	start := func(arn string, days *int32, key *string) func() error {
		return func() error {
			return fail(away.StartDBInstanceAutomatedBackupsReplication(ctx, &rds.StartDBInstanceAutomatedBackupsReplicationInput{
				SourceDBInstanceArn: &arn, BackupRetentionPeriod: days, KmsKeyId: key,
			}))
		}
	}
	stop := func(arn string) func() error {
		return func() error {
			return fail(away.StopDBInstanceAutomatedBackupsReplication(ctx, &rds.StopDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &arn}))
		}
	}
	none := strings.Replace(source, ":db:db", ":db:none", 1)
	testRefusals(t, []refusal{
		{name: "name", call: start("db", nil, nil), code: "InvalidParameterValue"},
		{name: "ARN of a cluster", call: start("arn:aws:rds:us-east-1:123456789012:cluster:graph", nil, nil), code: "InvalidParameterValue"},
		{name: "another partition", call: start(strings.Replace(source, "arn:aws:", "arn:aws-cn:", 1), nil, nil), code: "InvalidParameterValue"},
		{name: "its own region", call: func() error {
			return fail(e.rds.StartDBInstanceAutomatedBackupsReplication(ctx, &rds.StartDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source}))
		}, code: "InvalidParameterValue"},
		{name: "no instance", call: start(none, nil, nil), code: "DBInstanceNotFound", status: 404},
		{name: "another account", call: start(strings.Replace(source, "123456789012", "210987654321", 1), nil, nil), code: "DBInstanceNotFound", status: 404},
		{name: "member of a cluster", call: start(member, nil, nil), code: "InvalidParameterCombination"},
		{name: "no days", call: start(source, i32(0), nil), code: "InvalidParameterValue"},
		{name: "36 days", call: start(source, i32(36), nil), code: "InvalidParameterValue"},
		{name: "encrypted without a key", call: start(secret, nil, nil), code: "InvalidParameterValue"},
		{name: "key of another region", call: start(secret, nil, str("arn:aws:kms:us-east-1:123456789012:key/k")), code: "KMSKeyNotAccessibleFault"},
		{name: "key for what is not encrypted", call: start(source, nil, str("alias/here")), code: "InvalidParameterCombination"},
		{name: "stopped", call: start(stopped, nil, nil), code: "InvalidDBInstanceState"},
		{name: "no backups", call: start(without, nil, nil), code: "InvalidDBInstanceState"},
		{name: "stop of nothing", call: stop(source), code: "InvalidDBInstanceState"},
		{name: "stop of no instance", call: stop(none), code: "DBInstanceNotFound", status: 404},
	})
	if err := start(source, nil, nil)(); err != nil {
		t.Fatal(err)
	}
	arn := must(away.DescribeDBInstanceAutomatedBackups(ctx, nil))(t).DBInstanceAutomatedBackups[0].DBInstanceAutomatedBackupsArn
	testRefusals(t, []refusal{
		{name: "twice", call: start(source, nil, nil), code: "InvalidDBInstanceAutomatedBackupState"},
		{name: "one too many", call: start(secret, nil, str("alias/here")), code: "DBInstanceAutomatedBackupQuotaExceeded"},
		{name: "delete", call: func() error {
			return fail(away.DeleteDBInstanceAutomatedBackup(ctx, &rds.DeleteDBInstanceAutomatedBackupInput{DBInstanceAutomatedBackupsArn: arn}))
		}, code: "InvalidDBInstanceAutomatedBackupState"},
		{name: "restore of what is pending", call: func() error {
			return fail(away.RestoreDBInstanceToPointInTime(ctx, &rds.RestoreDBInstanceToPointInTimeInput{
				TargetDBInstanceIdentifier: str("copy"), SourceDBInstanceAutomatedBackupsArn: arn, UseLatestRestorableTime: yes(),
			}))
		}, code: "InvalidDBInstanceState"},
	})
}

// In GovCloud regions, the request must contain a URL presigned for the source
// region. The client creates the URL. In other regions, AWS ignores it.
func TestReplicationPresigned(t *testing.T) {
	for _, tt := range []struct{ home, away, url, code string }{
		{"us-gov-west-1", "us-gov-east-1", "", ""},
		{"us-gov-west-1", "us-gov-east-1", "https://rds.us-gov-west-1.amazonaws.com/?Action=StartDBInstanceAutomatedBackupsReplication", "InvalidParameterValue"},
		{"us-east-1", "eu-west-1", "https://example.com", ""},
	} {
		e := newEstate(t)
		source := e.AddInstance(nereidtest.Instance{ID: "db", Region: tt.home})
		in := &rds.StartDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source}
		if tt.url != "" {
			in.PreSignedUrl = &tt.url
		}
		_, err := e.clientIn(tt.away).StartDBInstanceAutomatedBackupsReplication(ctx, in)
		if code, _ := codeOf(err); code != tt.code || (err == nil) != (tt.code == "") {
			t.Errorf("from %s with %q: %v", tt.home, tt.url, err)
		}
	}
	// Without the ARN's region there is no URL.
	e := newEstate(t)
	source := e.AddInstance(nereidtest.Instance{ID: "db", Region: "us-gov-west-1"})
	cfg := e.ConfigFor("us-gov-east-1")
	client := rds.NewFromConfig(cfg, func(o *rds.Options) { o.DisableSourceRegionFromARN = true })
	in := &rds.StartDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source}
	testRefusals(t, []refusal{{name: "no URL", call: func() error {
		return fail(client.StartDBInstanceAutomatedBackupsReplication(ctx, in))
	}, code: "InvalidParameterValue"}})
	in.SourceRegion = str("us-gov-west-1")
	must(client.StartDBInstanceAutomatedBackupsReplication(ctx, in))(t)
}
