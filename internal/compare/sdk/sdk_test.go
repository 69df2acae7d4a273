package sdk_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/nereid-go/nereid/internal/compare/sdk"
)

// TestRead reads both generations of the SDK's clients. Every list needs the
// name of its elements and every fault its code. Facts that are known from the
// wire have to be found in both.
func TestRead(t *testing.T) {
	for name, schemas := range map[string]bool{"neptune": false, "rds": true} {
		s, err := sdk.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		if s.Schemas != schemas {
			t.Errorf("%s: read as of the other generation", name)
		}
		for op := range s.Operations {
			for _, shape := range []string{op + "Input", op + "Output"} {
				checkLists(t, s, shape, map[string]bool{})
			}
		}
		for _, f := range s.Faults {
			if f.Code == "" || f.Side == "" {
				t.Errorf("%s.%s: code %q, of the %q", name, f.Name, f.Code, f.Side)
			}
		}
		for shape, want := range map[string]sdk.Field{
			"DescribeDBClustersInput":  {Name: "Filters", Type: "[]types.Filter", Wire: "Filters", Item: "Filter"},
			"DescribeDBClustersOutput": {Name: "DBClusters", Type: "[]types.DBCluster", Wire: "DBClusters", Item: "DBCluster"},
			"StartDBClusterInput":      {Name: "DBClusterIdentifier", Type: "*string", Wire: "DBClusterIdentifier", Required: true},
			"DBCluster":                {Name: "VpcSecurityGroups", Type: "[]VpcSecurityGroupMembership", Wire: "VpcSecurityGroups", Item: "VpcSecurityGroupMembership"},
		} {
			i := slices.IndexFunc(s.Structs[shape].Fields, func(f sdk.Field) bool { return f.Name == want.Name })
			got := s.Structs[shape].Fields[max(i, 0)]
			if got.Doc = ""; got != want {
				t.Errorf("%s.%s: %+v, want %+v", name, shape, got, want)
			}
		}
		describe := s.Operations["DescribeDBInstances"]
		if !slices.Contains(describe.Faults, "DBInstanceNotFoundFault") || describe.Pages != "DBInstances" || !slices.Contains(describe.Waiters, "DBInstanceAvailable") {
			t.Errorf("%s: %+v", name, describe)
		}
		if nested := s.Operations["DescribeEngineDefaultParameters"].Pages; nested != "EngineDefaults.Parameters" {
			t.Errorf("%s: DescribeEngineDefaultParameters walks %q", name, nested)
		}
		if code := s.Faults["DBInstanceNotFoundFault"].Code; code != "DBInstanceNotFound" {
			t.Errorf("%s: code %q", name, code)
		}
	}
}

func checkLists(t *testing.T, s *sdk.Service, shape string, seen map[string]bool) {
	t.Helper()
	in := s.Structs[shape]
	if in == nil || seen[shape] {
		return
	}
	seen[shape] = true
	for _, f := range in.Fields {
		if strings.HasPrefix(f.Type, "[]") && f.Type != "[]byte" && f.Item == "" {
			t.Errorf("%s.%s.%s: no name for the elements", s.Name, shape, f.Name)
		}
		checkLists(t, s, f.Elem(), seen)
	}
}
