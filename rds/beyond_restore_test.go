package rds_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/chaostest"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

const importRole = "arn:aws:iam::123456789012:role/import"

// wholeCluster returns a request to restore a cluster with roles, settings and instances.
func wholeCluster() *rds.ClusterRestore {
	return &rds.ClusterRestore{
		FromSnapshot: &rds.RestoreDBClusterFromSnapshotInput{
			DBClusterIdentifier: nereid.String("Copy"), Engine: nereid.String("aurora-postgresql"), SnapshotIdentifier: nereid.String("nightly"),
		},
		Roles:    []rds.AddRoleToDBClusterInput{{RoleArn: nereid.String(importRole), FeatureName: nereid.String("s3Import")}},
		Settings: &rds.ModifyDBClusterInput{BackupRetentionPeriod: nereid.Int32(9), PreferredMaintenanceWindow: nereid.String("mon:01:00-mon:02:00")},
		Instances: []rds.CreateDBInstanceInput{
			{DBInstanceIdentifier: nereid.String("copy-1"), DBInstanceClass: nereid.String("db.r6g.large")},
			{DBInstanceIdentifier: nereid.String("copy-2"), DBInstanceClass: nereid.String("db.r6g.large"), PromotionTier: nereid.Int32(5)},
		},
	}
}

// wholeInstance returns a request to restore an instance with roles and settings.
func wholeInstance() *rds.InstanceRestore {
	return &rds.InstanceRestore{
		FromSnapshot: &rds.RestoreDBInstanceFromDBSnapshotInput{DBInstanceIdentifier: nereid.String("Copy"), DBSnapshotIdentifier: nereid.String("last")},
		Roles:        []rds.AddRoleToDBInstanceInput{{RoleArn: nereid.String(importRole), FeatureName: nereid.String("s3Import")}},
		Settings:     &rds.ModifyDBInstanceInput{BackupRetentionPeriod: nereid.Int32(9), DBInstanceClass: nereid.String("db.r6g.2xlarge"), PreferredMaintenanceWindow: nereid.String("mon:01:00-mon:02:00")},
	}
}

// A restoring is a restore of a cluster or an instance.
type restoring struct {
	name string
	run  func(context.Context, *rds.Client) (shown []string, err error)
	want []string
	made string // the operation that creates it
}

func restorings() []restoring {
	return []restoring{
		{"cluster", func(ctx context.Context, client *rds.Client) (shown []string, err error) {
			c, err := rds.RestoreCluster(ctx, client, wholeCluster(), 3*time.Hour)
			if err != nil {
				return nil, err
			}
			shown = []string{*c.DBClusterIdentifier, *c.Status, *c.PreferredMaintenanceWindow, fmt.Sprint(*c.BackupRetentionPeriod)}
			for _, r := range c.AssociatedRoles {
				shown = append(shown, *r.RoleArn+" "+*r.Status)
			}
			var members []string
			for _, m := range c.DBClusterMembers {
				members = append(members, fmt.Sprint(*m.DBInstanceIdentifier, " ", *m.IsClusterWriter))
			}
			slices.Sort(members)
			return append(shown, members...), nil
		}, []string{"copy", "available", "mon:01:00-mon:02:00", "9", importRole + " ACTIVE", "copy-1 true", "copy-2 false"}, "RestoreDBClusterFromSnapshot"},
		{"instance", func(ctx context.Context, client *rds.Client) (shown []string, err error) {
			i, err := rds.RestoreInstance(ctx, client, wholeInstance(), 3*time.Hour)
			if err != nil {
				return nil, err
			}
			shown = []string{*i.DBInstanceIdentifier, *i.DBInstanceStatus, *i.PreferredMaintenanceWindow, fmt.Sprint(*i.BackupRetentionPeriod), *i.DBInstanceClass}
			for _, r := range i.AssociatedRoles {
				shown = append(shown, *r.RoleArn+" "+*r.Status)
			}
			return shown, nil
		}, []string{"copy", "available", "mon:01:00-mon:02:00", "9", "db.r6g.2xlarge", importRole + " ACTIVE"}, "RestoreDBInstanceFromDBSnapshot"},
	}
}

// sources adds the resources that are restored to the server.
func sources(server *nereidtest.Server) {
	server.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql", Instances: 1})
	server.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "orders"})
	server.AddInstance(nereidtest.Instance{ID: "shop", Engine: "mysql"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "last", Instance: "shop"})
}

