package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A deed is a call that changes something, made for many resources.
type deed struct {
	name    string // of the operation, and what is special about the call behind a comma
	prepare func(s *nereidtest.Server, id string)
	do      func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error)
	shows   string // instead of the id, with % for it; - for nothing once it is gone
	again   bool   // it may be carried out more than once, since that is the same as once
	held    func(ctx context.Context, c clients, id string) error
}

type clients struct {
	neptune *neptune.Client
	rds     *rds.Client
}

func (d *deed) operation() string {
	name, _, _ := strings.Cut(d.name, ",")
	_, name, _ = strings.Cut(name, ".")
	return name
}

const accountARN = "123456789012:"

func arnOf(region, kind, id string) *string {
	return ptr("arn:aws:rds:" + region + ":" + accountARN + kind + ":" + id)
}

// A tally is what became of the calls for a deed.
type tally struct{ calls, succeeded, recovered, unknown, gaveUp int }

// TestChaosEverything makes hundreds of calls of every operation that changes
// something, of both packages, while requests fail, and holds what each said
// against what the service has done: nothing that was done is reported as refused,
// nothing that was not as done, and nothing is done twice.
func TestChaosEverything(t *testing.T) {
	calls := longtest.Calls(100, 3)
	var mu sync.Mutex
	type kind struct {
		percent int
		lag     time.Duration // for which, at most, descriptions show what was before
		last    bool          // creations are refused for states and quotas before names
	}
	kinds := []kind{{percent: 0}, {percent: 10}, {percent: 30}, {percent: 50}, {percent: 30, lag: time.Minute}, {percent: 30, last: true}}
	sums := map[kind]*tally{}
	t.Run("deeds", func(t *testing.T) {
		for n, d := range deeds() {
			t.Run(d.name, func(t *testing.T) {
				t.Parallel()
				for _, k := range kinds {
					var got tally
					synctest.Test(t, func(t *testing.T) { got = d.run(t, calls, k.percent, k.lag, k.last, uint64(100*n+k.percent)) })
					if k.percent == 0 && got.succeeded != calls {
						t.Errorf("without faults: %+v", got)
					}
					mu.Lock()
					sum := sums[k]
					if sum == nil {
						sum = new(tally)
						sums[k] = sum
					}
					sum.calls += got.calls
					sum.succeeded += got.succeeded
					sum.recovered += got.recovered
					sum.unknown += got.unknown
					sum.gaveUp += got.gaveUp
					mu.Unlock()
				}
			})
		}
	})
	for _, k := range kinds {
		if sums[k] != nil {
			t.Logf("%+v: %+v", k, *sums[k])
		}
	}
}

