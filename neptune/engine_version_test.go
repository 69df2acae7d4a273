package neptune_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// versions returns the Neptune versions that a request lists.
func versions(t *testing.T, client *neptune.Client, in neptune.DescribeDBEngineVersionsInput) (list []types.DBEngineVersion) {
	t.Helper()
	in.Engine = ptr("neptune")
	for v, err := range neptune.NewDescribeDBEngineVersionsPaginator(client, &in).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

func numbers(list []types.DBEngineVersion) (numbers []string) {
	for _, v := range list {
		numbers = append(numbers, *v.EngineVersion)
	}
	return numbers
}

func TestEngineVersions(t *testing.T) {
	client := neptune.NewFromConfig(nereidtest.NewServer(t).Config())
	all := versions(t, client, neptune.DescribeDBEngineVersionsInput{})
	if got := numbers(all); got[0] != "1.3.0.0" || got[len(got)-1] != "1.4.7.1" {
		t.Errorf("the living versions are %v", got)
	}
	for name, test := range map[string]struct {
		in   neptune.DescribeDBEngineVersionsInput
		want []string
	}{
		"one":             {neptune.DescribeDBEngineVersionsInput{EngineVersion: ptr("1.4.6.3")}, []string{"1.4.6.3"}},
		"a family":        {neptune.DescribeDBEngineVersionsInput{DBParameterGroupFamily: ptr("neptune1.3")}, []string{"1.3.0.0", "1.3.1.0", "1.3.2.0", "1.3.2.1", "1.3.3.0", "1.3.4.0"}},
		"a major version": {neptune.DescribeDBEngineVersionsInput{EngineVersion: ptr("1.3")}, []string{"1.3.0.0", "1.3.1.0", "1.3.2.0", "1.3.2.1", "1.3.3.0", "1.3.4.0"}},
		"its default":     {neptune.DescribeDBEngineVersionsInput{EngineVersion: ptr("1.3"), DefaultOnly: ptr(true)}, []string{"1.3.4.0"}},
		"no such version": {neptune.DescribeDBEngineVersionsInput{EngineVersion: ptr("1.5.0.0")}, nil},
		"ended":           {neptune.DescribeDBEngineVersionsInput{EngineVersion: ptr("1.2.1.2")}, nil},
	} {
		if diff := cmp.Diff(test.want, numbers(versions(t, client, test.in))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestDefaultVersionIsThatOfNewClusters creates a cluster without a version.
func TestDefaultVersionIsThatOfNewClusters(t *testing.T) {
	client := neptune.NewFromConfig(nereidtest.NewServer(t).Config())
	byDefault := versions(t, client, neptune.DescribeDBEngineVersionsInput{DefaultOnly: ptr(true)})
	if len(byDefault) != 1 {
		t.Fatalf("%d default versions", len(byDefault))
	}
	out, err := client.CreateDBCluster(t.Context(), &neptune.CreateDBClusterInput{DBClusterIdentifier: ptr("graph"), Engine: ptr("neptune")})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := *out.DBCluster.EngineVersion, *byDefault[0].EngineVersion; got != want {
		t.Errorf("the cluster has version %s, the default is %s", got, want)
	}
	if got, want := *out.DBCluster.DBClusterParameterGroup, "default."+*byDefault[0].DBParameterGroupFamily; got != want {
		t.Errorf("the cluster has the parameter group %s, want %s", got, want)
	}
}

// TestUpgradeTargetsAreAccepted upgrades to every target that a version lists.
// Upgrades to other versions fail.
func TestUpgradeTargetsAreAccepted(t *testing.T) {
	server := nereidtest.NewServer(t)
	client := neptune.NewFromConfig(server.Config())
	all := versions(t, client, neptune.DescribeDBEngineVersionsInput{})
	if last := all[len(all)-1]; len(last.ValidUpgradeTarget) != 0 {
		t.Errorf("%s can be upgraded to %v", *last.EngineVersion, last.ValidUpgradeTarget)
	}
	from := *all[3].EngineVersion
	targets := map[string]types.UpgradeTarget{}
	for _, target := range all[3].ValidUpgradeTarget {
		targets[*target.EngineVersion] = target
	}
	for _, v := range append(all, types.DBEngineVersion{EngineVersion: ptr("1.2.1.2")}) {
		to := *v.EngineVersion
		if to == from {
			continue
		}
		id := "graph-" + strings.ReplaceAll(to, ".", "-")
		server.AddCluster(nereidtest.Cluster{ID: id, EngineVersion: from, Instances: 1})
		_, err := client.ModifyDBCluster(t.Context(), &neptune.ModifyDBClusterInput{
			DBClusterIdentifier: &id, EngineVersion: &to, AllowMajorVersionUpgrade: ptr(true),
		})
		if _, ok := targets[to]; ok != (err == nil) {
			t.Errorf("from %s to %s, which is a target: %t, got %v", from, to, ok, err)
		}
	}
	if major, minor := targets["1.4.0.0"], targets["1.3.3.0"]; !*major.IsMajorVersionUpgrade || *minor.IsMajorVersionUpgrade {
		t.Errorf("1.4.0.0 is a major upgrade: %t, 1.3.3.0: %t", *major.IsMajorVersionUpgrade, *minor.IsMajorVersionUpgrade)
	}
}

// options lists the options for a new Neptune instance.
func options(t *testing.T, client *neptune.Client, in neptune.DescribeOrderableDBInstanceOptionsInput) (list []types.OrderableDBInstanceOption) {
	t.Helper()
	in.Engine = ptr("neptune")
	for o, err := range neptune.NewDescribeOrderableDBInstanceOptionsPaginator(client, &in).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, o)
	}
	return list
}

func TestOrderableOptions(t *testing.T) {
	client := neptune.NewFromConfig(nereidtest.NewServer(t).Config())
	var classes []string
	for _, o := range options(t, client, neptune.DescribeOrderableDBInstanceOptionsInput{EngineVersion: ptr("1.4.7.1")}) {
		if *o.StorageType == "aurora" {
			classes = append(classes, *o.DBInstanceClass)
		}
		if *o.LicenseModel != "amazon-license" || *o.MultiAZCapable || !*o.Vpc || len(o.AvailabilityZones) < 2 {
			t.Errorf("%s: %+v", *o.DBInstanceClass, o)
		}
	}
	for class, want := range map[string]bool{
		"db.r5.large": true, "db.r5.48xlarge": false, "db.r6g.16xlarge": true, "db.r8g.48xlarge": true, "db.x2iedn.32xlarge": true,
		"db.t3.medium": true, "db.t3.large": false, "db.serverless": true, "db.r4.large": false,
	} {
		if slices.Contains(classes, class) != want {
			t.Errorf("%s is orderable: %t", class, !want)
		}
	}
	slices.Sort(classes)
	if unique := slices.Compact(slices.Clone(classes)); len(unique) != len(classes) {
		t.Errorf("of %d classes %d are different", len(classes), len(unique))
	}
	for _, test := range []struct {
		in     neptune.DescribeOrderableDBInstanceOptionsInput
		global bool
	}{
		{neptune.DescribeOrderableDBInstanceOptionsInput{DBInstanceClass: ptr("db.r6g.large")}, true},
		{neptune.DescribeOrderableDBInstanceOptionsInput{DBInstanceClass: ptr("db.t4g.medium")}, false},
		{neptune.DescribeOrderableDBInstanceOptionsInput{DBInstanceClass: ptr("db.x2g.large")}, false},
	} {
		found := options(t, client, test.in)
		if len(found) == 0 {
			t.Errorf("%s is in no option", *test.in.DBInstanceClass)
		}
		for _, o := range found {
			if *o.DBInstanceClass != *test.in.DBInstanceClass || *o.SupportsGlobalDatabases != test.global {
				t.Errorf("%s: an option of %s, in a global database: %t", *test.in.DBInstanceClass, *o.DBInstanceClass, *o.SupportsGlobalDatabases)
			}
		}
	}
	for name, in := range map[string]neptune.DescribeOrderableDBInstanceOptionsInput{
		"class":   {DBInstanceClass: ptr("db.z9.large")},
		"version": {EngineVersion: ptr("1.0.5.1")},
		"license": {LicenseModel: ptr("license-included")},
		"no VPC":  {Vpc: ptr(false)},
	} {
		if got := options(t, client, in); len(got) != 0 {
			t.Errorf("%s: %d options", name, len(got))
		}
	}
}
