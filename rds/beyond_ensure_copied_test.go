package rds_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// EnsureSnapshotCopied accepts a copy of the source, even if another caller made the copy or
// responses were lost.
func TestEnsureSnapshotCopied(t *testing.T) {
	lost := nereidtest.LostAnswer("CopyDBClusterSnapshot")
	for name, test := range map[string]struct {
		before    string // source of an earlier copy under the target's name
		again     bool   // the source is taken again after that
		automated bool
		far       bool // the source is in another region
		fault     *nereidtest.Fault
		want      string
	}{
		"copied":                 {want: "copied"},
		"there already":          {before: "source", want: "there"},
		"answer lost":            {fault: &lost, want: "there"},
		"far away":               {far: true, want: "copied"},
		"far away, answer lost":  {far: true, fault: &lost, want: "there"},
		"automated, answer lost": {automated: true, fault: &lost, want: "there"},
		"another is there":       {before: "other", want: "exists"},
		"of an earlier source":   {before: "source", again: true, want: "exists"},
		"denied":                 {fault: &nereidtest.Fault{Action: "CopyDBClusterSnapshot", Code: "AccessDenied", Status: 403}, want: "denied"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				id, region := "source", "us-east-1"
				if test.automated {
					id = "rds:prod-2026-11-27-06-10"
				}
				if test.far {
					region = "eu-west-1"
				}
				source := nereidtest.Snapshot{ID: id, Region: region, Created: time.Now().Add(-24 * time.Hour)}
				arn := server.AddSnapshot(source)
				server.AddSnapshot(nereidtest.Snapshot{ID: "other", Created: time.Now().Add(-24 * time.Hour)})
				client := rds.NewFromConfig(server.Config())
				if test.before != "" {
					if _, err := client.CopyDBClusterSnapshot(t.Context(), &rds.CopyDBClusterSnapshotInput{
						SourceDBClusterSnapshotIdentifier: nereid.String(test.before), TargetDBClusterSnapshotIdentifier: nereid.String("copy"),
					}); err != nil {
						t.Fatal(err)
					}
				}
				if test.again {
					<-time.After(time.Hour)
					if _, err := client.DeleteDBClusterSnapshot(t.Context(), &rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: nereid.String("source")}); err != nil {
						t.Fatal(err)
					}
					<-time.After(time.Hour)
					source.Created = time.Now()
					server.AddSnapshot(source)
				}
				if test.fault != nil {
					server.Inject(*test.fault)
				}
				if !test.far {
					arn = id
				}
				result, err := rds.EnsureSnapshotCopied(t.Context(), client, &rds.CopyDBClusterSnapshotInput{
					SourceDBClusterSnapshotIdentifier: &arn, TargetDBClusterSnapshotIdentifier: nereid.String("copy"),
				}, 12*time.Hour)
				for _, r := range server.Requests() {
					if r.Form.Get("DBClusterSnapshotIdentifier") == id && (r.Form.Get("SnapshotType") == "automated") != test.automated {
						t.Errorf("the source is asked for with the type %q", r.Form.Get("SnapshotType"))
					}
				}
				got := fmt.Sprint(err)
				switch {
				case err == nil && result.Changed():
					got = "copied"
				case err == nil:
					got = "there"
				case errors.Is(err, nereid.ErrAlreadyExists):
					got = "exists"
				case errors.Is(err, nereid.ErrAccessDenied):
					got = "denied"
				}
				if got != test.want {
					t.Errorf("%s, want %s", got, test.want)
				}
				if err == nil && nereid.ToString(result.Snapshot.Status) != "available" {
					t.Errorf("the copy is %s", nereid.ToString(result.Snapshot.Status))
				}
				if n := server.CountSucceeded("CopyDBClusterSnapshot"); n > 1 {
					t.Errorf("copied %d times", n)
				}
			})
		})
	}
}

// If the source no longer exists, it is unknown whether the target is its copy.
func TestEnsureSnapshotCopiedWithoutItsSource(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddSnapshot(nereidtest.Snapshot{ID: "source", Created: time.Now().Add(-24 * time.Hour)})
		client := rds.NewFromConfig(server.Config())
		in := &rds.CopyDBClusterSnapshotInput{SourceDBClusterSnapshotIdentifier: nereid.String("source"), TargetDBClusterSnapshotIdentifier: nereid.String("copy")}
		if _, err := rds.EnsureSnapshotCopied(t.Context(), client, in, time.Hour); err != nil {
			t.Fatal(err)
		}
		if _, err := client.DeleteDBClusterSnapshot(t.Context(), &rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: nereid.String("source")}); err != nil {
			t.Fatal(err)
		}
		<-time.After(time.Hour)
		_, err := rds.EnsureSnapshotCopied(t.Context(), client, in, time.Hour)
		var unknown *nereid.OutcomeUnknownError
		if !errors.As(err, &unknown) || unknown.LookAt != "cluster snapshot copy" {
			t.Errorf("%v", err)
		}
		for _, wrong := range []*rds.CopyDBClusterSnapshotInput{nil, {TargetDBClusterSnapshotIdentifier: nereid.String("copy")}, {SourceDBClusterSnapshotIdentifier: nereid.String("source")}} {
			if _, err := rds.EnsureSnapshotCopied(t.Context(), client, wrong, time.Hour); err == nil {
				t.Error("a request without a name is accepted")
			}
		}
	})
}

// A snapshot is copied even if credentials are missing for some minutes.
func TestEnsureSnapshotCopiedWithoutCredentials(t *testing.T) {
	for n := range 3 {
		synctest.Test(t, func(t *testing.T) {
			server := nereidtest.NewServer(t)
			server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
			config := server.Config()
			o := &outage{config.HTTPClient, config.Credentials, n + 1, time.Time{}}
			config.HTTPClient, config.Credentials = o, o
			result, err := rds.EnsureSnapshotCopied(t.Context(), rds.NewFromConfig(config), &rds.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: nereid.String("source"), TargetDBClusterSnapshotIdentifier: nereid.String("copy"),
			}, time.Hour)
			if err != nil || !result.Copied || server.CountSucceeded("CopyDBClusterSnapshot") != 1 {
				t.Errorf("after %d requests: %v", n+1, err)
			}
		})
	}
}

// The second call finds the copy that the first one made.
func ExampleEnsureSnapshotCopied() {
	server := fastDemo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	for range 2 {
		result, err := rds.EnsureSnapshotCopied(context.Background(), client, &rds.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: nereid.String("nightly"),
			TargetDBClusterSnapshotIdentifier: nereid.String("nightly-kept"),
		}, time.Hour, func(o *rds.EnsureSnapshotCopiedOptions) { o.MinDelay = quickly })
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*result.Snapshot.Status, result.Changed())
	}
	// Output:
	// available true
	// available false
}