// run makes the calls one after the other, each for a resource of its own.
func (d *deed) run(t *testing.T, calls, percent int, lag time.Duration, namesLast bool, seed uint64) (sum tally) {
	options := []nereidtest.Option{nereidtest.WithSeed(seed), nereidtest.WithLimits(func(l *nereidtest.Limits) {
		l.Clusters, l.ManualSnapshots, l.GlobalClusters, l.SnapshotCopies, l.SnapshotExports = -1, -1, -1, -1, -1
		l.ManualDBSnapshots, l.DBSnapshotCopies = -1, -1
	}), nereidtest.WithLags(func(of *nereidtest.Lags) { of.SetAll(lag) })}
	if namesLast {
		options = append(options, nereidtest.WithNamesCheckedLast())
	}
	server := nereidtest.NewServer(t, options...)
	newClients := func() clients {
		return clients{neptune.NewFromConfig(server.Config()), rds.NewFromConfig(server.Config())}
	}
	server.AddCluster(nereidtest.Cluster{ID: "source"})
	server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
	server.AddInstance(nereidtest.Instance{ID: "source"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "source"})
	ids := make([]string, calls)
	for i := range ids {
		if ids[i] = fmt.Sprintf("thing-%d", i); d.prepare != nil {
			d.prepare(server, ids[i])
		}
	}
	if percent > 0 {
		server.Inject(chaos(float64(percent) / 100)...)
	}
	var c clients
	var succeeded []string
	for i, id := range ids {
		if i%20 == 0 {
			c = newClients() // with a full quota of retries
		}
		if server.ResetRequests(); namesLast { // what the last call was taken of is busy with that
			server.SetClusterStatus("source", "available")
			server.SetInstanceStatus("source", "available")
		}
		shown, md, err := d.do(t.Context(), c, id)
		done := server.CountSucceeded(d.operation())
		var most *nereid.MaxAttemptsError
		var quota *retry.QuotaError
		var unknown *nereid.OutcomeUnknownError
		sum.calls++
		switch {
		case err == nil:
			sum.succeeded++
			if nereid.Recovered(md) {
				sum.recovered++
			}
			if want := d.shown(id); nereid.ToString(shown) != want && !(d.shows == "-" && shown == nil && nereid.Recovered(md)) &&
				!(nereid.Recovered(md) && nereid.ToString(shown) == "new-"+id) { // a description can show the new name that the reply does not
				t.Errorf("%s at %d %%: it shows %q, want %q", id, percent, nereid.ToString(shown), want)
			}
			if done == 0 {
				t.Errorf("%s at %d %%: a success that nobody has done", id, percent)
			}
			succeeded = append(succeeded, id)
		case errors.As(err, &unknown):
			sum.unknown++
		case errors.As(err, &most), errors.As(err, &quota):
			sum.gaveUp++
		default:
			t.Errorf("%s at %d %%, done %d times: %v", id, percent, done, err)
		}
		if done > 1 && !d.again {
			t.Errorf("%s at %d %%: done %d times", id, percent, done)
		}
	}
	server.ClearFaults()
	server.Advance(time.Hour)
	if d.held != nil {
		c = newClients()
		for _, id := range succeeded {
			if err := d.held(t.Context(), c, id); err != nil {
				t.Errorf("%s at %d %%: it is not so: %v", id, percent, err)
			}
		}
	}
	return sum
}

func (d *deed) shown(id string) string {
	if d.shows == "" || d.shows == "-" {
		return id
	}
	return strings.ReplaceAll(d.shows, "%", id)
}

// TestEveryDeed checks that no operation is missing above that changes something
// and that the fake has.
func TestEveryDeed(t *testing.T) {
	t.Parallel()
	have := map[string]bool{}
	for _, d := range deeds() {
		name, _, _ := strings.Cut(d.name, ",")
		have[name] = true
	}
	server := nereidtest.NewServer(t)
	n := 0
	for service, client := range map[string]reflect.Type{"neptune": reflect.TypeFor[*neptune.Client](), "rds": reflect.TypeFor[*rds.Client]()} {
		for _, op := range clienttest.Operations(client) {
			name := op.Name
			if strings.HasPrefix(name, "Describe") || strings.HasPrefix(name, "List") || !hasAction(t, server, name) {
				continue
			}
			if n++; !have[service+"."+name] {
				t.Errorf("%s.%s is not there", service, name)
			}
			delete(have, service+"."+name)
		}
	}
	for name := range have {
		t.Errorf("%s is no operation that changes anything", name)
	}
	t.Logf("%d operations", n)
}

// hasAction asks the fake without a signature, which it looks at later.
func hasAction(t *testing.T, server *nereidtest.Server, action string) bool {
	t.Helper()
	form := url.Values{"Action": {action}, "Version": {neptune.ServiceAPIVersion}}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://rds.us-east-1.amazonaws.com/", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := server.Config().HTTPClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return !strings.Contains(string(body), "InvalidAction")
}

func deeds() []deed {
	return slices.Concat(clusterDeeds(), modifyDeeds(), globalDeeds(), snapshotDeeds(), exportDeeds(), tagDeeds(), standaloneDeeds())
}

// found is nil if something that was described has the status, or any for "".
func found[T any](items []T, err error, status func(*T) *string, want string) error {
	switch {
	case err != nil:
		return err
	case len(items) != 1:
		return fmt.Errorf("%d of them", len(items))
	case want != "" && nereid.ToString(status(&items[0])) != want:
		return fmt.Errorf("its status is %s, want %s", nereid.ToString(status(&items[0])), want)
	}
	return nil
}

// gone is nil if the description failed because there is nothing.
func gone(err error) error {
	if errors.Is(err, nereid.ErrNotFound) {
		return nil
	}
	return fmt.Errorf("it is there: %w", err)
}

