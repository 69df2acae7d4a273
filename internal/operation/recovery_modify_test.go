package operation_test

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

type answers = []func(*http.Request) (*http.Response, error)

// A verdict is how a call ended.
type verdict string

const (
	succeeded verdict = "success"
	recovered verdict = "recovered"
	stands    verdict = "the fault stands"
	unknown   verdict = "unknown"
)

func verdictOf(recoveredIt bool, err error) verdict {
	var doubt *nereid.OutcomeUnknownError
	switch {
	case errors.As(err, &doubt):
		return unknown
	case nereid.IsServiceError(err):
		return stands
	case err != nil:
		return verdict(err.Error())
	case recoveredIt:
		return recovered
	}
	return succeeded
}

func neptuneClient(s *scene) *neptune.Client {
	return neptune.New(neptune.Options{Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), HTTPClient: s})
}

// TestRecoverModify checks the outcome of a modification that is rejected after
// an attempt whose answer was lost.
func TestRecoverModify(t *testing.T) {
	cluster := func(inside string) func(*http.Request) (*http.Response, error) {
		return result("DescribeDBClusters", "<DBClusters><DBCluster>"+inside+"</DBCluster></DBClusters>")
	}
	var (
		gone    = fault(404, "DBClusterNotFoundFault", "no such cluster")
		exists  = fault(400, "DBClusterAlreadyExistsFault", "there is one")
		state   = fault(400, "InvalidDBClusterStateFault", "not now")
		noGroup = fault(404, "DBClusterParameterGroupNotFound", "no such group")
		denied  = fault(403, "AccessDenied", "may not look")
		old     = cluster("<DbClusterResourceId>cluster-1</DbClusterResourceId><DBClusterIdentifier>old</DBClusterIdentifier><Status>available</Status><Port>1</Port>")
		renamed = cluster("<DbClusterResourceId>cluster-1</DbClusterResourceId><DBClusterIdentifier>new</DBClusterIdentifier><Status>available</Status><Port>1</Port>")
		under   = cluster("<DbClusterResourceId>cluster-1</DbClusterResourceId><DBClusterIdentifier>old</DBClusterIdentifier><Status>renaming</Status><Port>1</Port>" +
			"<PendingModifiedValues><DBClusterIdentifier>new</DBClusterIdentifier></PendingModifiedValues>")
		another   = cluster("<DbClusterResourceId>cluster-2</DbClusterResourceId><DBClusterIdentifier>new</DBClusterIdentifier><Status>available</Status><Port>1</Port>")
		otherBusy = cluster("<DbClusterResourceId>cluster-1</DbClusterResourceId><DBClusterIdentifier>old</DBClusterIdentifier><Status>modifying</Status><Port>9</Port>")
		busy      = cluster("<DbClusterResourceId>cluster-1</DbClusterResourceId><DBClusterIdentifier>old</DBClusterIdentifier><Status>modifying</Status><Port>1</Port>")
		backup    = cluster("<DbClusterResourceId>cluster-1</DbClusterResourceId><DBClusterIdentifier>old</DBClusterIdentifier><Status>backing-up</Status><Port>1</Port><DeletionProtection>true</DeletionProtection>")
	)
	rename := neptune.ModifyDBClusterInput{NewDBClusterIdentifier: nereid.String("New"), ApplyImmediately: nereid.Bool(true)}
	renameAndPort := rename
	renameAndPort.Port = nereid.Int32(2)
	renameAndGroups := rename
	renameAndGroups.VpcSecurityGroupIds = []string{"sg-1"}
	port := neptune.ModifyDBClusterInput{Port: nereid.Int32(1)}
	otherPort := neptune.ModifyDBClusterInput{Port: nereid.Int32(2)}
	groups := neptune.ModifyDBClusterInput{VpcSecurityGroupIds: []string{"sg-1"}}
	protect := neptune.ModifyDBClusterInput{DeletionProtection: nereid.Bool(false)}
	iam := neptune.ModifyDBClusterInput{EnableIAMDatabaseAuthentication: nereid.Bool(false)}
	storage := neptune.ModifyDBClusterInput{StorageType: nereid.String("standard")}
	for name, c := range map[string]struct {
		in       neptune.ModifyDBClusterInput
		attempts answers
		old, new answers // Describe responses by name; the first one of old comes before a rename
		want     verdict
	}{
		"renamed":                                {rename, answers{reset, gone}, answers{old, gone}, answers{renamed}, recovered},
		"renamed, the name shows late":           {rename, answers{reset, gone}, answers{old, old, gone}, answers{gone, gone, gone, renamed}, recovered},
		"renamed, new name refused":              {rename, answers{answer(200, "{}"), exists}, answers{old, gone}, answers{renamed}, recovered},
		"renamed, with what is hidden":           {renameAndGroups, answers{reset, gone}, answers{old, gone}, answers{renamed}, recovered},
		"renaming":                               {rename, answers{reset, state}, answers{old, under}, answers{gone}, recovered},
		"pending, so that it repeats":            {rename, answers{reset, result("ModifyDBCluster", "")}, answers{old}, nil, succeeded},
		"not found at once":                      {rename, answers{gone}, answers{gone}, answers{gone}, stands},
		"never sent":                             {rename, answers{refusedConnection, gone}, answers{old}, nil, stands},
		"throttled":                              {rename, answers{fault(400, "Throttling", ""), gone}, answers{old}, nil, stands},
		"neither name is there":                  {rename, answers{reset, gone}, answers{old, gone}, answers{gone}, unknown},
		"there never was one":                    {rename, answers{reset, gone}, answers{gone}, answers{gone}, stands},
		"never listed, and another has the name": {rename, answers{reset, gone}, answers{cluster404}, answers{another}, stands},
		"not listed yet, and renamed":            {rename, answers{reset, gone}, answers{gone}, answers{gone, gone, renamed}, unknown},
		"the new one is another's":               {rename, answers{reset, gone}, answers{old, gone}, answers{another}, stands},
		"the new one has another port":           {renameAndPort, answers{reset, gone}, answers{old, gone}, answers{renamed}, unknown},
		"not renamed, name taken":                {rename, answers{reset, exists}, answers{old}, answers{another}, stands},
		"not renamed, no such group":             {rename, answers{reset, noGroup}, answers{old}, answers{gone}, stands},
		"not renamed, refused for state":         {rename, answers{reset, state}, answers{old, backup}, answers{gone}, stands},
		"description denied":                     {rename, answers{reset, gone}, answers{old}, answers{denied}, unknown},
		"never seen":                             {rename, answers{reset, gone}, answers{denied}, answers{renamed}, unknown},
		"second description denied":              {rename, answers{reset, gone}, answers{old, denied}, answers{gone}, unknown},
		"no rename, not found":                   {port, answers{reset, gone}, nil, nil, stands},
		"no rename, no such group":               {otherPort, answers{reset, noGroup}, answers{old}, nil, stands},
		"as asked for":                           {port, answers{reset, state}, answers{busy}, nil, recovered},
		"as asked for, no such state":            {port, answers{reset, state}, answers{backup}, nil, recovered},
		"does not show yet":                      {otherPort, answers{reset, state}, answers{busy}, nil, unknown},
		"shows late":                             {port, answers{reset, state}, answers{otherBusy, otherBusy, busy}, nil, recovered},
		"not as asked for":                       {otherPort, answers{reset, state}, answers{backup}, nil, stands},
		"does not show at all":                   {groups, answers{reset, state}, answers{busy}, nil, unknown},
		"no was asked for, yes it is":            {protect, answers{reset, state}, answers{backup}, nil, stands},
		"no was asked for, and is":               {iam, answers{reset, state}, answers{backup}, nil, recovered},
		"missing, so that it is unknown":         {storage, answers{reset, state}, answers{backup}, nil, unknown},
		"refused for state at once":              {port, answers{state}, nil, nil, stands},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){
					"ModifyDBCluster": c.attempts, "DescribeDBClusters old": c.old, "DescribeDBClusters New": c.new,
				}}
				in := c.in
				in.DBClusterIdentifier = nereid.String("old")
				out, err := neptuneClient(s).ModifyDBCluster(t.Context(), &in)
				if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != c.want {
					t.Errorf("%s, want %s: %v", got, c.want, err)
				}
				if c.want == recovered && (out.DBCluster == nil || nereid.ToString(out.DBCluster.DBClusterIdentifier) == "") {
					t.Errorf("no description: %+v", out)
				}
				if c.want == unknown && (errors.Is(err, nereid.ErrNotFound) || errors.Is(err, nereid.ErrInvalidState)) {
					t.Errorf("it passes for a fault: %v", err)
				}
				if wrongNumber(s.actions, len(c.attempts), min(1, len(c.old))) {
					t.Errorf("requests %v", s.actions)
				}
			})
		})
	}
}

