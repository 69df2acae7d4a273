package awsquery_test

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/xmlscan"
)

// reply wraps a result as StartDBCluster's.
func reply(result string) string {
	return `<StartDBClusterResponse xmlns="` + namespace + `"><StartDBClusterResult>` + result +
		`</StartDBClusterResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></StartDBClusterResponse>`
}

func TestDecodeResponse(t *testing.T) {
	at := time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)
	tests := []struct {
		name, cluster string
		want          *cluster
	}{
		{"nothing", ``, nil},
		{"empty struct", `<DBCluster/>`, &cluster{}},
		{"empty string", `<DBCluster><Status/></DBCluster>`, &cluster{Status: ptr("")}},
		{"blank string", `<DBCluster><Status> </Status></DBCluster>`, &cluster{Status: ptr(" ")}},
		{"blanks round a number", "<DBCluster><Port>\n 8182 </Port></DBCluster>", &cluster{Port: ptr(int32(8182))}},
		{"booleans", `<DBCluster><MultiAZ>TRUE</MultiAZ><StorageEncrypted>false</StorageEncrypted></DBCluster>`,
			&cluster{MultiAZ: ptr(true), StorageEncrypted: ptr(false)}},
		{"comment in a number", `<DBCluster><Port>8<!-- c -->1<![CDATA[82]]></Port></DBCluster>`, &cluster{Port: ptr(int32(8182))}},
		{"time", `<DBCluster><ClusterCreateTime>2024-01-02T03:04:05Z</ClusterCreateTime></DBCluster>`, &cluster{ClusterCreateTime: &at}},
		{"time without zone", `<DBCluster><ClusterCreateTime>2024-01-02T03:04:05</ClusterCreateTime></DBCluster>`, &cluster{ClusterCreateTime: &at}},
		{"time, offset and fraction", `<DBCluster><ClusterCreateTime>2024-01-02T05:04:05.000000+02:00</ClusterCreateTime></DBCluster>`,
			&cluster{ClusterCreateTime: &at}},
		{"empty lists", `<DBCluster><AvailabilityZones/><DBClusterMembers></DBClusterMembers></DBCluster>`,
			&cluster{AvailabilityZones: []string{}, DBClusterMembers: []member{}}},
		{"unknown elements", `<DBCluster><A><DBCluster><Status>x</Status></DBCluster></A><Status>y</Status><B/></DBCluster>`, &cluster{Status: ptr("y")}},
		{"unknown list elements", `<DBCluster><AvailabilityZones><member>x</member><AvailabilityZone>y</AvailabilityZone></AvailabilityZones></DBCluster>`,
			&cluster{AvailabilityZones: []string{"y"}}},
		{"text between elements", `<DBCluster>x<Status>y</Status>&lt;<Engine>z</Engine></DBCluster>`, &cluster{Status: ptr("y"), Engine: ptr("z")}},
		{"repeated scalar: the last", `<DBCluster><Status>x</Status><Status>y</Status></DBCluster>`, &cluster{Status: ptr("y")}},
		{"repeated lists: all", `<DBCluster><DBClusterMembers><DBClusterMember><PromotionTier>1</PromotionTier></DBClusterMember></DBClusterMembers>` +
			`<AvailabilityZones><AvailabilityZone>a</AvailabilityZone></AvailabilityZones><AvailabilityZones><AvailabilityZone>b</AvailabilityZone></AvailabilityZones>` +
			`<DBClusterMembers><DBClusterMember><PromotionTier>2</PromotionTier></DBClusterMember></DBClusterMembers></DBCluster>`,
			&cluster{AvailabilityZones: []string{"a", "b"}, DBClusterMembers: []member{{PromotionTier: ptr(int32(1))}, {PromotionTier: ptr(int32(2))}}}},
		{"other case", `<DBCluster><status>x</status></DBCluster>`, &cluster{Status: ptr("x")}},
		{"other case, before the right one", `<DBCluster><status>x</status><Status>y</Status></DBCluster>`, &cluster{Status: ptr("y")}},
		{"other case, behind the right one", `<DBCluster><Status>y</Status><status>x</status></DBCluster>`, &cluster{Status: ptr("y")}},
		{"prefixes", `<p:DBCluster><q:Status>x</q:Status></p:DBCluster>`, &cluster{Status: ptr("x")}},
		{"nested pointers", `<DBCluster><PendingModifiedValues><PendingCloudwatchLogsExports><LogTypesToEnable><member>audit</member></LogTypesToEnable>` +
			`</PendingCloudwatchLogsExports></PendingModifiedValues></DBCluster>`,
			&cluster{PendingModifiedValues: &pending{PendingCloudwatchLogsExports: &logExports{LogTypesToEnable: []string{"audit"}}}}},
		{"numbers", `<DBCluster><ServerlessV2ScalingConfiguration><MinCapacity>0.5</MinCapacity><MaxCapacity>1.28E2</MaxCapacity></ServerlessV2ScalingConfiguration></DBCluster>`,
			&cluster{ServerlessV2ScalingConfiguration: &scaling{MinCapacity: ptr(0.5), MaxCapacity: ptr(128.0)}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out startClusterOutput
			id, err := decodeResponse(reply(tt.cluster), "StartDBCluster", &out)
			if err != nil || id != "r-1" {
				t.Fatalf("id %q, %v", id, err)
			}
			if diff := cmp.Diff(tt.want, out.DBCluster); diff != "" {
				t.Errorf("cluster (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDecodeErrors(t *testing.T) {
	const clusters = `<DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters><DBCluster/><DBCluster>`
	tests := []struct{ name, body, path, msg string }{
		{"int", clusters + `<Port>x</Port>`, "DescribeDBClustersResult.DBClusters[1].Port", `"x" is not an integer of 32 bits`},
		{"int too large", clusters + `<Port>2147483648</Port>`, "DescribeDBClustersResult.DBClusters[1].Port", "not an integer"},
		{"int empty", clusters + `<Port/>`, "DescribeDBClustersResult.DBClusters[1].Port", "not an integer"},
		{"bool", clusters + `<MultiAZ>yes</MultiAZ>`, "DescribeDBClustersResult.DBClusters[1].MultiAZ", "not a boolean"},
		{"time", clusters + `<ClusterCreateTime>2024-02-30T00:00:00Z</ClusterCreateTime>`, "DescribeDBClustersResult.DBClusters[1].ClusterCreateTime", "not a time"},
		{"float", clusters + `<ServerlessV2ScalingConfiguration><MinCapacity>1,5</MinCapacity>`,
			"DescribeDBClustersResult.DBClusters[1].ServerlessV2ScalingConfiguration.MinCapacity", "not a number"},
		{"long value", clusters + `<Port>` + strings.Repeat("9", 50) + `</Port>`, "DescribeDBClustersResult.DBClusters[1].Port", "value is not an integer"},
		{"element in a value", clusters + `<Status><b/></Status>`, "DescribeDBClustersResult.DBClusters[1].Status", `element "b" inside a value`},
		{"element in a string of a list", clusters + `<AvailabilityZones><AvailabilityZone>a</AvailabilityZone><AvailabilityZone><b/>`,
			"DescribeDBClustersResult.DBClusters[1].AvailabilityZones[1]", "inside a value"},
		{"entity", clusters + `<Status>&x;</Status>`, "DescribeDBClustersResult.DBClusters[1].Status", "bad reference"},
		{"cut off", clusters, "DescribeDBClustersResult.DBClusters[1]", "document ends inside"},
		{"cut off in a list of strings", clusters + `<AvailabilityZones>`, "DescribeDBClustersResult.DBClusters[1].AvailabilityZones", "document ends inside"},
		{"cut off in an unknown element", clusters + `<Unknown>`, "DescribeDBClustersResult.DBClusters[1]", "document ends inside"},
		{"cut off behind the result", `<DescribeDBClustersResponse><DescribeDBClustersResult/>`, "", "document ends inside"},
		{"text behind the root", `<DescribeDBClustersResponse><DescribeDBClustersResult/></DescribeDBClustersResponse>x`, "", "text outside"},
		{"no result", `<DescribeDBClustersResponse/>`, "", "reply has no DescribeDBClustersResult"},
		{"other result", `<DescribeDBClustersResponse><DescribeDBInstancesResult/></DescribeDBClustersResponse>`, "", "reply has no DescribeDBClustersResult"},
		{"result in the root's place", `<DescribeDBClustersResult/>`, "", `root element is "DescribeDBClustersResult", not DescribeDBClustersResponse`},
		{"two results", `<DescribeDBClustersResponse><DescribeDBClustersResult/><DescribeDBClustersResult/></DescribeDBClustersResponse>`, "", "second result"},
		{"error reply", `<ErrorResponse><Error><Code>X</Code></Error></ErrorResponse>`, "", `root element is "ErrorResponse"`},
		{"page of a proxy", `<html><body/></html>`, "", `root element is "html"`},
		{"long root", "<" + strings.Repeat("é", 100) + "/>", "", "…"},
		{"nothing", "", "", "no root element"},
		{"JSON", `{"a":1}`, "", "text outside the root"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out describeClustersOutput
			_, err := decodeResponse(tt.body, "DescribeDBClusters", &out)
			var decode *awsquery.DecodeError
			if !errors.As(err, &decode) {
				t.Fatalf("got error %v, want a *DecodeError", err)
			}
			if decode.Op != "DescribeDBClusters" || decode.Path != tt.path || !strings.Contains(decode.Err.Error(), tt.msg) {
				t.Errorf("got %q at %q of %q, want %q at %q", decode.Err, decode.Path, decode.Op, tt.msg, tt.path)
			}
			if decode.Offset < 0 || decode.Offset > len(tt.body) || !strings.Contains(err.Error(), "at offset") || strings.Count(err.Error(), "offset") != 1 {
				t.Errorf("offset %d in %q", decode.Offset, err)
			}
		})
	}
}

// The offset is that of the value, however its tags are written.
func TestDecodeErrorOffset(t *testing.T) {
	for _, port := range []string{"<Port>", "<Port >", "<port>", "<Status>x</Status>\n <Port>", "<Unknown/><Port>"} {
		body := `<DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters><DBCluster>` + port + "x</" + strings.Trim(port[strings.LastIndex(port, "<"):], "< >") + ">"
		for range 2 { // the second time the decoder knows the order
			_, err := decodeResponse(body, "DescribeDBClusters", new(describeClustersOutput))
			var decode *awsquery.DecodeError
			if !errors.As(err, &decode) || decode.Offset != strings.LastIndex(body, "x</") {
				t.Errorf("%s: %v, want offset %d", port, err, strings.LastIndex(body, "x</"))
			}
		}
	}
}

// An operation without an output still has a reply.
func TestDecodeNoOutput(t *testing.T) {
	const body = `<AddTagsToResourceResponse><RequestId>r-2</RequestId></AddTagsToResourceResponse>`
	for _, out := range []any{nil, &emptyOutput{}, (*emptyOutput)(nil)} {
		if id, err := decodeResponse(body, "AddTagsToResource", out); err != nil || id != "r-2" {
			t.Errorf("%T: id %q, %v", out, id, err)
		}
		if _, err := decodeResponse(`<html/>`, "AddTagsToResource", out); err == nil {
			t.Errorf("%T: a page of HTML is a success", out)
		}
		withResult := strings.Replace(body, "<RequestId>", "<AddTagsToResourceResult/><RequestId>", 1)
		if _, err := decodeResponse(withResult, "AddTagsToResource", out); err != nil {
			t.Errorf("%T: a result too many: %v", out, err)
		}
	}
}

// The request ID is needed most when there is an error.
func TestRequestIDWithError(t *testing.T) {
	body := `<StartDBClusterResponse><ResponseMetadata><Other/><RequestId>r-3</RequestId></ResponseMetadata>` +
		`<StartDBClusterResult><DBCluster><Port>x</Port></DBCluster></StartDBClusterResult></StartDBClusterResponse>`
	var out startClusterOutput
	if id, err := decodeResponse(body, "StartDBCluster", &out); err == nil || id != "r-3" {
		t.Errorf("id %q, %v", id, err)
	}
}

func TestDecodeUnwrap(t *testing.T) {
	_, err := decodeResponse("<!DOCTYPE a><a/>", "Do", nil)
	if !errors.Is(err, xmlscan.ErrDoctype) {
		t.Errorf("%v is not ErrDoctype", err)
	}
	_, err = decodeResponse("<a", "Do", nil)
	if syntax := (*xmlscan.SyntaxError)(nil); !errors.As(err, &syntax) {
		t.Errorf("%v is no *xmlscan.SyntaxError", err)
	}
}

// An order of elements that the plan has learned must not affect replies with
// another order.
func TestDecodeOrders(t *testing.T) {
	parts := []string{`<Status>s</Status>`, `<Port>1</Port>`, `<Engine>e</Engine>`, `<MultiAZ>true</MultiAZ>`, `<New/>`}
	want := &cluster{Status: ptr("s"), Port: ptr(int32(1)), Engine: ptr("e"), MultiAZ: ptr(true)}
	var permute func(done string, rest []string)
	permute = func(done string, rest []string) {
		if len(rest) == 0 {
			var out startClusterOutput
			if _, err := decodeResponse(reply("<DBCluster>"+done+"</DBCluster>"), "StartDBCluster", &out); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, out.DBCluster); diff != "" {
				t.Fatalf("%s (-want +got):\n%s", done, diff)
			}
		}
		for i, part := range rest {
			others := append(append([]string{}, rest[:i]...), rest[i+1:]...)
			permute(done+part, others)
		}
	}
	permute("", parts)
}

// Many goroutines share a plan and its learned order.
func TestDecodeConcurrently(t *testing.T) {
	const ab, ba = `<Status>s</Status><Engine>e</Engine>`, `<Engine>e</Engine><Status>s</Status>`
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for range 200 {
				part := ab
				if i%2 == 0 {
					part = ba
				}
				var out startClusterOutput
				_, err := decodeResponse(reply("<DBCluster>"+part+"</DBCluster>"), "StartDBCluster", &out)
				if err != nil || *out.DBCluster.Status != "s" || *out.DBCluster.Engine != "e" {
					t.Errorf("%v: %+v", err, out.DBCluster)
					return
				}
			}
		})
	}
	wg.Wait()
}