func clusterIs(status string) func(context.Context, clients, string) error {
	return func(ctx context.Context, c clients, id string) error {
		out, err := c.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id})
		if err != nil {
			return err
		}
		return found(out.DBClusters, err, func(item *types.DBCluster) *string { return item.Status }, status)
	}
}

func clusterGone(ctx context.Context, c clients, id string) error {
	_, err := c.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id})
	return gone(err)
}

func instanceIs(ctx context.Context, c clients, id string) error {
	out, err := c.neptune.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: &id})
	if err != nil {
		return err
	}
	return found(out.DBInstances, err, func(item *types.DBInstance) *string { return item.DBInstanceStatus }, "available")
}

func snapshotIs(ctx context.Context, c clients, id string) error {
	out, err := c.neptune.DescribeDBClusterSnapshots(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id})
	if err != nil {
		return err
	}
	return found(out.DBClusterSnapshots, err, func(item *types.DBClusterSnapshot) *string { return item.Status }, "available")
}

func snapshotGone(ctx context.Context, c clients, id string) error {
	_, err := c.neptune.DescribeDBClusterSnapshots(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id})
	return gone(err)
}

// cluster unpacks what operations on a cluster return.
func clusterOf(item *types.DBCluster, md middleware.Metadata) (*string, middleware.Metadata, error) {
	if item == nil {
		return nil, md, nil
	}
	return item.DBClusterIdentifier, md, nil
}

func addCluster(s *nereidtest.Server, id string) {
	s.AddCluster(nereidtest.Cluster{ID: id, Instances: 2})
}

func addStopped(s *nereidtest.Server, id string) {
	s.AddCluster(nereidtest.Cluster{ID: id, Instances: 1, Status: "stopped"})
}