// breaking is a transport that sends a number of requests, and then fails.
type breaking struct {
	nereid.HTTPClient
	left int
	stop context.CancelFunc
}

func (b *breaking) Do(req *http.Request) (*http.Response, error) {
	if b.left--; b.left == 0 {
		defer b.stop() // after the service acted
	}
	return b.HTTPClient.Do(req)
}

// If a restore is interrupted after any of its requests, another call with the same request
// completes it.
func TestRestoreGoesOn(t *testing.T) {
	for _, r := range restorings() {
		t.Run(r.name, func(t *testing.T) {
			for n := 1; ; n++ {
				ended := false
				synctest.Test(t, func(t *testing.T) {
					server := nereidtest.NewServer(t)
					sources(server)
					ctx, stop := context.WithCancel(t.Context())
					defer stop()
					config := server.Config()
					config.HTTPClient = &breaking{config.HTTPClient, n, stop}
					shown, err := r.run(ctx, rds.NewFromConfig(config))
					if ended = err == nil; !ended {
						if !errors.Is(err, context.Canceled) {
							t.Fatalf("after %d requests: %v", n, err)
						}
						<-time.After(time.Duration(n) * time.Minute)
						if shown, err = r.run(t.Context(), rds.NewFromConfig(server.Config())); err != nil {
							t.Fatalf("again, after %d requests: %v", n, err)
						}
					}
					if diff := cmp.Diff(r.want, shown); diff != "" {
						t.Errorf("after %d requests (-want +got):\n%s", n, diff)
					}
					if made := server.CountSucceeded(r.made); made != 1 {
						t.Errorf("after %d requests: it was restored %d times", n, made)
					}
				})
				if t.Failed() || ended {
					break
				}
				if n > 60 {
					t.Fatal("it does not end")
				}
			}
		})
	}
}

// Even if Describe responses lag and requests fail, every resource exists exactly once in the end.
func TestRestoreOnABadDay(t *testing.T) {
	for _, r := range restorings() {
		for name, options := range map[string][]nereidtest.Option{
			"lag":    {nereidtest.WithLags(func(l *nereidtest.Lags) { l.SetAll(25 * time.Second) })},
			"faults": nil,
		} {
			t.Run(r.name+" "+name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					server := nereidtest.NewServer(t, options...)
					sources(server)
					if options == nil {
						server.Inject(chaostest.Faults("", 0.2)...)
					}
					shown, err := r.run(t.Context(), rds.NewFromConfig(server.Config()))
					if diff := cmp.Diff(r.want, shown); diff != "" || err != nil {
						t.Errorf("%v (-want +got):\n%s", err, diff)
					}
					if made := server.CountSucceeded(r.made); made != 1 {
						t.Errorf("it was restored %d times", made)
					}
				})
			})
		}
	}
}