// Pages must stay cheap: allocations grow with the number of blocks, not with
// the number of values.
func TestDecodeAllocs(t *testing.T) {
	tasks, page := []byte(exportPage(100)), []byte(clusterPage(100))
	allocs := testing.AllocsPerRun(5, func() {
		var out describeExportsOutput
		if _, err := awsquery.DecodeResponse(tasks, "DescribeExportTasks", &out); err != nil {
			t.Fatal(err)
		}
	})
	if allocs > 20 {
		t.Errorf("100 export tasks: %v allocations", allocs)
	}
	allocs = testing.AllocsPerRun(5, func() {
		var out describeClustersOutput
		if _, err := awsquery.DecodeResponse(page, "DescribeDBClusters", &out); err != nil {
			t.Fatal(err)
		}
	})
	if allocs > 600 {
		t.Errorf("100 clusters: %v allocations", allocs)
	}
}

// A list has little spare capacity: less than its length, or three.
func TestDecodeListRoom(t *testing.T) {
	for _, n := range []int{1, 2, 3, 5, 20, 100} {
		var out describeClustersOutput
		if _, err := decodeResponse(clusterPage(n), "DescribeDBClusters", &out); err != nil || len(out.DBClusters) != n {
			t.Fatal(len(out.DBClusters), err)
		}
		if unused := cap(out.DBClusters) - n; unused > max(n, 3) {
			t.Errorf("a list of %d has room for %d others", n, unused)
		}
	}
}