func clusterDeeds() []deed {
	modify := func(change func(in *neptune.ModifyDBClusterInput, id string)) func(context.Context, clients, string) (*string, middleware.Metadata, error) {
		return func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			in := &neptune.ModifyDBClusterInput{DBClusterIdentifier: &id}
			change(in, id)
			out, err := c.neptune.ModifyDBCluster(ctx, in)
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}
	}
	remove := func(final bool) func(context.Context, clients, string) (*string, middleware.Metadata, error) {
		return func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			in := &neptune.DeleteDBClusterInput{DBClusterIdentifier: &id, SkipFinalSnapshot: ptr(!final)}
			if final {
				in.FinalDBSnapshotIdentifier = ptr(id + "-last")
			}
			out, err := c.neptune.DeleteDBCluster(ctx, in)
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}
	}
	empty := func(s *nereidtest.Server, id string) { s.AddCluster(nereidtest.Cluster{ID: id}) }
	return []deed{
		{name: "neptune.CreateDBCluster", held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: &id, Engine: ptr("neptune"), Port: ptr(int32(8183)), MasterUserPassword: ptr("hunter2")})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "neptune.DeleteDBCluster", prepare: empty, shows: "-", held: clusterGone, do: remove(false)},
		{name: "neptune.DeleteDBCluster, with a last snapshot", prepare: empty, shows: "-", held: func(ctx context.Context, c clients, id string) error {
			return errors.Join(clusterGone(ctx, c, id), snapshotIs(ctx, c, id+"-last"))
		}, do: remove(true)},
		{name: "neptune.StartDBCluster", prepare: addStopped, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "neptune.StopDBCluster", prepare: addCluster, held: clusterIs("stopped"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "rds.StartDBCluster", prepare: addStopped, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.StartDBCluster(ctx, &rds.StartDBClusterInput{DBClusterIdentifier: &id})
			if err != nil || out.DBCluster == nil {
				return nil, md, err
			}
			return out.DBCluster.DBClusterIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.StopDBCluster", prepare: addCluster, held: clusterIs("stopped"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.StopDBCluster(ctx, &rds.StopDBClusterInput{DBClusterIdentifier: &id})
			if err != nil || out.DBCluster == nil {
				return nil, md, err
			}
			return out.DBCluster.DBClusterIdentifier, out.ResultMetadata, nil
		}},
		{name: "neptune.FailoverDBCluster", prepare: addCluster, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "neptune.ModifyDBCluster", prepare: addCluster, again: true, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, _ string) {
			in.BackupRetentionPeriod = ptr(int32(9))
		})},
		{name: "neptune.ModifyDBCluster, which takes time", prepare: addCluster, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, _ string) {
			in.Port = ptr(int32(8183))
		})},
		{name: "neptune.ModifyDBCluster, hidden", prepare: addCluster, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, _ string) {
			in.VpcSecurityGroupIds = []string{"sg-1"}
		})},
		{name: "neptune.ModifyDBCluster, new name", prepare: addCluster, held: func(ctx context.Context, c clients, id string) error {
			return errors.Join(clusterGone(ctx, c, id), clusterIs("available")(ctx, c, "new-"+id))
		}, do: modify(func(in *neptune.ModifyDBClusterInput, id string) {
			in.NewDBClusterIdentifier, in.ApplyImmediately = ptr("New-"+id), ptr(true)
		})},
		{name: "neptune.ModifyDBCluster, new name in the window", prepare: addCluster, again: true, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, id string) {
			in.NewDBClusterIdentifier = ptr("new-" + id)
		})},
		{name: "neptune.ModifyDBCluster, new version", prepare: addCluster, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, _ string) {
			in.EngineVersion, in.ApplyImmediately, in.AllowMajorVersionUpgrade = ptr("1.4.7.1"), ptr(true), ptr(true)
		})},
		{name: "neptune.CreateDBInstance", prepare: empty, shows: "%-1", held: func(ctx context.Context, c clients, id string) error { return instanceIs(ctx, c, id+"-1") },
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := c.neptune.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
					DBInstanceIdentifier: ptr(id + "-1"), DBClusterIdentifier: &id, DBInstanceClass: ptr("db.r6g.large"), Engine: ptr("neptune"),
				})
				if err != nil || out.DBInstance == nil {
					return nil, md, err
				}
				return out.DBInstance.DBInstanceIdentifier, out.ResultMetadata, nil
			}},
		{name: "neptune.DeleteDBInstance", prepare: addCluster, shows: "-", held: func(ctx context.Context, c clients, id string) error {
			_, err := c.neptune.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: ptr(id + "-2")})
			return gone(err)
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: ptr(id + "-2")})
			if err != nil {
				return nil, md, err
			}
			if out.DBInstance == nil {
				return nil, out.ResultMetadata, nil
			}
			return ptr(strings.TrimSuffix(*out.DBInstance.DBInstanceIdentifier, "-2")), out.ResultMetadata, nil
		}},
		{name: "neptune.RebootDBInstance", prepare: addCluster, shows: "%-1", held: func(ctx context.Context, c clients, id string) error { return instanceIs(ctx, c, id+"-1") },
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := c.neptune.RebootDBInstance(ctx, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: ptr(id + "-1")})
				if err != nil || out.DBInstance == nil {
					return nil, md, err
				}
				return out.DBInstance.DBInstanceIdentifier, out.ResultMetadata, nil
			}},
	}
}

// globalOf unpacks what operations on a global cluster return.
func globalOf(item *types.GlobalCluster, md middleware.Metadata) (*string, middleware.Metadata, error) {
	if item == nil {
		return nil, md, nil
	}
	return item.GlobalClusterIdentifier, md, nil
}

