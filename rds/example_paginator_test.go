package rds_test

import (
	"context"
	"fmt"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// exported returns a fake of AWS with n exports.
func exported(n int) (*nereidtest.Server, *rds.Client) {
	server, err := nereidtest.Start()
	if err != nil {
		panic(err) // only opening a port can fail
	}
	for i := range n {
		server.AddExportTask(nereidtest.ExportTask{ID: fmt.Sprintf("nightly-%03d", i)})
	}
	return server, rds.NewFromConfig(server.Config())
}

func ExampleNewDescribeExportTasksPaginator() {
	server, client := exported(250)
	defer server.Close()

	paginator := rds.NewDescribeExportTasksPaginator(client, &rds.DescribeExportTasksInput{
		Filters: []types.Filter{{Name: nereid.String("status"), Values: []string{"complete", "failed"}}},
	})
	for paginator.HasMorePages() {
		page, err := paginator.NextPage(context.Background())
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(page.ExportTasks), "tasks from", *page.ExportTasks[0].ExportTaskIdentifier)
	}
	// Output:
	// 100 tasks from nightly-000
	// 100 tasks from nightly-100
	// 50 tasks from nightly-200
}

func ExamplePaginator_All() {
	server, client := exported(250)
	defer server.Close()

	n := 0
	for task, err := range rds.NewDescribeExportTasksPaginator(client, nil).All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		if n++; n == 201 {
			fmt.Println(*task.ExportTaskIdentifier, *task.Status)
			break // no further page is requested
		}
	}
	fmt.Println(server.Count("DescribeExportTasks"), "requests")
	// Output:
	// nightly-200 COMPLETE
	// 3 requests
}

func ExamplePaginator_Pages() {
	server, client := exported(45)
	defer server.Close()

	paginator := rds.NewDescribeExportTasksPaginator(client, nil, func(o *rds.DescribeExportTasksPaginatorOptions) {
		o.Limit = 20
	})
	for page, err := range paginator.Pages(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(page.ExportTasks), page.Marker != nil)
	}
	// Output:
	// 20 true
	// 20 true
	// 5 false
}
