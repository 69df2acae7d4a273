package endpoint_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/endpoint"
	"github.com/nereid-go/nereid/internal/soak"
)

func TestResolve(t *testing.T) {
	tests := []struct {
		name   string
		region string
		opts   endpoint.Options
		base   string
		want   endpoint.Endpoint
	}{
		{
			name:   "plain",
			region: "us-east-1",
			want:   standard("https", "rds.us-east-1.amazonaws.com", "us-east-1"),
		},
		{
			name:   "without TLS",
			region: "us-east-1",
			opts:   endpoint.Options{DisableHTTPS: true},
			want:   standard("http", "rds.us-east-1.amazonaws.com", "us-east-1"),
		},
		{
			name:   "unknown region",
			region: "xx-nowhere-7",
			want:   standard("https", "rds.xx-nowhere-7.amazonaws.com", "xx-nowhere-7"),
		},
		{
			name:   "name of any shape",
			region: "moon",
			want:   standard("https", "rds.moon.amazonaws.com", "moon"),
		},
		{
			name:   "FIPS by prefix",
			region: "fips-us-east-1",
			want:   standard("https", "rds-fips.us-east-1.amazonaws.com", "us-east-1"),
		},
		{
			name:   "FIPS by suffix",
			region: "us-east-1-fips",
			want:   standard("https", "rds-fips.us-east-1.amazonaws.com", "us-east-1"),
		},
		{
			name:   "FIPS by infix",
			region: "us-fips-east-1",
			want:   standard("https", "rds-fips.us-east-1.amazonaws.com", "us-east-1"),
		},
		{
			name:   "FIPS by name in GovCloud",
			region: "us-gov-west-1-fips",
			want:   standard("https", "rds.us-gov-west-1.amazonaws.com", "us-gov-west-1"),
		},
		{
			name:   "FIPS and dual stack",
			region: "eusc-de-east-1",
			opts:   endpoint.Options{FIPS: true, DualStack: true},
			want:   standard("https", "rds-fips.eusc-de-east-1.api.amazonwebservices.eu", "eusc-de-east-1"),
		},
		{
			name:   "custom with port and path",
			region: "us-east-1",
			base:   "http://127.0.0.1:8182/aws%20proxy/",
			want: endpoint.Endpoint{
				URL: "http://127.0.0.1:8182/aws%20proxy/", Scheme: "http", Host: "127.0.0.1:8182",
				Path: "/aws%20proxy/", SigningRegion: "us-east-1",
			},
		},
		{
			name:   "custom keeps its scheme",
			region: "us-east-1",
			opts:   endpoint.Options{DisableHTTPS: true},
			base:   "https://[::1]",
			want: endpoint.Endpoint{
				URL: "https://[::1]", Scheme: "https", Host: "[::1]", SigningRegion: "us-east-1",
			},
		},
		{
			name:   "custom with a zone as region",
			region: "us-east-1a",
			base:   "https://localhost",
			want: endpoint.Endpoint{
				URL: "https://localhost", Scheme: "https", Host: "localhost", SigningRegion: "us-east-1a",
			},
		},
		{
			name:   "custom with capitals as region",
			region: "US-EAST-1",
			base:   "https://localhost",
			want: endpoint.Endpoint{
				URL: "https://localhost", Scheme: "https", Host: "localhost", SigningRegion: "US-EAST-1",
			},
		},
		{
			name:   "custom with an IPv6 zone",
			region: "us-east-1",
			base:   "http://[fe80::1%25eth0]:8182/ü",
			want: endpoint.Endpoint{
				URL: "http://[fe80::1%25eth0]:8182/ü", Scheme: "http", Host: "[fe80::1%eth0]:8182", Path: "/%C3%BC", SigningRegion: "us-east-1",
			},
		},
		{
			name:   "custom in punycode",
			region: "us-east-1",
			base:   "https://xn--bcher-kva.example",
			want: endpoint.Endpoint{
				URL: "https://xn--bcher-kva.example", Scheme: "https", Host: "xn--bcher-kva.example", SigningRegion: "us-east-1",
			},
		},
		{
			name: "custom without a region",
			base: "https://localhost",
			want: endpoint.Endpoint{URL: "https://localhost", Scheme: "https", Host: "localhost"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var base *string
			if tt.base != "" {
				base = &tt.base
			}
			got, err := endpoint.Resolve(tt.region, tt.opts, base)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("endpoint (-want +got):\n%s", diff)
			}
		})
	}
}

