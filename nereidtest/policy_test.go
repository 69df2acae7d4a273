package nereidtest_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

func TestPolicy(t *testing.T) {
	const graph = "arn:aws:rds:us-east-1:123456789012:cluster:graph"
	for name, c := range map[string]struct {
		policy  string
		refused string // of stopping graph
	}{
		"the very action":     {`{"Statement": {"Effect": "Allow", "Action": "rds:StopDBCluster", "Resource": "` + graph + `"}}`, ""},
		"wildcards":           {`{"Statement": [{"Effect": "Allow", "Action": ["s3:*", "RDS:stop*"], "Resource": "arn:aws:rds:*:*:cluster:gr?ph"}]}`, ""},
		"nothing":             {`{"Statement": []}`, "not authorized to perform: rds:StopDBCluster on resource: " + graph + " because no identity-based policy allows the rds:StopDBCluster action"},
		"another action":      {`{"Statement": {"Effect": "Allow", "Action": "rds:StartDBCluster", "Resource": "*"}}`, "no identity-based policy"},
		"another resource":    {`{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:rds:*:*:cluster:graphs"}}`, "no identity-based policy"},
		"all but this action": {`{"Statement": {"Effect": "Allow", "NotAction": "rds:StopDBCluster", "Resource": "*"}}`, "no identity-based policy"},
		"all but others":      {`{"Statement": {"Effect": "Allow", "NotAction": "rds:Delete*", "NotResource": "arn:aws:rds:*:*:db:*"}}`, ""},
		"denied":              {`{"Statement": [{"Effect": "Deny", "Action": "rds:Stop*", "Resource": "*"}, {"Effect": "Allow", "Action": "*", "Resource": "*"}]}`, "with an explicit deny in an identity-based policy"},
	} {
		t.Run(name, func(t *testing.T) {
			server := nereidtest.NewServer(t, nereidtest.WithPolicy(c.policy))
			server.AddCluster(nereidtest.Cluster{ID: "graph"})
			_, err := neptune.NewFromConfig(server.Config()).StopDBCluster(t.Context(), &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("graph")})
			if c.refused == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if !errors.Is(err, nereid.ErrAccessDenied) || !strings.Contains(err.Error(), c.refused) {
				t.Errorf("%v, want %s", err, c.refused)
			}
		})
	}
	for _, bad := range []string{
		"", "{}", `{"Statement": 1}`, `{"Statement": {"Effect": "allow", "Action": "*", "Resource": "*"}}`, `{"Statement": {"Effect": "Allow", "Resource": "*"}}`,
		`{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {}}}`, `{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "${aws:username}"}}`,
	} {
		if server, err := nereidtest.Start(nereidtest.WithPolicy(bad)); err == nil {
			t.Errorf("the policy %q is accepted", bad)
			server.Close()
		}
	}
}