func globalDeeds() []deed {
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
		return errors.New("the other cluster leads")
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
	return []deed{
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

func snapshotDeeds() []deed {
	add := func(s *nereidtest.Server, id string) { s.AddSnapshot(nereidtest.Snapshot{ID: id}) }
	ours := func(item *types.DBClusterSnapshot, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBClusterSnapshotIdentifier, md, nil
	}
	theirs := func(item *rdstypes.DBClusterSnapshot, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBClusterSnapshotIdentifier, md, nil
	}
	return []deed{
		{name: "neptune.CreateDBClusterSnapshot", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{DBClusterIdentifier: ptr("source"), DBClusterSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return ours(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "neptune.CopyDBClusterSnapshot", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: ptr("source"), TargetDBClusterSnapshotIdentifier: &id,
			})
			if err != nil {
				return nil, md, err
			}
			return ours(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "neptune.DeleteDBClusterSnapshot", prepare: add, shows: "-", held: snapshotGone, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBClusterSnapshot(ctx, &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return ours(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "rds.CreateDBClusterSnapshot", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: ptr("source"), DBClusterSnapshotIdentifier: &id, Tags: []rdstypes.Tag{{Key: ptr("k"), Value: ptr("v")}},
			})
			if err != nil {
				return nil, md, err
			}
			return theirs(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "rds.CopyDBClusterSnapshot", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CopyDBClusterSnapshot(ctx, &rds.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: ptr("source"), TargetDBClusterSnapshotIdentifier: &id,
			})
			if err != nil {
				return nil, md, err
			}
			return theirs(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "rds.CreateDBClusterSnapshot, tag without a value", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: ptr("source"), DBClusterSnapshotIdentifier: &id, Tags: []rdstypes.Tag{{Key: ptr("team")}},
			})
			if err != nil || out.DBClusterSnapshot == nil {
				return nil, md, err
			}
			return out.DBClusterSnapshot.DBClusterSnapshotIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.CopyDBClusterSnapshot, of an automated one", prepare: func(s *nereidtest.Server, id string) {
			s.AddSnapshot(nereidtest.Snapshot{ID: "rds:" + id + "-2026-11-27-06-10", Created: s.Now().Add(-24 * time.Hour)})
		}, held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CopyDBClusterSnapshot(ctx, &rds.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: ptr("rds:" + id + "-2026-11-27-06-10"), TargetDBClusterSnapshotIdentifier: &id,
			})
			if err != nil || out.DBClusterSnapshot == nil {
				return nil, md, err
			}
			return out.DBClusterSnapshot.DBClusterSnapshotIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.DeleteDBClusterSnapshot", prepare: add, shows: "-", held: snapshotGone, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.DeleteDBClusterSnapshot(ctx, &rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return theirs(out.DBClusterSnapshot, out.ResultMetadata)
		}},
	}
}

func exportDeeds() []deed {
	is := func(status string) func(ctx context.Context, c clients, id string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: &id})
			if err != nil {
				return err
			}
			return found(out.ExportTasks, err, func(item *rdstypes.ExportTask) *string { return item.Status }, status)
		}
	}
	return []deed{
		{name: "rds.StartExportTask", held: is("COMPLETE"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.StartExportTask(ctx, &rds.StartExportTaskInput{
				ExportTaskIdentifier: &id, SourceArn: arnOf("us-east-1", "cluster-snapshot", "source"), S3BucketName: ptr("bucket"),
				IamRoleArn: ptr("arn:aws:iam::123456789012:role/export"), KmsKeyId: ptr("alias/exports"),
			})
			if err != nil {
				return nil, md, err
			}
			return out.ExportTaskIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.CancelExportTask", held: is("CANCELED"), prepare: func(s *nereidtest.Server, id string) {
			s.AddExportTask(nereidtest.ExportTask{ID: id, Status: "IN_PROGRESS"})
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return out.ExportTaskIdentifier, out.ResultMetadata, nil
		}},
	}
}

func tagDeeds() []deed {
	add := func(s *nereidtest.Server, id string) {
		s.AddCluster(nereidtest.Cluster{ID: id, Tags: map[string]string{"old": "tag"}})
	}
	has := func(key string, want bool) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.neptune.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: arnOf("us-east-1", "cluster", id)})
			if err != nil {
				return err
			}
			if slices.ContainsFunc(out.TagList, func(t types.Tag) bool { return *t.Key == key }) != want {
				return fmt.Errorf("tags %v", out.TagList)
			}
			return nil
		}
	}
	return []deed{
		{name: "neptune.AddTagsToResource", prepare: add, again: true, held: has("new", true), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			_, err = c.neptune.AddTagsToResource(ctx, &neptune.AddTagsToResourceInput{
				ResourceName: arnOf("us-east-1", "cluster", id), Tags: []types.Tag{{Key: ptr("new"), Value: ptr("tag")}},
			})
			return &id, md, err
		}},
		{name: "neptune.RemoveTagsFromResource", prepare: add, again: true, held: has("old", false), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			_, err = c.neptune.RemoveTagsFromResource(ctx, &neptune.RemoveTagsFromResourceInput{
				ResourceName: arnOf("us-east-1", "cluster", id), TagKeys: []string{"old"},
			})
			return &id, md, err
		}},
		{name: "rds.AddTagsToResource", prepare: add, again: true, held: has("new", true), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			_, err = c.rds.AddTagsToResource(ctx, &rds.AddTagsToResourceInput{
				ResourceName: arnOf("us-east-1", "cluster", id), Tags: []rdstypes.Tag{{Key: ptr("new"), Value: ptr("tag")}},
			})
			return &id, md, err
		}},
		{name: "rds.RemoveTagsFromResource", prepare: add, again: true, held: has("old", false), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			_, err = c.rds.RemoveTagsFromResource(ctx, &rds.RemoveTagsFromResourceInput{
				ResourceName: arnOf("us-east-1", "cluster", id), TagKeys: []string{"old"},
			})
			return &id, md, err
		}},
	}
}