func standard(scheme, host, region string) endpoint.Endpoint {
	return endpoint.Endpoint{URL: scheme + "://" + host, Scheme: scheme, Host: host, SigningRegion: region}
}

func TestResolveRefuses(t *testing.T) {
	base := func(s string) *string { return &s }
	tests := []struct {
		name   string
		region string
		opts   endpoint.Options
		base   *string
		want   string // in the error
	}{
		{"no region", "", endpoint.Options{}, nil, "Invalid Configuration: Missing Region"},
		{"only FIPS", "fips-", endpoint.Options{}, nil, "Invalid Configuration: Missing Region"},
		{"zone", "us-east-1a", endpoint.Options{}, nil, `"us-east-1a": this is an Availability Zone, use us-east-1`},
		{"zone in GovCloud", "us-gov-west-1b", endpoint.Options{}, nil, "use us-gov-west-1"},
		{"zone of a region to come", "nz-south-12c", endpoint.Options{}, nil, "use nz-south-12"},
		{"Local Zone", "us-west-2-lax-1a", endpoint.Options{}, nil, "this is a Local Zone, use us-west-2"},
		{"Wavelength Zone", "us-east-1-wl1-bos-wlz-1", endpoint.Options{}, nil, "this is a Wavelength Zone, use us-east-1"},
		{"zone ID", "use1-az1", endpoint.Options{}, nil, "ID of an Availability Zone"},
		{"dots", "us-east-1.evil.example", endpoint.Options{}, nil, "not a DNS label"},
		{"slash", "us-east-1/", endpoint.Options{}, nil, "not a DNS label"},
		{"space", "us east 1", endpoint.Options{}, nil, "not a DNS label"},
		{"line break", "us-east-1\n", endpoint.Options{}, nil, `"us-east-1\n"`},
		{"not ASCII", "eu-münchen-1", endpoint.Options{}, nil, "not a DNS label"},
		{"capitals", "US-EAST-1", endpoint.Options{}, nil, `"US-EAST-1": regions are written in lower case, use us-east-1`},
		{"one capital", "moonBase", endpoint.Options{}, nil, "use moonbase"},
		{"zone in capitals", "US-EAST-1A", endpoint.Options{}, nil, "this is an Availability Zone, use us-east-1"},
		{"FIPS in capitals", "US-EAST-1-FIPS", endpoint.Options{}, nil, "use us-east-1-fips"},
		{"hyphen first", "-us-east-1", endpoint.Options{}, nil, "hyphen"},
		{"hyphen last", "us-east-1-", endpoint.Options{}, nil, "hyphen"},
		{"long", strings.Repeat("a", 64), endpoint.Options{}, nil, "63 characters"},

		{"custom and no label", "us east", endpoint.Options{}, base("https://localhost"), "not a DNS label"},
		{"custom and FIPS", "us-east-1", endpoint.Options{FIPS: true}, base("https://localhost"), endpoint.ErrCustomFIPS.Error()},
		{"custom and FIPS by name", "us-east-1-fips", endpoint.Options{}, base("https://localhost"), endpoint.ErrCustomFIPS.Error()},
		{"custom and dual stack", "us-east-1", endpoint.Options{DualStack: true}, base("https://localhost"), endpoint.ErrCustomDualStack.Error()},
		{"custom empty", "us-east-1", endpoint.Options{}, base(""), "empty"},
		{"custom without scheme", "us-east-1", endpoint.Options{}, base("localhost"), "not an absolute URL"},
		{"custom host and port only", "us-east-1", endpoint.Options{}, base("localhost:8182"), "not an absolute URL"},
		{"custom of another scheme", "us-east-1", endpoint.Options{}, base("ftp://localhost"), "not http or https"},
		{"custom with user", "us-east-1", endpoint.Options{}, base("https://me:hunter2@localhost"), "user information"},
		{"custom without host", "us-east-1", endpoint.Options{}, base("https:///path"), "no host"},
		{"custom and not ASCII", "us-east-1", endpoint.Options{}, base("http://bücher.example:8182"), "punycode"},
		{"custom and not ASCII, escaped", "us-east-1", endpoint.Options{}, base("http://b%C3%BCcher.example"), "punycode"},
		{"custom with port only", "us-east-1", endpoint.Options{}, base("http://:8182"), "no host"},
		{"custom with port 0", "us-east-1", endpoint.Options{}, base("http://localhost:0"), "port"},
		{"custom with high port", "us-east-1", endpoint.Options{}, base("http://localhost:65536"), "port"},
		{"custom with query", "us-east-1", endpoint.Options{}, base("http://localhost/?a=b"), "query"},
		{"custom with empty fragment", "us-east-1", endpoint.Options{}, base("http://localhost/#"), "fragment"},
		{"custom that does not parse", "us-east-1", endpoint.Options{}, base("https://me:hunter2@local host"), "does not parse"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := endpoint.Resolve(tt.region, tt.opts, tt.base)
			if err == nil {
				t.Fatalf("no error but %+v", got)
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q does not say %q", err, tt.want)
			}
			if strings.Contains(err.Error(), "hunter2") {
				t.Errorf("error shows the password: %q", err)
			}
			var regionErr *endpoint.RegionError
			if tt.base == nil && !errors.As(err, &regionErr) {
				t.Errorf("error is a %T", err)
			}
		})
	}
}