func cluster404(req *http.Request) (*http.Response, error) {
	return result("DescribeDBClusters", "<DBClusters/>")(req)
}

// The same for global clusters, which have no PendingModifiedValues, and for
// the removal of their members.
func TestRecoverGlobalCluster(t *testing.T) {
	const member = "arn:aws:rds:eu-west-1:123456789012:cluster:graph-2"
	global := func(inside string) func(*http.Request) (*http.Response, error) {
		return result("DescribeGlobalClusters", "<GlobalClusters><GlobalClusterMember>"+inside+"</GlobalClusterMember></GlobalClusters>")
	}
	var (
		gone     = fault(404, "GlobalClusterNotFoundFault", "no such global cluster")
		state    = fault(400, "InvalidGlobalClusterStateFault", "not now")
		none     = fault(404, "DBClusterNotFoundFault", "not found in the global cluster")
		graph    = result("DescribeDBClusters", "<DBClusters><DBCluster><DBClusterIdentifier>graph-2</DBClusterIdentifier></DBCluster></DBClusters>")
		old      = global("<GlobalClusterResourceId>cluster-1</GlobalClusterResourceId><GlobalClusterIdentifier>old</GlobalClusterIdentifier><Status>available</Status>")
		creating = global("<GlobalClusterResourceId>cluster-1</GlobalClusterResourceId><GlobalClusterIdentifier>old</GlobalClusterIdentifier><Status>creating</Status>")
		busy     = global("<GlobalClusterResourceId>cluster-1</GlobalClusterResourceId><GlobalClusterIdentifier>old</GlobalClusterIdentifier><Status>modifying</Status>")
		renamed  = global("<GlobalClusterResourceId>cluster-1</GlobalClusterResourceId><GlobalClusterIdentifier>new</GlobalClusterIdentifier><Status>available</Status><DeletionProtection>true</DeletionProtection>")
		alone    = global("<GlobalClusterResourceId>cluster-1</GlobalClusterResourceId><GlobalClusterIdentifier>old</GlobalClusterIdentifier><GlobalClusterMembers><GlobalClusterMember><DBClusterArn>" +
			"arn:aws:rds:us-east-1:123456789012:cluster:graph-1</DBClusterArn></GlobalClusterMember></GlobalClusterMembers>")
		both = global("<GlobalClusterResourceId>cluster-1</GlobalClusterResourceId><GlobalClusterIdentifier>old</GlobalClusterIdentifier><GlobalClusterMembers><GlobalClusterMember><DBClusterArn>" +
			member + "</DBClusterArn></GlobalClusterMember></GlobalClusterMembers>")
	)
	modifyTo := func(to string) func(t *testing.T, c *neptune.Client) (bool, error) {
		return func(t *testing.T, c *neptune.Client) (bool, error) {
			t.Helper()
			out, err := c.ModifyGlobalCluster(t.Context(), &neptune.ModifyGlobalClusterInput{
				GlobalClusterIdentifier: nereid.String("old"), NewGlobalClusterIdentifier: &to, DeletionProtection: nereid.Bool(true),
			})
			return err == nil && nereid.Recovered(out.ResultMetadata) && out.GlobalCluster != nil, err
		}
	}
	modify, notRenamed := modifyTo("new"), modifyTo("newer")
	remove := func(id string) func(t *testing.T, c *neptune.Client) (bool, error) {
		return func(t *testing.T, c *neptune.Client) (bool, error) {
			t.Helper()
			out, err := c.RemoveFromGlobalCluster(t.Context(), &neptune.RemoveFromGlobalClusterInput{
				GlobalClusterIdentifier: nereid.String("old"), DbClusterIdentifier: &id,
			})
			return err == nil && nereid.Recovered(out.ResultMetadata) && out.GlobalCluster != nil, err
		}
	}
	for name, c := range map[string]struct {
		call     func(*testing.T, *neptune.Client) (bool, error)
		attempts answers
		describe answers // under the old name; the first one of modify comes before the call
		want     verdict
	}{
		"renamed":                     {modify, answers{reset, gone}, answers{old, gone}, recovered},
		"being renamed":               {modify, answers{reset, state}, answers{old, busy}, recovered},
		"not renamed":                 {notRenamed, answers{reset, state}, answers{creating}, stands},
		"perhaps not renamed":         {notRenamed, answers{reset, state}, answers{old}, unknown},
		"not found at once":           {modify, answers{gone}, answers{gone}, stands},
		"removed":                     {remove(member), answers{reset, none}, answers{alone}, recovered},
		"removed, refused for state":  {remove(member), answers{answer(502, ""), state}, answers{alone}, recovered},
		"removed, by its name":        {remove("graph-2"), answers{reset, none}, answers{alone}, recovered},
		"still a member":              {remove(member), answers{reset, state}, answers{both}, unknown},
		"still a member, by its name": {remove("Graph-2"), answers{reset, state}, answers{both}, unknown},
		"no member at once":           {remove(member), answers{none}, nil, stands},
		"no global cluster":           {remove(member), answers{reset, gone}, nil, stands},
		"mistyped":                    {remove(member + "x"), answers{reset, none}, answers{alone}, stands},
		"member cannot be described":  {remove(member + "y"), answers{reset, none}, answers{alone}, unknown},
		"description denied":          {remove(member), answers{reset, none}, answers{fault(403, "AccessDenied", "")}, unknown},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){
					"ModifyGlobalCluster": c.attempts, "RemoveFromGlobalCluster": c.attempts,
					"DescribeGlobalClusters old": c.describe, "DescribeGlobalClusters new": {renamed}, "DescribeGlobalClusters newer": {gone},
					"DescribeDBClusters " + member: {graph}, "DescribeDBClusters graph-2": {graph}, "DescribeDBClusters " + member + "x": {none},
					"DescribeDBClusters " + member + "y": {fault(403, "AccessDenied", "")},
				}}
				itIs, err := c.call(t, neptuneClient(s))
				if got := verdictOf(itIs, err); got != c.want {
					t.Errorf("%s, want %s: %v", got, c.want, err)
				}
				if wrongNumber(s.actions, len(c.attempts), len(c.describe)) {
					t.Errorf("requests %v", s.actions)
				}
			})
		})
	}
}