// The memory of a reply is limited by its length, for any content.
func TestDecodeBudget(t *testing.T) {
	do := func(members string) string { return "<DoResponse><DoResult>" + members + "</DoResult></DoResponse>" }
	selves := func(member string) string {
		return do("<Selves>" + strings.Repeat("<member>"+member+"</member>", 1<<18/(17+len(member))) + "</Selves>")
	}
	clusters := func(member string) string {
		return "<DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters>" +
			strings.Repeat("<DBCluster>"+member+"</DBCluster>", 1<<18/(23+len(member))) +
			"</DBClusters></DescribeDBClustersResult></DescribeDBClustersResponse>"
	}
	for _, tt := range []struct {
		name, op, body string
		refused        bool
	}{
		{"clusters", "DescribeDBClusters", clusters(""), true},
		{"clusters with nothing but a name", "DescribeDBClusters", clusters("<DBClusterIdentifier>graph-orders-001</DBClusterIdentifier>"), false},
		{"strings", "Do", do("<Strings>" + strings.Repeat("<member/>", 1<<15) + "</Strings>"), false},
		{"small structs", "Do", do("<Structs>" + strings.Repeat("<Leaf/>", 1<<15) + "</Structs>"), false},
		{"flat", "Do", do(strings.Repeat("<FlatStr/>", 1<<15)), false},
		{"empty structs", "Do", selves(""), true},
		{"structs behind pointers", "Do", selves("<Self/>"), true},
		{"lists of one", "Do", selves("<Selves><member/></Selves>"), true},
		{"empty maps", "Do", selves("<Map/><EnumMap/><StructMap/><ListMap/>"), true},
		{"maps of one", "Do", do("<Lists>" + strings.Repeat("<member/>", 1<<15) + "</Lists><Map>" + strings.Repeat("<entry><key>k</key></entry>", 1<<13) + "</Map>"), false},
		{"nested", "Do", do(strings.Repeat(strings.Repeat("<Self>", 100)+strings.Repeat("</Self>", 100), 1<<8)), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			// The budget, the same again for outgrown lists, and what does not count
			// towards it.
			most := 2*(1<<20+8*len(tt.body)) + 4*len(tt.body)
			for range 2 { // the second time the plan is there
				var before, after runtime.MemStats
				out := any(new(everything))
				if tt.op != "Do" {
					out = new(describeClustersOutput)
				}
				body := []byte(tt.body)
				runtime.ReadMemStats(&before)
				_, err := awsquery.DecodeResponse(body, tt.op, out)
				runtime.ReadMemStats(&after)
				var decode *awsquery.DecodeError
				if refused := errors.As(err, &decode) && strings.Contains(err.Error(), "too much memory"); refused != tt.refused || !refused && err != nil {
					t.Errorf("got error %v, want a refusal: %t", err, tt.refused)
				} else if refused && (decode.Path == "" || decode.Offset == 0) {
					t.Errorf("%v does not say where", err)
				}
				if got := after.TotalAlloc - before.TotalAlloc; got > uint64(most) {
					t.Errorf("%d bytes were allocated for a reply of %d, want %d at the most", got, len(body), most)
				}
			}
		})
	}
}