// standaloneDeeds are for instances that belong to no cluster, and their snapshots.
func standaloneDeeds() []deed {
	is := func(status string) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id})
			if err != nil {
				return err
			}
			return found(out.DBInstances, err, func(item *rdstypes.DBInstance) *string { return item.DBInstanceStatus }, status)
		}
	}
	taken := func(ctx context.Context, c clients, id string) error {
		out, err := c.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id})
		if err != nil {
			return err
		}
		return found(out.DBSnapshots, err, func(item *rdstypes.DBSnapshot) *string { return item.Status }, "available")
	}
	add := func(status string) func(*nereidtest.Server, string) {
		return func(s *nereidtest.Server, id string) { s.AddInstance(nereidtest.Instance{ID: id, Status: status}) }
	}
	instance := func(item *rdstypes.DBInstance, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBInstanceIdentifier, md, nil
	}
	snapshot := func(item *rdstypes.DBSnapshot, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBSnapshotIdentifier, md, nil
	}
	stop := func(last bool) func(context.Context, clients, string) (*string, middleware.Metadata, error) {
		return func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			in := &rds.StopDBInstanceInput{DBInstanceIdentifier: &id}
			if last {
				in.DBSnapshotIdentifier = ptr(id + "-last")
			}
			out, err := c.rds.StopDBInstance(ctx, in)
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata)
		}
	}
	return []deed{
		{name: "rds.StartDBInstance", prepare: add("stopped"), held: is("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.StartDBInstance(ctx, &rds.StartDBInstanceInput{DBInstanceIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata)
		}},
		{name: "rds.StopDBInstance", prepare: add("available"), held: is("stopped"), do: stop(false)},
		{name: "rds.StopDBInstance, with a snapshot", prepare: add("available"), held: func(ctx context.Context, c clients, id string) error {
			return errors.Join(is("stopped")(ctx, c, id), taken(ctx, c, id+"-last"))
		}, do: stop(true)},
		{name: "neptune.DeleteDBInstance, with a last snapshot", prepare: add("available"), shows: "-", held: func(ctx context.Context, c clients, id string) error {
			_, err := c.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id})
			return errors.Join(gone(err), taken(ctx, c, id+"-last"))
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: &id, FinalDBSnapshotIdentifier: ptr(id + "-last")})
			if err != nil || out.DBInstance == nil {
				return nil, md, err
			}
			return out.DBInstance.DBInstanceIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.CreateDBSnapshot", held: taken, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{
				DBInstanceIdentifier: ptr("source"), DBSnapshotIdentifier: &id, Tags: []rdstypes.Tag{{Key: ptr("k"), Value: ptr("v")}},
			})
			if err != nil {
				return nil, md, err
			}
			return snapshot(out.DBSnapshot, out.ResultMetadata)
		}},
		{name: "rds.CopyDBSnapshot", held: taken, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{SourceDBSnapshotIdentifier: ptr("source"), TargetDBSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return snapshot(out.DBSnapshot, out.ResultMetadata)
		}},
		{name: "rds.DeleteDBSnapshot", prepare: func(s *nereidtest.Server, id string) {
			s.AddDBSnapshot(nereidtest.DBSnapshot{ID: id})
		}, shows: "-", held: func(ctx context.Context, c clients, id string) error {
			_, err := c.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id})
			return gone(err)
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return snapshot(out.DBSnapshot, out.ResultMetadata)
		}},
	}
}