func TestCheckRegionAccepts(t *testing.T) {
	for _, region := range []string{
		"us-east-1", "us-gov-west-1", "us-isob-east-1", "eusc-de-east-1", "mx-central-1", "ap-southeast-7",
		"aws-global", "local", "x", "1a", "us-1a", "us-east-10", "us-east-1-blue", "us-east-1-2", "a--1a",
	} {
		if err := endpoint.CheckRegion(region); err != nil {
			t.Errorf("CheckRegion(%q) = %v", region, err)
		}
	}
}

func TestPartitionFor(t *testing.T) {
	tests := []struct{ region, want string }{
		{"us-east-1", "aws"},
		{"mx-central-1", "aws"},
		{"cn-north-1", "aws-cn"},
		{"cn-moon-42", "aws-cn"},
		{"us-gov-east-1", "aws-us-gov"},
		{"us-iso-east-1", "aws-iso"},
		{"us-isob-east-1", "aws-iso-b"},
		{"eu-isoe-west-1", "aws-iso-e"},
		{"us-isof-south-1", "aws-iso-f"},
		{"eusc-de-east-1", "aws-eusc"},
		{"aws-cn-global", "aws-cn"},
		{"aws-us-gov-global", "aws-us-gov"},
		{"aws-global", "aws"},
		{"cn-north", "aws"},
		{"cn-north-one", "aws"},
		{"cn--1", "aws"},
		{"cn", "aws"},
		{"", "aws"},
	}
	for _, tt := range tests {
		if got := endpoint.PartitionFor(tt.region).Name; got != tt.want {
			t.Errorf("PartitionFor(%q) is %s, want %s", tt.region, got, tt.want)
		}
	}
}

// Any region stays inside its label, and the URL consists of its parts.
func FuzzResolve(tf *testing.F) {
	f := soak.F{F: tf}
	for _, region := range []string{"us-east-1", "us-east-1a", "fips-x", "a.b", "", "us-west-2-lax-1a", "-", "cn-x-1", "a-", "US-EAST-1"} {
		f.Add(region, true, false)
	}
	f.Fuzz(func(t *testing.T, region string, fips, dual bool) {
		got, err := endpoint.Resolve(region, endpoint.Options{FIPS: fips, DualStack: dual}, nil)
		if err != nil {
			return
		}
		if got.URL != got.Scheme+"://"+got.Host+got.Path {
			t.Errorf("the parts of %+v do not make its URL", got)
		}
		p := endpoint.PartitionFor(got.SigningRegion)
		host := strings.TrimPrefix(strings.TrimPrefix(got.Host, "rds-fips."), "rds.")
		suffix := p.DNSSuffix
		if dual {
			suffix = p.DualStackDNSSuffix
		}
		if host != got.SigningRegion+"."+suffix || strings.ContainsAny(got.SigningRegion, "./:@?#%ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
			t.Errorf("region %q escapes from its label, or from lower case, in %q", region, got.Host)
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := endpoint.Resolve("us-east-1", endpoint.Options{}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