// The APIOptions of a client are applied once for the describe operation of a
// recovery, as for any operation. The APIOptions of a call are applied to the
// call and to its describe call. The other options of the call also apply to
// the describe call.
func TestRecoverWithOptions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var applied []string
		count := func(name string) func(*middleware.Stack) error {
			return func(stack *middleware.Stack) error {
				applied = append(applied, name+" "+stack.ID())
				return nil
			}
		}
		const rounds = 3
		exists := fault(400, "DBClusterSnapshotAlreadyExistsFault", "there is one")
		s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){
			"CreateDBClusterSnapshot":    slices.Repeat(answers{reset, exists}, 3*rounds),
			"DescribeDBClusterSnapshots": slices.Repeat(answers{made("c1", 24*time.Hour)}, 3*rounds),
		}}
		var regions []string
		spy := doFunc(func(req *http.Request) (*http.Response, error) {
			regions = append(regions, strings.Split(req.Header.Get("Authorization"), "/")[2])
			return s.Do(req)
		})
		client := newClient(nil, withHTTPClient(spy), rds.WithAPIOptions(count("client")))
		create := func(optFns ...func(*rds.Options)) {
			for range rounds {
				out, err := client.CreateDBClusterSnapshot(t.Context(), &rds.CreateDBClusterSnapshotInput{
					DBClusterIdentifier: nereid.String("c1"), DBClusterSnapshotIdentifier: nereid.String("s1"),
				}, optFns...)
				if err != nil || !nereid.Recovered(out.ResultMetadata) {
					t.Fatal(err)
				}
			}
		}
		const own, described = "CreateDBClusterSnapshot", "DescribeDBClusterSnapshots"
		check := func(region string, want ...string) {
			t.Helper()
			if diff := cmp.Diff(want, applied); diff != "" {
				t.Errorf("applied (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(slices.Repeat([]string{region}, 3*rounds), regions); diff != "" {
				t.Errorf("regions (-want +got):\n%s", diff)
			}
			applied, regions = nil, nil
		}
		create()
		check(region, "client "+own, "client "+described)
		create(func(o *rds.Options) { o.Region = "us-west-2" })
		check("us-west-2", slices.Repeat([]string{"client " + own, "client " + described}, rounds)...)
		create(rds.WithAPIOptions(count("call")))
		check(region, slices.Repeat([]string{"client " + own, "call " + own, "client " + described, "call " + described}, rounds)...)
	})
}

// Without recovery, an unreadable answer is only retried if its status is a
// rejection. Otherwise the repetition could be rejected because of the first
// attempt.
func TestUnreadableWithoutRecovery(t *testing.T) {
	for name, c := range map[string]struct {
		first    func(*http.Request) (*http.Response, error)
		requests int
	}{
		"success that breaks off": {answer(200, "<CreateDBClusterSnapshotResponse><Creat"), 1},
		"refusal that breaks off": {answer(400, "<ErrorResponse><Error><Code>Thrott"), 2},
	} {
		synctest.Test(t, func(t *testing.T) {
			s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){
				"CreateDBClusterSnapshot": {c.first, result("CreateDBClusterSnapshot", "")},
			}}
			_, err := newClient(nil, withHTTPClient(s), func(o *rds.Options) { o.DisableRecovery = true }).CreateDBClusterSnapshot(t.Context(),
				&rds.CreateDBClusterSnapshotInput{DBClusterIdentifier: nereid.String("c1"), DBClusterSnapshotIdentifier: nereid.String("s1")})
			if len(s.actions) != c.requests || (err == nil) != (c.requests == 2) {
				t.Errorf("%s: %d requests, %v", name, len(s.actions), err)
			}
		})
	}
}