// If a different resource has the name, or the request is invalid, a restore fails and changes
// nothing.
func TestRestoreRefused(t *testing.T) {
	for name, before := range map[string]func(*nereidtest.Server){
		"another": func(s *nereidtest.Server) {
			s.AddCluster(nereidtest.Cluster{ID: "copy", Engine: "aurora-postgresql"})
			s.AddInstance(nereidtest.Instance{ID: "copy"})
		},
		"another restore": func(s *nereidtest.Server) {
			tags := map[string]string{rds.RestoreTag: "snapshot older"}
			s.AddCluster(nereidtest.Cluster{ID: "copy", Engine: "aurora-postgresql", Tags: tags})
			s.AddInstance(nereidtest.Instance{ID: "copy", Tags: tags})
		},
	} {
		for _, r := range restorings() {
			t.Run(r.name+" "+name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					server := nereidtest.NewServer(t)
					sources(server)
					before(server)
					_, err := r.run(t.Context(), rds.NewFromConfig(server.Config()))
					if !errors.Is(err, rds.ErrOtherResource) || server.Count(r.made) != 0 {
						t.Errorf("%v after %d calls", err, server.Count(r.made))
					}
				})
			})
		}
	}
	t.Run("instance of another cluster", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			server := nereidtest.NewServer(t)
			sources(server)
			server.AddInstance(nereidtest.Instance{ID: "copy-2"})
			_, err := rds.RestoreCluster(t.Context(), rds.NewFromConfig(server.Config()), wholeCluster(), 3*time.Hour)
			if !errors.Is(err, rds.ErrOtherResource) {
				t.Error(err)
			}
		})
	})
	server := nereidtest.NewServer(t)
	client := rds.NewFromConfig(server.Config())
	for name, request := range map[string]*rds.ClusterRestore{
		"nothing":     nil,
		"no source":   {},
		"two sources": {FromSnapshot: wholeCluster().FromSnapshot, FromS3: clusterFromS3("copy")},
		"no name":     {FromSnapshot: &rds.RestoreDBClusterFromSnapshotInput{SnapshotIdentifier: nereid.String("nightly")}},
		"new name":    {FromSnapshot: wholeCluster().FromSnapshot, Settings: &rds.ModifyDBClusterInput{NewDBClusterIdentifier: nereid.String("x")}},
		"no instance": {FromSnapshot: wholeCluster().FromSnapshot, Instances: make([]rds.CreateDBInstanceInput, 1)},
	} {
		if _, err := rds.RestoreCluster(t.Context(), client, request, time.Hour); err == nil {
			t.Errorf("cluster, %s: it is accepted", name)
		}
	}
	for name, request := range map[string]*rds.InstanceRestore{
		"nothing":     nil,
		"no source":   {},
		"two sources": {FromSnapshot: wholeInstance().FromSnapshot, FromS3: instanceFromS3("copy")},
		"no name":     {FromSnapshot: &rds.RestoreDBInstanceFromDBSnapshotInput{DBSnapshotIdentifier: nereid.String("last")}},
		"new name":    {FromSnapshot: wholeInstance().FromSnapshot, Settings: &rds.ModifyDBInstanceInput{NewDBInstanceIdentifier: nereid.String("x")}},
	} {
		if _, err := rds.RestoreInstance(t.Context(), client, request, time.Hour); err == nil {
			t.Errorf("instance, %s: it is accepted", name)
		}
	}
	for _, r := range []error{
		second(rds.RestoreCluster(t.Context(), client, wholeCluster(), 0)), second(rds.RestoreInstance(t.Context(), client, wholeInstance(), -time.Hour)),
	} {
		if r == nil {
			t.Error("a maximum wait that is not positive is accepted")
		}
	}
	if n := server.Count(""); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
}

// If another caller deletes the restored resource, the restore fails long before the maximum wait,
// even if no description has shown the resource.
func TestRestoreOfWhatIsDeleted(t *testing.T) {
	for _, r := range restorings() {
		for _, after := range []time.Duration{time.Second, 3 * time.Minute} {
			t.Run(fmt.Sprint(r.name, " after ", after), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					server := nereidtest.NewServer(t)
					sources(server)
					kind := map[string]string{"cluster": "cluster", "instance": "db"}[r.name]
					time.AfterFunc(after, func() { server.Remove("arn:aws:rds:us-east-1:123456789012:" + kind + ":copy") })
					began := time.Now()
					_, err := r.run(t.Context(), rds.NewFromConfig(server.Config()))
					if !errors.Is(err, nereid.ErrNotFound) || time.Since(began) > 10*time.Minute {
						t.Errorf("after %s: %v", time.Since(began), err)
					}
					if made := server.CountSucceeded(r.made); made != 1 {
						t.Errorf("it was restored %d times", made)
					}
				})
			})
		}
	}
}

// An outage is a provider of credentials that are valid for one request. It fails for some minutes
// after a number of requests.
type outage struct {
	nereid.HTTPClient
	keys nereid.CredentialsProvider
	left int
	over time.Time
}

func (o *outage) Do(req *http.Request) (*http.Response, error) {
	if o.left--; o.left == 0 {
		o.over = time.Now().Add(5 * time.Minute)
	}
	return o.HTTPClient.Do(req)
}

func (o *outage) Retrieve(ctx context.Context) (nereid.Credentials, error) {
	if time.Now().Before(o.over) {
		return nereid.Credentials{}, errors.New("the metadata service does not answer")
	}
	keys, err := o.keys.Retrieve(ctx)
	keys.CanExpire, keys.Expires = true, time.Now()
	return keys, err
}

// Credentials that are missing for some minutes do not end a restore, whichever call needs them.
func TestRestoreWithoutCredentials(t *testing.T) {
	for _, r := range restorings() {
		t.Run(r.name, func(t *testing.T) {
			for n, ended := 1, false; !ended && !t.Failed(); n++ {
				synctest.Test(t, func(t *testing.T) {
					server := nereidtest.NewServer(t)
					sources(server)
					config := server.Config()
					o := &outage{config.HTTPClient, config.Credentials, n, time.Time{}}
					config.HTTPClient, config.Credentials = o, o
					shown, err := r.run(t.Context(), rds.NewFromConfig(config))
					if diff := cmp.Diff(r.want, shown); diff != "" || err != nil {
						t.Errorf("after %d requests: %v (-want +got):\n%s", n, err, diff)
					}
					ended = o.over.IsZero()
				})
			}
		})
	}
}

