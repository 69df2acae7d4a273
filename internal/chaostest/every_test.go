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

// A mutation is an operation that changes something. Tests call it many times,
// each time for another resource.
type mutation struct {
	name    string // of the operation; after a comma, the special feature of the call
	prepare func(s *nereidtest.Server, id string)
	do      func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error)
	shows   string // the resource to check in place of the id, with % for the id; - for none after a removal
	again   bool   // more than one effect is acceptable, because it equals a single one
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

// A counts has the number of calls of a mutation by outcome.
type counts struct{ calls, succeeded, recovered, unknown, gaveUp int }

// TestChaosEverything calls every operation that changes something, in both
// packages, hundreds of times (a few times in short mode) while requests fail.
// It compares each result with the service's journal: no call that took effect
// returns a rejection, no call without an effect returns success, and no effect
// happens twice.
func TestChaosEverything(t *testing.T) {
	calls := longtest.Calls(100, 2)
	var mu sync.Mutex
	type kind struct {
		percent int
		lag     time.Duration // the maximum lag of Describe responses, longer than the 30 seconds for which calls look
		last    bool          // creations check states and quotas before names
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

// run makes the calls one after another, each for a different resource.
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
		if server.ResetRequests(); namesLast { // the source of the last call is still busy
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

// TestEveryMutation checks that the list above has every operation of the fake
// that changes something.
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

// hasAction reports whether the fake has an operation. It sends an unsigned
// request, because the fake checks the action before the signature.
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
