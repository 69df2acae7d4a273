package rds_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// releases lists the versions that a request finds, each as ENGINE VERSION STATUS.
func releases(t *testing.T, client *rds.Client, in rds.DescribeDBEngineVersionsInput) (list []string) {
	t.Helper()
	for v, err := range rds.NewDescribeDBEngineVersionsPaginator(client, &in).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, *v.Engine+" "+*v.EngineVersion+" "+*v.Status)
	}
	return list
}

func TestEngineVersions(t *testing.T) {
	client := rds.NewFromConfig(nereidtest.NewServer(t).Config())
	where := func(name string, values ...string) []types.Filter {
		return []types.Filter{{Name: &name, Values: values}}
	}
	for name, test := range map[string]struct {
		in   rds.DescribeDBEngineVersionsInput
		want []string
	}{
		"one": {rds.DescribeDBEngineVersionsInput{Engine: nereid.String("postgres"), EngineVersion: nereid.String("16.10")}, []string{"postgres 16.10 available"}},
		"a major version": {
			rds.DescribeDBEngineVersionsInput{Engine: nereid.String("aurora-postgresql"), EngineVersion: nereid.String("17")},
			[]string{"aurora-postgresql 17.4 available", "aurora-postgresql 17.5 available"},
		},
		"a family": {
			rds.DescribeDBEngineVersionsInput{DBParameterGroupFamily: nereid.String("mysql8.4"), DefaultOnly: nereid.Bool(true)},
			[]string{"mysql 8.4.6 available"},
		},
		"ended": {
			rds.DescribeDBEngineVersionsInput{Engine: nereid.String("neptune"), IncludeAll: nereid.Bool(true), EngineVersion: nereid.String("1.1")},
			[]string{"neptune 1.1.0.0 deprecated", "neptune 1.1.1.0 deprecated"},
		},
		"filters": {
			rds.DescribeDBEngineVersionsInput{Filters: append(where("engine", "aurora-mysql", "docdb"), where("engine-version", "5.0.0")...)},
			[]string{"docdb 5.0.0 available"},
		},
		"no such engine": {rds.DescribeDBEngineVersionsInput{Engine: nereid.String("access")}, nil},
	} {
		if diff := cmp.Diff(test.want, releases(t, client, test.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got := releases(t, client, rds.DescribeDBEngineVersionsInput{DefaultOnly: nereid.Bool(true)}); len(got) < 10 {
		t.Errorf("the default versions are %v", got)
	}
	_, err := client.DescribeDBEngineVersions(t.Context(), &rds.DescribeDBEngineVersionsInput{Filters: where("engine", "access")})
	if !errors.Is(err, nereid.ErrInvalidParameter) {
		t.Errorf("a filter for an unknown engine: %v", err)
	}
}

// TestOrderableOptions checks that AWS offers burstable instances for PostgreSQL, and no Graviton
// instances for Oracle.
func TestOrderableOptions(t *testing.T) {
	client := rds.NewFromConfig(nereidtest.NewServer(t).Config())
	for _, test := range []struct{ engine, class, want string }{
		{"postgres", "db.t4g.micro", "gp2 gp3 io1"},
		{"aurora-mysql", "db.serverless", "aurora aurora-iopt1"},
		{"aurora-mysql", "db.t4g.micro", ""},
		{"oracle-ee", "db.r6g.large", ""},
		{"oracle-ee", "db.r6i.large", "gp2 gp3 io1"},
	} {
		var storage []string
		for o, err := range rds.NewDescribeOrderableDBInstanceOptionsPaginator(client, &rds.DescribeOrderableDBInstanceOptionsInput{
			Engine: &test.engine, DBInstanceClass: &test.class, EngineVersion: defaultOf(t, client, test.engine),
		}).All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			if storage = append(storage, *o.StorageType); *o.SupportsIops != (*o.StorageType == "io1") {
				t.Errorf("%s with %s supports IOPS: %t", test.engine, *o.StorageType, *o.SupportsIops)
			}
		}
		if got := strings.Join(storage, " "); got != test.want {
			t.Errorf("%s on %s: %s, want %s", test.engine, test.class, got, test.want)
		}
	}
}

// defaultOf returns the default version of an engine.
func defaultOf(t *testing.T, client *rds.Client, engine string) *string {
	t.Helper()
	out, err := client.DescribeDBEngineVersions(t.Context(), &rds.DescribeDBEngineVersionsInput{Engine: &engine, DefaultOnly: nereid.Bool(true)})
	if err != nil || len(out.DBEngineVersions) != 1 {
		t.Fatalf("%d default versions of %s: %v", len(out.DBEngineVersions), engine, err)
	}
	return out.DBEngineVersions[0].EngineVersion
}