// RestoreCluster accepts and recognizes a source whose name is not a valid tag value.
func TestRestoreMarksAnySource(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		sources(server)
		client := rds.NewFromConfig(server.Config())
		arn := server.AddSnapshot(nereidtest.Snapshot{ID: strings.Repeat("s", 255), Cluster: "orders"})
		cluster := &rds.ClusterRestore{FromSnapshot: wholeCluster().FromSnapshot}
		cluster.FromSnapshot.SnapshotIdentifier = &arn
		instance := &rds.InstanceRestore{FromS3: instanceFromS3("copy")}
		instance.FromS3.S3Prefix = nereid.String("backups (old)/")
		for range 2 {
			if _, err := rds.RestoreCluster(t.Context(), client, cluster, time.Hour); err != nil {
				t.Error(err)
			}
			if _, err := rds.RestoreInstance(t.Context(), client, instance, time.Hour); err != nil {
				t.Error(err)
			}
		}
		instance.FromS3.S3Prefix = nereid.String("backups (new)/")
		if _, err := rds.RestoreInstance(t.Context(), client, instance, time.Hour); !errors.Is(err, rds.ErrOtherResource) {
			t.Errorf("another source: %v", err)
		}
		if c, i := server.Count("RestoreDBClusterFromSnapshot"), server.Count("RestoreDBInstanceFromS3"); c != 1 || i != 1 {
			t.Errorf("%d and %d restores", c, i)
		}
	})
}

