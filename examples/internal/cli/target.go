package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/awsconfig"
	"github.com/nereid-go/nereid/nereidtest"
)

// speed is how many times faster states change in the embedded fake than on AWS.
const speed = 300

// A Target is the service that a program works with. By default, it is the embedded fake, which
// runs in the program's process.
type Target struct {
	Live     bool
	Endpoint string
	Region   string
	Poll     time.Duration

	// Given is the clients' configuration, or nil if Live and Endpoint determine it.
	Given *nereid.Config
}

// AddTo adds the flags that select the target.
func (t *Target) AddTo(f *Flags) {
	f.BoolVar(&t.Live, "live", false, "work with AWS, using the region and credentials that the AWS CLI would use")
	f.Func("endpoint", "work with the fake that runs at this `URL`, for example http://127.0.0.1:8182;\n"+
		"the credentials are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,\nby default AKIDEXAMPLE and SECRETEXAMPLE", func(v string) error {
		if v == "" { // from a variable that is not set: the caller does not mean the fake in the process
			return errors.New("it must be a URL, for example http://127.0.0.1:8182")
		}
		t.Endpoint = v
		return nil
	})
	f.StringVar(&t.Region, "region", "", "AWS `region` (default: with -live the configured region, otherwise us-east-1)")
	f.DurationVar(&t.Poll, "poll", 0, "minimum `time` between two polls (default: with -live 30s, otherwise 100ms)")
}

// Embedded reports whether the program uses the embedded fake.
func (t *Target) Embedded() bool { return !t.Live && t.Endpoint == "" && t.Given == nil }

// Elsewhere returns a region other than Region, for programs that use two regions.
func (t *Target) Elsewhere() string {
	if t.Region == "eu-west-1" {
		return "us-east-1"
	}
	return "eu-west-1"
}

// Config checks the flags and returns the clients' configuration. If the target is the embedded
// fake, Config starts it with opts and calls estate to fill it.
func (t *Target) Config(
	ctx context.Context, stdout io.Writer, estate func(*nereidtest.Server), opts ...nereidtest.Option,
) (nereid.Config, error) {
	switch {
	case t.Live && t.Endpoint != "":
		return nereid.Config{}, Usage("-live and -endpoint cannot be used together")
	case t.Poll < 0:
		return nereid.Config{}, Usage("-poll must not be negative")
	case t.Poll == 0 && (t.Live || t.Given != nil):
		t.Poll = 30 * time.Second
	case t.Poll == 0:
		t.Poll = 100 * time.Millisecond
	}
	switch {
	case t.Given != nil:
		return t.given()
	case t.Live:
		return t.live(ctx)
	case t.Endpoint != "":
		return t.atEndpoint()
	}
	return t.embedded(stdout, estate, opts)
}

func (t *Target) live(ctx context.Context) (nereid.Config, error) {
	var opts []func(*awsconfig.LoadOptions) error
	if t.Region != "" {
		opts = append(opts, awsconfig.WithRegion(t.Region))
	}
	cfg, err := awsconfig.LoadDefaultConfig(ctx, opts...)
	if err == nil && cfg.Region == "" {
		err = Usage("no region is configured: use -region")
	}
	t.Region = cfg.Region
	return cfg, err
}

func (t *Target) given() (nereid.Config, error) {
	cfg := t.Given.Copy()
	if t.Region != "" {
		cfg.Region = t.Region
	}
	t.Region = cfg.Region
	return cfg, nil
}

func (t *Target) atEndpoint() (nereid.Config, error) {
	u, err := url.Parse(t.Endpoint)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nereid.Config{}, Usage("-endpoint %q is not a URL like http://127.0.0.1:8182", t.Endpoint)
	}
	credentials := nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", "")
	if os.Getenv("AWS_ACCESS_KEY_ID") != "" {
		credentials = nereid.EnvCredentials()
	}
	if t.Region == "" {
		t.Region = "us-east-1"
	}
	return nereid.Config{Region: t.Region, Credentials: credentials, BaseEndpoint: &t.Endpoint}, nil
}

func (t *Target) embedded(stdout io.Writer, estate func(*nereidtest.Server), opts []nereidtest.Option) (nereid.Config, error) {
	if t.Region == "" {
		t.Region = "us-east-1"
	}
	fake, err := nereidtest.Start(append(opts, nereidtest.WithRegion(t.Region), nereidtest.WithSpeed(speed))...)
	if err != nil {
		return nereid.Config{}, err
	}
	estate(fake)
	_, err = fmt.Fprintf(stdout, "This program uses a fake of AWS in its own process, %d times as fast as AWS (see -h).\n", speed)
	return fake.Config(), err
}
