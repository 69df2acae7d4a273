package rds_test

import (
	"context"
	"io"
	"iter"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// pager has the methods that all paginators have.
type pager[Out, Item any] interface {
	HasMorePages() bool
	NextPage(context.Context, ...func(*rds.Options)) (*Out, error)
	Pages(context.Context, ...func(*rds.Options)) iter.Seq2[*Out, error]
	All(context.Context, ...func(*rds.Options)) iter.Seq2[Item, error]
}

// pages responds with the page for a marker. There are three pages: the first has the items a and
// b, the second has no items, and the third has c. It records the forms of the requests.
func pages(t *testing.T, op, list, item, key string, forms *[]url.Values) *rds.Client {
	return serve(func(req *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		form, err := url.ParseQuery(string(body))
		if err != nil {
			return nil, err
		}
		*forms = append(*forms, form)
		one := func(id string) string { return "<" + item + "><" + key + ">" + id + "</" + key + "></" + item + ">" }
		result := ""
		switch form.Get("Marker") {
		case "":
			result = "<" + list + ">" + one("a") + one("b") + "</" + list + "><Marker>2</Marker>"
		case "2":
			result = "<" + list + "/><Marker>3</Marker>"
		case "3":
			result = "<" + list + ">" + one("c") + "</" + list + "><Marker></Marker>"
		}
		return answer(200, clienttest.Reply(op, result))(req)
	})
}

func walk[Out, Item any](t *testing.T, op string, begin func() pager[Out, Item], id func(Item) *string, forms *[]url.Values) {
	t.Helper()
	var got []string
	for item, err := range begin().All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, nereid.ToString(id(item)))
	}
	if diff := cmp.Diff([]string{"a", "b", "c"}, got); diff != "" {
		t.Errorf("%s: All (-want +got):\n%s", op, diff)
	}
	n := 0
	for _, err := range begin().Pages(t.Context()) {
		if n++; err != nil {
			t.Fatal(err)
		}
	}
	p := begin()
	for n *= 10; p.HasMorePages(); n++ {
		if _, err := p.NextPage(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := p.NextPage(t.Context()); n != 33 || err == nil {
		t.Errorf("%s: pages and pages one by one: %d; past the end: %v", op, n, err)
	}
	var markers []string
	for _, f := range *forms {
		markers = append(markers, f.Get("Marker")+" "+f.Get("MaxRecords"))
	}
	if want := slices.Repeat([]string{" 20", "2 20", "3 20"}, 3); !slices.Equal(markers, want) {
		t.Errorf("%s: markers and limits %v, want %v", op, markers, want)
	}
}

func TestPaginators(t *testing.T) {
	var forms []url.Values
	limit := nereid.Int32(20)

	c := pages(t, "DescribeExportTasks", "ExportTasks", "ExportTask", "ExportTaskIdentifier", &forms)
	walk(t, "DescribeExportTasks", func() pager[rds.DescribeExportTasksOutput, types.ExportTask] {
		return rds.NewDescribeExportTasksPaginator(c, &rds.DescribeExportTasksInput{MaxRecords: limit})
	}, func(x types.ExportTask) *string { return x.ExportTaskIdentifier }, &forms)

	forms, c = nil, pages(t, "DescribeDBClusters", "DBClusters", "DBCluster", "DBClusterIdentifier", &forms)
	walk(t, "DescribeDBClusters", func() pager[rds.DescribeDBClustersOutput, types.DBCluster] {
		return rds.NewDescribeDBClustersPaginator(c, &rds.DescribeDBClustersInput{MaxRecords: limit})
	}, func(x types.DBCluster) *string { return x.DBClusterIdentifier }, &forms)

	forms, c = nil, pages(t, "DescribeDBClusterSnapshots", "DBClusterSnapshots", "DBClusterSnapshot", "DBClusterSnapshotIdentifier", &forms)
	walk(t, "DescribeDBClusterSnapshots", func() pager[rds.DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot] {
		return rds.NewDescribeDBClusterSnapshotsPaginator(c, &rds.DescribeDBClusterSnapshotsInput{MaxRecords: limit})
	}, func(x types.DBClusterSnapshot) *string { return x.DBClusterSnapshotIdentifier }, &forms)

	forms, c = nil, pages(t, "DescribeDBInstances", "DBInstances", "DBInstance", "DBInstanceIdentifier", &forms)
	walk(t, "DescribeDBInstances", func() pager[rds.DescribeDBInstancesOutput, types.DBInstance] {
		return rds.NewDescribeDBInstancesPaginator(c, &rds.DescribeDBInstancesInput{MaxRecords: limit})
	}, func(x types.DBInstance) *string { return x.DBInstanceIdentifier }, &forms)

	forms, c = nil, pages(t, "DescribeDBSnapshots", "DBSnapshots", "DBSnapshot", "DBSnapshotIdentifier", &forms)
	walk(t, "DescribeDBSnapshots", func() pager[rds.DescribeDBSnapshotsOutput, types.DBSnapshot] {
		return rds.NewDescribeDBSnapshotsPaginator(c, nil, func(o *rds.DescribeDBSnapshotsPaginatorOptions) { o.Limit = 20 })
	}, func(x types.DBSnapshot) *string { return x.DBSnapshotIdentifier }, &forms)

	forms, c = nil, pages(t, "DescribeEvents", "Events", "Event", "SourceIdentifier", &forms)
	walk(t, "DescribeEvents", func() pager[rds.DescribeEventsOutput, types.Event] {
		return rds.NewDescribeEventsPaginator(c, &rds.DescribeEventsInput{MaxRecords: limit})
	}, func(x types.Event) *string { return x.SourceIdentifier }, &forms)

	forms, c = nil, pages(t, "DescribeDBInstanceAutomatedBackups", "DBInstanceAutomatedBackups", "DBInstanceAutomatedBackup", "DbiResourceId", &forms)
	walk(t, "DescribeDBInstanceAutomatedBackups", func() pager[rds.DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup] {
		return rds.NewDescribeDBInstanceAutomatedBackupsPaginator(c, &rds.DescribeDBInstanceAutomatedBackupsInput{MaxRecords: limit})
	}, func(x types.DBInstanceAutomatedBackup) *string { return x.DbiResourceId }, &forms)

	forms, c = nil, pages(t, "DescribeDBClusterAutomatedBackups", "DBClusterAutomatedBackups", "DBClusterAutomatedBackup", "DbClusterResourceId", &forms)
	walk(t, "DescribeDBClusterAutomatedBackups", func() pager[rds.DescribeDBClusterAutomatedBackupsOutput, types.DBClusterAutomatedBackup] {
		return rds.NewDescribeDBClusterAutomatedBackupsPaginator(c, &rds.DescribeDBClusterAutomatedBackupsInput{MaxRecords: limit})
	}, func(x types.DBClusterAutomatedBackup) *string { return x.DbClusterResourceId }, &forms)

	forms, c = nil, pages(t, "DescribeDBClusterBacktracks", "DBClusterBacktracks", "DBClusterBacktrack", "BacktrackIdentifier", &forms)
	walk(t, "DescribeDBClusterBacktracks", func() pager[rds.DescribeDBClusterBacktracksOutput, types.DBClusterBacktrack] {
		return rds.NewDescribeDBClusterBacktracksPaginator(c, &rds.DescribeDBClusterBacktracksInput{DBClusterIdentifier: nereid.String("shop"), MaxRecords: limit})
	}, func(x types.DBClusterBacktrack) *string { return x.BacktrackIdentifier }, &forms)
}

// A repeated marker would lead to an endless loop. It is an error, unless StopOnDuplicateToken ends
// the iteration without an error, as in the SDK.
func TestRepeatedMarker(t *testing.T) {
	client := serve(answer(200, clienttest.Reply("DescribeEvents", "<Events><Event><Message>m</Message></Event></Events><Marker>again</Marker>")))
	for _, quiet := range []bool{false, true} {
		n, failed := 0, ""
		for _, err := range rds.NewDescribeEventsPaginator(client, nil, func(o *rds.DescribeEventsPaginatorOptions) { o.StopOnDuplicateToken = quiet }).All(t.Context()) {
			if err != nil {
				failed = err.Error()
				break
			}
			n++
		}
		if n != 2 || quiet != (failed == "") || !quiet && !strings.Contains(failed, "again") {
			t.Errorf("quiet %t: %d items, then %q", quiet, n, failed)
		}
	}
}
