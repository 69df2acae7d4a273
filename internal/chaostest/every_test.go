package chaostest_test

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
	"github.com/nereid-go/nereid/internal/chaostest"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// A mutation is a call that changes something, made for many resources.
type mutation struct {
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

func (m *mutation) operation() string {
	name, _, _ := strings.Cut(m.name, ",")
	_, name, _ = strings.Cut(name, ".")
	return name
}

// A counts is what became of the calls for a mutation.
type counts struct{ calls, succeeded, recovered, unknown, gaveUp int }

// TestChaosEverything makes hundreds of calls, in short a few, of every operation that changes
// something, of both packages, while requests fail, and holds what each said
// against what the service has done: nothing that was done is reported as refused,
// nothing that was not as done, and nothing is done twice.
func TestChaosEverything(t *testing.T) {
	calls := longtest.Calls(100, 2)
	var mu sync.Mutex
	type kind struct {
		percent int
		lag     time.Duration // for which, at most, descriptions show what was before, longer than the 30 seconds for which calls look
		last    bool          // creations are refused for states and quotas before names
	}
	kinds := []kind{{percent: 0}, {percent: 10}, {percent: 30}, {percent: 50}, {percent: 30, lag: time.Minute}, {percent: 30, last: true}}
	sums := map[kind]*counts{}
	t.Run("mutations", func(t *testing.T) {
		for n, m := range mutations() {
			t.Run(m.name, func(t *testing.T) {
				t.Parallel()
				for _, k := range longtest.Some(kinds, n, 3) {
					var got counts
					synctest.Test(t, func(t *testing.T) { got = m.run(t, calls, k.percent, k.lag, k.last, uint64(100*n+k.percent)) })
					if k.percent == 0 && got.succeeded != calls {
						t.Errorf("without faults: %+v", got)
					}
					mu.Lock()
					sum := sums[k]
					if sum == nil {
						sum = new(counts)
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
func (m *mutation) run(t *testing.T, calls, percent int, lag time.Duration, namesLast bool, seed uint64) (sum counts) {
	options := []nereidtest.Option{nereidtest.WithSeed(seed), nereidtest.WithLimits(func(l *nereidtest.Limits) {
		l.Clusters, l.ManualSnapshots, l.GlobalClusters, l.SnapshotCopies, l.SnapshotExports = -1, -1, -1, -1, -1
		l.EventSubscriptions, l.Instances = -1, -1
		l.ManualDBSnapshots, l.DBSnapshotCopies, l.ParameterGroups, l.SubnetGroups, l.CustomEndpoints = -1, -1, -1, -1, -1
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
		if ids[i] = fmt.Sprintf("thing-%d", i); m.prepare != nil {
			m.prepare(server, ids[i])
		}
	}
	if percent > 0 {
		server.Inject(chaostest.Faults("", float64(percent)/100)...)
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
		shown, md, err := m.do(t.Context(), c, id)
		done := server.CountSucceeded(m.operation())
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
			if want := m.shown(id); nereid.ToString(shown) != want && !(m.shows == "-" && shown == nil && nereid.Recovered(md)) &&
				!(nereid.Recovered(md) && nereid.ToString(shown) == "new-"+id) { // a description can show the new name that the reply does not
				t.Errorf("%s at %d %%: it shows %q, want %q", id, percent, nereid.ToString(shown), want)
			}
			if done == 0 {
				t.Errorf("%s at %d %%: a success without an effect", id, percent)
			}
			succeeded = append(succeeded, id)
		case errors.As(err, &unknown):
			sum.unknown++
		case errors.As(err, &most), errors.As(err, &quota):
			sum.gaveUp++
		default:
			t.Errorf("%s at %d %%, done %d times: %v", id, percent, done, err)
		}
		if done > 1 && !m.again {
			t.Errorf("%s at %d %%: done %d times", id, percent, done)
		}
	}
	server.ClearFaults()
	server.Advance(time.Hour)
	if m.held != nil {
		c = newClients()
		for _, id := range succeeded {
			if err := m.held(t.Context(), c, id); err != nil {
				t.Errorf("%s at %d %%: it is not so: %v", id, percent, err)
			}
		}
	}
	return sum
}

func (m *mutation) shown(id string) string {
	if m.shows == "" || m.shows == "-" {
		return id
	}
	return strings.ReplaceAll(m.shows, "%", id)
}

// TestEveryMutation checks that no operation is missing above that changes something
// and that the fake has.
func TestEveryMutation(t *testing.T) {
	t.Parallel()
	have := map[string]bool{}
	for _, m := range mutations() {
		name, _, _ := strings.Cut(m.name, ",")
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
		t.Errorf("%s is not an operation that changes anything", name)
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

func mutations() []mutation {
	return slices.Concat(
		backupMutations(),
		clusterMutations(),
		clusterParameterGroupMutations(),
		exportMutations(),
		globalMutations(),
		maintenanceMutations(),
		modifyMutations(),
		networkMutations(),
		parameterGroupMutations(),
		rdsMutations(),
		restoreMutations(),
		sharingMutations(),
		snapshotMutations(),
		standaloneMutations(),
		subscriptionMutations(),
		tagMutations(),
	)
}