// A list that already has elements keeps them. Old elements beyond its length
// do not reappear.
func TestDecodeIntoList(t *testing.T) {
	out := describeClustersOutput{DBClusters: []cluster{{Status: ptr("old")}, {Status: ptr("hidden"), Port: ptr(int32(1))}}[:1]}
	const body = `<DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters><DBCluster><Status>new</Status></DBCluster><DBCluster/></DBClusters></DescribeDBClustersResult></DescribeDBClustersResponse>`
	if _, err := decodeResponse(body, "DescribeDBClusters", &out); err != nil {
		t.Fatal(err)
	}
	want := []cluster{{Status: ptr("old")}, {Status: ptr("new")}, {}}
	if diff := same(want, out.DBClusters); diff != "" {
		t.Error(diff)
	}
}

func TestParseError(t *testing.T) {
	tests := []struct {
		name, body string
		want       awsquery.ErrorResponse
		bad        bool
	}{
		{"usual", `<ErrorResponse xmlns="u"><Error><Type>Sender</Type><Code>C</Code><Message>m &amp; n</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
			awsquery.ErrorResponse{Code: "C", Message: "m & n", Type: "Sender", RequestID: "r"}, false},
		{"Errors", `<ErrorResponse><Errors><Error><Code>C</Code><Message>m</Message></Error></Errors><RequestId>r</RequestId></ErrorResponse>`,
			awsquery.ErrorResponse{Code: "C", Message: "m", RequestID: "r"}, false},
		{"Response", `<Response><Errors><Error><Code>C</Code><Message>m</Message></Error></Errors><RequestID>r</RequestID></Response>`,
			awsquery.ErrorResponse{Code: "C", Message: "m", RequestID: "r"}, false},
		{"metadata", `<ErrorResponse><Error><Code>C</Code></Error><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></ErrorResponse>`,
			awsquery.ErrorResponse{Code: "C", RequestID: "r"}, false},
		{"bare", `<Error><Code>C</Code><Message>m</Message></Error>`, awsquery.ErrorResponse{Code: "C", Message: "m"}, false},
		{"more below", `<ErrorResponse><Error><Code>C</Code><Detail><Code>D</Code></Detail><Error><Code>E</Code></Error></Error></ErrorResponse>`,
			awsquery.ErrorResponse{Code: "C"}, false},
		{"the first of two", `<Response><Errors><Error><Code>C</Code></Error><Error><Code>D</Code></Error></Errors></Response>`, awsquery.ErrorResponse{Code: "C"}, false},
		{"message in lower case", `<ErrorResponse><Error><Code> C </Code><message> m </message></Error></ErrorResponse>`,
			awsquery.ErrorResponse{Code: "C", Message: " m "}, false},
		{"no code", `<ErrorResponse><Error><Message>m</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
			awsquery.ErrorResponse{Message: "m", RequestID: "r"}, true},
		{"cut off", `<ErrorResponse><Error><Code>C</Code><Message>m</Message>`, awsquery.ErrorResponse{Code: "C", Message: "m"}, true},
		{"cut off in a code", `<ErrorResponse><Error><Type>Sender</Type><Code>DBClusterN`, awsquery.ErrorResponse{Type: "Sender"}, true},
		{"cut off in a message", `<ErrorResponse><Error><Code>C</Code><Message>m &lt; n &g`, awsquery.ErrorResponse{Code: "C", Message: "m < n "}, true},
		{"ampersand", `<ErrorResponse><Error><Type>Sender</Type><Code>C</Code><Message>m &gt; n & o</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
			awsquery.ErrorResponse{Code: "C", Message: "m > n ", Type: "Sender"}, true},
		{"element in a message", `<ErrorResponse><RequestId>r</RequestId><Error><Code>C</Code><Message>m <b>n</b></Message></Error></ErrorResponse>`,
			awsquery.ErrorResponse{Code: "C", Message: "m ", RequestID: "r"}, true},
		{"less-than in a message", `<ErrorResponse><Error><Code>C</Code><Message>1 < 2</Message></Error></ErrorResponse>`, awsquery.ErrorResponse{Code: "C", Message: "1 "}, true},
		{"reference to a control character", `<ErrorResponse><Error><Code>C</Code><Message>m &#x1; n</Message></Error></ErrorResponse>`,
			awsquery.ErrorResponse{Code: "C", Message: "m "}, true},
		{"control character", "<ErrorResponse><Error><Code>C</Code><Message>m \x01 n</Message></Error></ErrorResponse>", awsquery.ErrorResponse{Code: "C", Message: "m "}, true},
		{"Latin-1", "<ErrorResponse><Error><Code>C</Code><Message>d\xe9j\xe0</Message></Error></ErrorResponse>", awsquery.ErrorResponse{Code: "C", Message: "d"}, true},
		{"control character in a code", "<ErrorResponse><Error><Type>Sender</Type><Code>C\x01</Code></Error></ErrorResponse>", awsquery.ErrorResponse{Type: "Sender"}, true},
		{"control character behind", "<ErrorResponse><Error><Code>C</Code><Message>m</Message></Error><RequestId>r</RequestId></ErrorResponse>\x00",
			awsquery.ErrorResponse{Code: "C", Message: "m", RequestID: "r"}, true},
		{"HTML", `<html><head><title>502</title></head></html>`, awsquery.ErrorResponse{}, true},
		{"JSON", `{"message":"no"}`, awsquery.ErrorResponse{}, true},
		{"nothing", ``, awsquery.ErrorResponse{}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := parseError(tt.body)
			if diff := cmp.Diff(tt.want, got); diff != "" || (err != nil) != tt.bad {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
			if decode := (*awsquery.DecodeError)(nil); err != nil && !errors.As(err, &decode) {
				t.Errorf("error is a %T", err)
			}
		})
	}
}

