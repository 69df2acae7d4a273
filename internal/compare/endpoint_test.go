package compare_test

import (
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdkneptune "github.com/aws/aws-sdk-go-v2/service/neptune"
	sdkrds "github.com/aws/aws-sdk-go-v2/service/rds"
	"pgregory.net/rapid"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/endpoint"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// regions are the regions in AWS's partitions, and the pseudo-regions.
const regions = `
	af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2
	ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7
	ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2
	eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2
	cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1 us-iso-east-1 us-iso-west-1 us-isob-east-1
	us-isob-west-1 eu-isoe-west-1 us-isof-east-1 us-isof-south-1 eusc-de-east-1 aws-global aws-cn-global`

// TestEndpoints compares the endpoints of regions.
func TestEndpoints(t *testing.T) {
	all, n := strings.Fields(regions), 0
	for _, region := range all {
		for _, fips := range []bool{false, true} {
			for _, dual := range []bool{false, true} {
				n++
				compareEndpoint(t, region, fips, dual)
			}
		}
	}
	t.Logf("%d regions, %d endpoints of each service", len(all), n)
}

// TestMadeUpEndpoints compares names that look like regions of a partition, as
// new regions will.
func TestMadeUpEndpoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		region := rapid.StringMatching(`(us|eu|ap|cn|us-gov|us-iso|us-isob|eu-isoe|us-isof|eusc-de|xx)-[a-z]{4,9}-[0-9]{1,2}`).Draw(t, "region")
		compareEndpoint(t, region, rapid.Bool().Draw(t, "FIPS"), rapid.Bool().Draw(t, "dual stack"))
	})
}

func compareEndpoint(t fails, region string, fips, dual bool) {
	t.Helper()
	ours, err := endpoint.Resolve(region, endpoint.Options{FIPS: fips, DualStack: dual}, nil)
	if err != nil {
		t.Errorf("%s: %v", region, err)
		return
	}
	forRDS, err := sdkrds.NewDefaultEndpointResolverV2().ResolveEndpoint(nil, sdkrds.EndpointParameters{ //nolint:staticcheck // it does not look at the context
		Region: &region, UseFIPS: &fips, UseDualStack: &dual,
	})
	if err != nil {
		t.Errorf("%s, in the SDK: %v", region, err)
		return
	}
	forNeptune, err := sdkneptune.NewDefaultEndpointResolverV2().ResolveEndpoint(nil, sdkneptune.EndpointParameters{ //nolint:staticcheck // as above
		Region: &region, UseFIPS: &fips, UseDualStack: &dual,
	})
	if err != nil {
		t.Errorf("%s, in the SDK: %v", region, err)
		return
	}
	if got := ours.URL; got != forRDS.URI.String() || got != forNeptune.URI.String() {
		t.Errorf("%s FIPS %t dual stack %t: %s, the SDK has %s and %s", region, fips, dual, got, &forRDS.URI, &forNeptune.URI)
	}
}

// TestClientEndpoints compares the URLs and the signing regions of clients with
// various options. A pseudo-region does not change the host. The signing region
// differs, because the SDK signs for the given name.
func TestClientEndpoints(t *testing.T) {
	for _, tt := range []struct {
		name    string
		region  string
		base    string
		options nereid.EndpointOptions
		signed  string // for which region by ours, if that is another one
	}{
		{name: "plain", region: "ap-south-1"},
		{name: "FIPS", region: "us-east-1", options: nereid.EndpointOptions{UseFIPSEndpoint: nereid.FIPSEndpointStateEnabled}},
		{name: "dual stack", region: "us-east-1", options: nereid.EndpointOptions{UseDualStackEndpoint: nereid.DualStackEndpointStateEnabled}},
		{name: "off", region: "us-east-1", options: nereid.EndpointOptions{UseFIPSEndpoint: nereid.FIPSEndpointStateDisabled}},
		{name: "FIPS before", region: "fips-us-west-2", signed: "us-west-2"},
		{name: "FIPS behind", region: "us-west-2-fips", signed: "us-west-2"},
		{name: "FIPS between", region: "us-fips-west-2", signed: "us-west-2"},
		{name: "custom", region: "us-east-1", base: "http://localhost:4566"},
		{name: "custom with a slash", region: "us-east-1", base: "http://localhost:4566/"},
		{name: "custom with a path", region: "us-east-1", base: "https://proxy.example/aws/rds"},
		{name: "custom with FIPS", region: "us-east-1", base: "http://localhost", options: nereid.EndpointOptions{UseFIPSEndpoint: nereid.FIPSEndpointStateEnabled}},
		{name: "custom with dual stack", region: "us-east-1", base: "http://localhost", options: nereid.EndpointOptions{UseDualStackEndpoint: nereid.DualStackEndpointStateEnabled}},
		{name: "no region"},
		{name: "plain HTTP", region: "us-east-1", options: nereid.EndpointOptions{DisableHTTPS: true}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, s := range services() {
				const op = "DescribeDBClusters"
				s.answer(http.StatusOK, emptyResponse(op), nil)
				set := func(client reflect.Value) reflect.Value { // an option function of the client's own type
					variadic := client.MethodByName(op).Type().In(2).Elem()
					return reflect.MakeFunc(variadic, func(args []reflect.Value) []reflect.Value {
						switch o := args[0].Interface().(type) {
						case *rds.Options:
							o.Region, o.BaseEndpoint, o.EndpointOptions = tt.region, optional(tt.base), tt.options
						case *neptune.Options:
							o.Region, o.BaseEndpoint, o.EndpointOptions = tt.region, optional(tt.base), tt.options
						case *sdkrds.Options:
							o.Region, o.BaseEndpoint = tt.region, optional(tt.base)
							o.EndpointOptions.UseFIPSEndpoint = aws.FIPSEndpointState(tt.options.UseFIPSEndpoint)
							o.EndpointOptions.UseDualStackEndpoint = aws.DualStackEndpointState(tt.options.UseDualStackEndpoint)
							o.EndpointOptions.DisableHTTPS = tt.options.DisableHTTPS
						case *sdkneptune.Options:
							o.Region, o.BaseEndpoint = tt.region, optional(tt.base)
							o.EndpointOptions.UseFIPSEndpoint = aws.FIPSEndpointState(tt.options.UseFIPSEndpoint)
							o.EndpointOptions.UseDualStackEndpoint = aws.DualStackEndpointState(tt.options.UseDualStackEndpoint)
							o.EndpointOptions.DisableHTTPS = tt.options.DisableHTTPS
						}
						return nil
					})
				}
				got, want := s.ours.target(t, op, set(s.ours.client)), s.theirs.target(t, op, set(s.theirs.client))
				if tt.signed != "" {
					want = strings.Replace(want, " for "+tt.region, " for "+tt.signed, 1)
				}
				if got != want {
					t.Errorf("%s: %s, the SDK's %s", s.name, got, want)
				}
			}
		})
	}
}

// target returns the URL of a call with an option function, and the region that
// it is signed for, or that the call failed.
func (s side) target(t *testing.T, op string, option reflect.Value) string {
	t.Helper()
	s.wire.request = nil
	results := s.client.MethodByName(op).Call([]reflect.Value{reflect.ValueOf(t.Context()), reflect.New(s.input(op)), option})
	if err, failed := reflect.TypeAssert[error](results[1]); failed {
		t.Logf("%v", err)
		return "an error"
	}
	_, scope, _ := strings.Cut(s.wire.request.Header.Get("Authorization"), "Credential=")
	return s.wire.request.URL.String() + " for " + strings.Split(scope, "/")[2]
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
