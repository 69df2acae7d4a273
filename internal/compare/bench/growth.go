package bench

import (
	"context"
	"net/http"
	"strconv"

	sdkrds "github.com/aws/aws-sdk-go-v2/service/rds"
	sdktypes "github.com/aws/aws-sdk-go-v2/service/rds/types"

	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// A Series is a case in increasing sizes.
type Series struct {
	Name  string
	Sizes []int
	New   func(size int) Case
}

// Growth returns series of cases that differ only in size. Their time must not
// grow faster than their size.
func Growth() []Series {
	name := func(of string, n int) string { return of + " " + strconv.Itoa(n) }
	return []Series{
		{"clusters in a page", []int{1, 3, 10, 30, 100, 300, 1000}, func(n int) Case {
			return describeDBClusters(name("clusters", n), newBoth(http.StatusOK, clusterPage(n)), n)
		}},
		{"pages of 20 tasks", []int{1, 3, 10, 30, 100}, func(n int) Case {
			return paginate(name("pages", n), n)
		}},
		{"unknown elements", []int{1, 10, 100, 1000, 10_000}, func(n int) Case {
			return describeDBClusters(name("unknown elements", n), newBoth(http.StatusOK, unknown(n)), 1)
		}},
	}
}

// paginate returns a case that reads n pages with a paginator.
func paginate(name string, n int) Case {
	const perPage = 20
	pages := make([][]byte, n)
	for i := range pages {
		next := ""
		if i+1 < n {
			next = strconv.Itoa(i + 1)
		}
		pages[i] = taskPage(perPage, next)
	}
	b := newBoth(http.StatusOK, pages...)
	ctx := context.Background()
	type ours struct{ Tasks []types.ExportTask }
	type theirs struct{ Tasks []sdktypes.ExportTask }
	return newCase(name, b, 17*perPage*n,
		func() (*ours, error) {
			all := new(ours)
			p := rds.NewDescribeExportTasksPaginator(b.rds, &rds.DescribeExportTasksInput{})
			for p.HasMorePages() {
				page, err := p.NextPage(ctx)
				if err != nil {
					return nil, err
				}
				all.Tasks = append(all.Tasks, page.ExportTasks...)
			}
			return all, nil
		},
		func() (*theirs, error) {
			all := new(theirs)
			p := sdkrds.NewDescribeExportTasksPaginator(b.sdkRDS, &sdkrds.DescribeExportTasksInput{})
			for p.HasMorePages() {
				page, err := p.NextPage(ctx)
				if err != nil {
					return nil, err
				}
				all.Tasks = append(all.Tasks, page.ExportTasks...)
			}
			return all, nil
		})
}