// A truncated reply can be distinguished from a malformed one, at every
// position.
func TestCutOff(t *testing.T) {
	cut := func(body string, err error) {
		t.Helper()
		var decode *awsquery.DecodeError
		if !errors.As(err, &decode) || !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%q: got error %v, want a *DecodeError that is io.ErrUnexpectedEOF", body, err)
		}
	}
	page := clusterPage(1)
	for n := range page {
		_, err := decodeResponse(page[:n], "DescribeDBClusters", new(describeClustersOutput))
		cut(page[:n], err)
	}
	want := awsquery.ErrorResponse{Code: "DBClusterNotFoundFault", Message: "no <x> & é", Type: "Sender", RequestID: "r"}
	fault := string(awsquery.AppendError(nil, namespace, want))
	for n := range fault {
		e, err := parseError(fault[:n])
		cut(fault[:n], err)
		if e.Code != "" && e.Code != want.Code || e.Type != "" && e.Type != want.Type || e.RequestID != "" && e.RequestID != want.RequestID ||
			!strings.HasPrefix(want.Message, e.Message) {
			t.Errorf("%q: got %+v", fault[:n], e)
		}
	}
	for _, body := range []string{"<html/>", "<Error></Errors>", "<ErrorResponse><Error><Code>C</Code><Message>a & b</Message></Error></ErrorResponse>", `{"message":"no"}`} {
		if _, err := parseError(body); err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%q: got error %v, want one that is not io.ErrUnexpectedEOF", body, err)
		}
		if _, err := decodeResponse(body, "Do", nil); err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%q: got error %v, want one that is not io.ErrUnexpectedEOF", body, err)
		}
	}
}

func TestAppendError(t *testing.T) {
	want := awsquery.ErrorResponse{Code: "DBClusterNotFoundFault", Message: "no <x> & y", Type: "Sender", RequestID: "r"}
	body := string(awsquery.AppendError([]byte(" "), namespace, want))
	const text = ` <ErrorResponse xmlns="` + namespace + `"><Error><Type>Sender</Type><Code>DBClusterNotFoundFault</Code>` +
		`<Message>no &lt;x&gt; &amp; y</Message></Error><RequestId>r</RequestId></ErrorResponse>`
	if body != text {
		t.Errorf("got %s\nwant %s", body, text)
	}
	if got, err := parseError(body); err != nil || got != want {
		t.Errorf("back: %+v, %v", got, err)
	}
}
