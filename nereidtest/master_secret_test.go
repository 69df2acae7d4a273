package nereidtest_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// TestMasterSecret turns the secret of a master user on, rotates it and turns
// it off, for a cluster and for an instance. In between, it makes requests that
// AWS rejects.
func TestMasterSecret(t *testing.T) {
	for _, kind := range []string{"cluster", "instance"} {
		t.Run(kind, func(t *testing.T) {
			e := newEstate(t)
			type change struct {
				password, key       *string
				manage, rotate, now *bool
			}
			modify := func(c change) error {
				return fail(e.rds.ModifyDBCluster(ctx, &rds.ModifyDBClusterInput{
					DBClusterIdentifier: str("c"), MasterUserPassword: c.password, MasterUserSecretKmsKeyId: c.key,
					ManageMasterUserPassword: c.manage, RotateMasterUserPassword: c.rotate, ApplyImmediately: c.now,
				}))
			}
			secret := func() *rdstypes.MasterUserSecret {
				out := must(e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: str("c")}))(t)
				return out.DBClusters[0].MasterUserSecret
			}
			if kind == "instance" {
				modify = func(c change) error {
					return fail(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{
						DBInstanceIdentifier: str("c"), MasterUserPassword: c.password, MasterUserSecretKmsKeyId: c.key,
						ManageMasterUserPassword: c.manage, RotateMasterUserPassword: c.rotate, ApplyImmediately: c.now,
					}))
				}
				secret = func() *rdstypes.MasterUserSecret {
					out := must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: str("c")}))(t)
					return out.DBInstances[0].MasterUserSecret
				}
				must(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
					DBInstanceIdentifier: str("c"), Engine: str("postgres"), DBInstanceClass: str("db.r6g.large"), AllocatedStorage: i32(20),
					MasterUsername: str("boss"), MasterUserPassword: str("long-enough"),
				}))(t)
			} else {
				must(e.rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{
					DBClusterIdentifier: str("c"), Engine: str("aurora-mysql"), MasterUsername: str("boss"), MasterUserPassword: str("long-enough"),
				}))(t)
			}
			e.Advance(time.Hour)
			if s := secret(); s != nil {
				t.Fatalf("%+v", s)
			}
			ok := func(c change, during string) {
				t.Helper()
				if err := modify(c); err != nil {
					t.Fatal(err)
				}
				if s := secret(); (s == nil) != (during == "") || s != nil && *s.SecretStatus != during {
					t.Errorf("%+v, want %q", s, during)
				}
				e.Advance(time.Hour)
				if s := secret(); (s == nil) != (during == "") || s != nil && *s.SecretStatus != "active" {
					t.Errorf("%+v, want it active", s)
				}
			}
			refused := func(c change) {
				t.Helper()
				before := secret()
				says(t, modify(c), 400, "InvalidParameterCombination", "")
				if after := secret(); (before == nil) != (after == nil) {
					t.Errorf("%+v, was %+v", after, before)
				}
			}
			refused(change{password: str("another-one"), manage: yes()})
			refused(change{rotate: yes(), now: yes()})
			refused(change{key: str("alias/mine")})
			ok(change{manage: yes(), key: str("alias/mine")}, "creating")
			first := secret()
			if *first.SecretArn == "" || *first.KmsKeyId == "" {
				t.Errorf("%+v", first)
			}
			refused(change{password: str("another-one")})
			refused(change{manage: new(bool)})
			refused(change{rotate: yes()})
			refused(change{key: str("alias/other")})
			ok(change{rotate: yes(), now: yes()}, "rotating")
			if s := secret(); *s.SecretArn != *first.SecretArn || *s.KmsKeyId != *first.KmsKeyId {
				t.Errorf("%+v, was %+v", s, first)
			}
			ok(change{manage: new(bool), password: str("another-one"), now: yes()}, "")
			ok(change{manage: yes()}, "creating")
		})
	}
	e := newEstate(t)
	must(e.rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{
		DBClusterIdentifier: str("c"), Engine: str("aurora-mysql"), MasterUsername: str("boss"), MasterUserPassword: str("long-enough"),
	}))(t)
	e.Advance(time.Hour)
	must(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: str("c-1"), DBClusterIdentifier: str("c"), Engine: str("aurora-mysql"), DBInstanceClass: str("db.r6g.large"),
	}))(t)
	e.Advance(time.Hour)
	says(t, fail(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("c-1"), ManageMasterUserPassword: yes()})), 400, "InvalidParameterCombination", "")
}