// The sources other than snapshots are points in time (by name and by resource ID), clones and S3.
// A second call recognizes each restore.
func TestRestoreSources(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		sources(server)
		client := rds.NewFromConfig(server.Config())
		orders, err := client.DescribeDBClusters(t.Context(), &rds.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("orders")})
		if err != nil {
			t.Fatal(err)
		}
		<-time.After(time.Hour)
		past := nereid.Time(time.Now().Add(-30 * time.Minute))
		for name, request := range map[string]*rds.ClusterRestore{
			"clone": {ToPointInTime: &rds.RestoreDBClusterToPointInTimeInput{
				SourceDBClusterIdentifier: nereid.String("orders"), RestoreType: nereid.String("copy-on-write"), UseLatestRestorableTime: nereid.Bool(true),
			}},
			"by-id": {ToPointInTime: &rds.RestoreDBClusterToPointInTimeInput{
				SourceDbClusterResourceId: orders.DBClusters[0].DbClusterResourceId, RestoreToTime: past,
			}},
			"from-s3": {FromS3: clusterFromS3("from-s3")},
		} {
			if request.ToPointInTime != nil {
				request.ToPointInTime.DBClusterIdentifier = &name
			}
			for range 2 {
				if c, err := rds.RestoreCluster(t.Context(), client, request, time.Hour); err != nil || *c.Status != "available" {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
		for name, request := range map[string]*rds.InstanceRestore{
			"latest": {ToPointInTime: &rds.RestoreDBInstanceToPointInTimeInput{
				SourceDBInstanceIdentifier: nereid.String("shop"), UseLatestRestorableTime: nereid.Bool(true),
			}},
			"earlier": {ToPointInTime: &rds.RestoreDBInstanceToPointInTimeInput{
				SourceDBInstanceIdentifier: nereid.String("shop"), RestoreTime: past,
			}},
			"own-s3": {FromS3: instanceFromS3("own-s3")},
		} {
			if request.ToPointInTime != nil {
				request.ToPointInTime.TargetDBInstanceIdentifier = &name
			}
			for range 2 {
				if i, err := rds.RestoreInstance(t.Context(), client, request, time.Hour); err != nil || *i.DBInstanceStatus != "available" {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
		for op, n := range map[string]int{
			"RestoreDBClusterToPointInTime": 2, "RestoreDBClusterFromS3": 1, "RestoreDBInstanceToPointInTime": 2, "RestoreDBInstanceFromS3": 1,
		} {
			if got := server.Count(op); got != n {
				t.Errorf("%s was called %d times", op, got)
			}
		}
	})
}

// The wait fails if AWS cannot assume the role.
func TestEnsureRole(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		sources(server)
		client := rds.NewFromConfig(server.Config())
		add := &rds.AddRoleToDBClusterInput{DBClusterIdentifier: nereid.String("orders"), RoleArn: nereid.String(importRole), FeatureName: nereid.String("s3Import")}
		for range 2 {
			if err := rds.EnsureClusterRole(t.Context(), client, add, time.Hour); err != nil {
				t.Error(err)
			}
		}
		server.SetClusterRoleStatus("orders", importRole, "INVALID")
		if err := rds.EnsureClusterRole(t.Context(), client, add, time.Hour); !errors.Is(err, nereid.ErrWaitFailed) {
			t.Error(err)
		}
		own := &rds.AddRoleToDBInstanceInput{DBInstanceIdentifier: nereid.String("shop"), RoleArn: nereid.String(importRole), FeatureName: nereid.String("s3Import")}
		for range 2 {
			if err := rds.EnsureInstanceRole(t.Context(), client, own, time.Hour); err != nil {
				t.Error(err)
			}
		}
		if c, i := server.Count("AddRoleToDBCluster"), server.Count("AddRoleToDBInstance"); c != 1 || i != 1 {
			t.Errorf("%d and %d calls", c, i)
		}
		var fault *types.DBInstanceNotFoundFault
		own.DBInstanceIdentifier = nereid.String("none")
		if err := rds.EnsureInstanceRole(t.Context(), client, own, time.Hour); !errors.As(err, &fault) {
			t.Error(err)
		}
		own.FeatureName = nil
		if rds.EnsureInstanceRole(t.Context(), client, own, time.Hour) == nil || rds.EnsureClusterRole(t.Context(), client, nil, time.Hour) == nil {
			t.Error("empty inputs are accepted")
		}
	})
}

// A cluster is restored with an instance. If the program is interrupted, the same call continues
// the restore.
func ExampleRestoreCluster() {
	server := fastDemo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	cluster, err := rds.RestoreCluster(context.Background(), client, &rds.ClusterRestore{
		FromSnapshot: &rds.RestoreDBClusterFromSnapshotInput{
			DBClusterIdentifier: nereid.String("trial"),
			Engine:              nereid.String("aurora-postgresql"),
			SnapshotIdentifier:  nereid.String("nightly"),
		},
		Instances: []rds.CreateDBInstanceInput{{
			DBInstanceIdentifier: nereid.String("trial-1"),
			DBInstanceClass:      nereid.String("db.r6g.large"),
		}},
	}, 2*time.Hour, func(o *rds.RestoreOptions) {
		o.MinDelay = quickly
		o.OnStep = func(s rds.RestoreStep) { fmt.Println(s) }
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*cluster.Status, *cluster.DBClusterMembers[0].DBInstanceIdentifier)
	// Output:
	// restore the cluster
	// create instances
	// available trial-1
}

// An instance is restored to the latest point in time, with a different maintenance window.
func ExampleRestoreInstance() {
	server := fastDemo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	instance, err := rds.RestoreInstance(context.Background(), client, &rds.InstanceRestore{
		ToPointInTime: &rds.RestoreDBInstanceToPointInTimeInput{
			TargetDBInstanceIdentifier: nereid.String("trial"),
			SourceDBInstanceIdentifier: nereid.String("billing"),
			UseLatestRestorableTime:    nereid.Bool(true),
		},
		Settings: &rds.ModifyDBInstanceInput{PreferredMaintenanceWindow: nereid.String("mon:01:00-mon:02:00")},
	}, 2*time.Hour, func(o *rds.RestoreOptions) {
		o.MinDelay = quickly
		o.OnStep = func(s rds.RestoreStep) { fmt.Println(s) }
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*instance.DBInstanceStatus, *instance.PreferredMaintenanceWindow)
	// Output:
	// restore the instance
	// change settings
	// available mon:01:00-mon:02:00
}

// A cluster gets a role for imports from S3, unless it has the role.
func ExampleEnsureClusterRole() {
	server := fastDemo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	err := rds.EnsureClusterRole(context.Background(), client, &rds.AddRoleToDBClusterInput{
		DBClusterIdentifier: nereid.String("shop"),
		RoleArn:             nereid.String("arn:aws:iam::123456789012:role/import"),
		FeatureName:         nereid.String("s3Import"),
	}, time.Hour, func(o *rds.DBClusterAvailableWaiterOptions) { o.MinDelay = quickly })
	fmt.Println(err)
	// Output: <nil>
}
