package nereid

import (
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
)

// HTTPClient sends a request and returns the response. An *http.Client is an HTTPClient.
//
// The service clients do not follow redirects. If the Config contains an *http.Client without a
// CheckRedirect, they use a copy that does not follow redirects.
type HTTPClient interface {
	Do(*http.Request) (*http.Response, error)
}

// Config configures clients. A field that is zero has its default; Region and Credentials have no
// default.
type Config struct {
	// Region is the AWS region to call, for example "eu-central-1". Required.
	Region string

	// Credentials sign the requests. Required.
	Credentials CredentialsProvider

	// RenewAhead is how long before expiry the clients renew credentials, like ExpiryWindow in
	// [CredentialsCacheOptions]. 0 means five minutes. A negative value turns early renewal off.
	// RenewAhead has no effect if Credentials are already a [CredentialsCache].
	RenewAhead time.Duration

	// HTTPClient sends the requests. By default, all clients share one client
	// with the settings of [NewHTTPClient].
	HTTPClient HTTPClient

	// BaseEndpoint is a URL to call instead of the region's endpoint, for example the URL of a
	// fake service. BaseEndpoint cannot be combined with FIPS or dual stack.
	BaseEndpoint *string

	// ServiceEndpoints are the URLs of individual services; they take precedence over BaseEndpoint.
	// The key is the service ID in lower case: "neptune" or "rds".
	ServiceEndpoints map[string]string

	// EndpointOptions select FIPS and dual-stack endpoints.
	EndpointOptions EndpointOptions

	// RetryMaxAttempts is the maximum number of attempts of a call. 0 means the retryer's own
	// maximum, by default 3.
	RetryMaxAttempts int

	// RetryMode is the strategy, by default RetryModeStandard.
	RetryMode RetryMode

	// Retryer returns the retryer of a client. It overrides RetryMode.
	Retryer func() Retryer

	// Logger receives the log messages that ClientLogMode selects. By default, it logs to standard
	// error. In every mode, it also receives one warning from each client that uses plain HTTP to
	// call a remote host; [logging.Nop] discards the warning.
	Logger logging.Logger

	// ClientLogMode selects what the client logs, by default nothing.
	ClientLogMode ClientLogMode

	// APIOptions change the middleware stack of every operation. They run once for each client and
	// operation, not once per call.
	APIOptions []func(*middleware.Stack) error

	// AppID names the application in the User-Agent header.
	AppID string

	// ConfigSources are the sources of the configuration. The clients ignore them; the module
	// awsconfig stores values in them for its function ToAWS.
	ConfigSources []any
}

// NewConfig returns a pointer to an empty Config.
func NewConfig() *Config { return new(Config) }

// Copy returns a copy that shares no slice or map with c.
func (c Config) Copy() Config {
	c.APIOptions = slices.Clone(c.APIOptions)
	c.ServiceEndpoints = maps.Clone(c.ServiceEndpoints)
	c.ConfigSources = slices.Clone(c.ConfigSources)
	return c
}

// EndpointFor returns the configured endpoint for clients of the service with this ID ("Neptune" or
// "RDS"), or nil if they use the region's endpoint.
func (c Config) EndpointFor(serviceID string) *string {
	if v, ok := c.ServiceEndpoints[strings.ToLower(serviceID)]; ok {
		return &v
	}
	return c.BaseEndpoint
}

// EndpointOptions select which AWS endpoint is used in a region.
type EndpointOptions struct {
	// UseFIPSEndpoint selects hosts with FIPS 140 validated cryptography.
	UseFIPSEndpoint FIPSEndpointState

	// UseDualStackEndpoint selects hosts that also have IPv6 addresses.
	UseDualStackEndpoint DualStackEndpointState

	// DisableHTTPS selects plain HTTP, without encryption. The Logger receives a warning.
	DisableHTTPS bool
}

// FIPSEndpointState specifies whether FIPS endpoints are used.
type FIPSEndpointState uint

// The states of [FIPSEndpointState]. Unset means disabled.
const (
	// FIPSEndpointStateUnset is the default: endpoints without FIPS.
	FIPSEndpointStateUnset FIPSEndpointState = iota
	// FIPSEndpointStateEnabled selects endpoints with FIPS 140 validated cryptography.
	FIPSEndpointStateEnabled
	// FIPSEndpointStateDisabled selects endpoints without FIPS, even if another source of the
	// configuration enables FIPS.
	FIPSEndpointStateDisabled
)

// DualStackEndpointState specifies whether dual-stack endpoints are used.
type DualStackEndpointState uint

// The states of [DualStackEndpointState]. Unset means disabled.
const (
	// DualStackEndpointStateUnset is the default: endpoints with IPv4 addresses only.
	DualStackEndpointStateUnset DualStackEndpointState = iota
	// DualStackEndpointStateEnabled selects endpoints with IPv4 and IPv6 addresses.
	DualStackEndpointStateEnabled
	// DualStackEndpointStateDisabled selects endpoints with IPv4 addresses only, even if another
	// source of the configuration enables dual stack.
	DualStackEndpointStateDisabled
)

// LoadEnvConfig returns a Config from the environment alone:
//
//   - AWS_REGION or AWS_DEFAULT_REGION
//   - AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, as [EnvCredentials] reads them
//   - AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_NEPTUNE, AWS_ENDPOINT_URL_RDS, unless
//     AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is true
//   - AWS_MAX_ATTEMPTS, AWS_RETRY_MODE
//   - AWS_USE_FIPS_ENDPOINT, AWS_USE_DUALSTACK_ENDPOINT
//   - AWS_SDK_UA_APP_ID
//   - AWS_CA_BUNDLE: a file with certificates in PEM format to trust instead of the system's.
//     HTTPClient is then a client that trusts them.
//
// LoadEnvConfig fails if a variable has an invalid value or the CA bundle is unreadable. It does
// not fail if the region or credentials are missing; the first call fails instead. For profiles,
// containers and web identities, use the module awsconfig.
func LoadEnvConfig() (Config, error) {
	cfg := Config{
		Region:      firstEnv("AWS_REGION", "AWS_DEFAULT_REGION"),
		Credentials: EnvCredentials(),
		AppID:       os.Getenv("AWS_SDK_UA_APP_ID"),
	}
	var err error
	if cfg.HTTPClient, err = caBundleClient(); err != nil {
		return Config{}, err
	}
	ignore, err := envBool("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
	if err != nil {
		return Config{}, err
	}
	if !ignore {
		if v := os.Getenv("AWS_ENDPOINT_URL"); v != "" {
			cfg.BaseEndpoint = &v
		}
		for _, id := range []string{"neptune", "rds"} {
			if v := os.Getenv("AWS_ENDPOINT_URL_" + strings.ToUpper(id)); v != "" {
				if cfg.ServiceEndpoints == nil {
					cfg.ServiceEndpoints = make(map[string]string)
				}
				cfg.ServiceEndpoints[id] = v
			}
		}
	}
	if v := os.Getenv("AWS_MAX_ATTEMPTS"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 {
			return Config{}, fmt.Errorf("AWS_MAX_ATTEMPTS is %q, want a whole number of at least 1", v)
		}
		cfg.RetryMaxAttempts = n
	}
	if v := os.Getenv("AWS_RETRY_MODE"); v != "" {
		if cfg.RetryMode, err = ParseRetryMode(strings.ToLower(v)); err != nil {
			return Config{}, fmt.Errorf("AWS_RETRY_MODE is %q, want standard or adaptive", v)
		}
	}
	if on, err := envBool("AWS_USE_FIPS_ENDPOINT"); err != nil {
		return Config{}, err
	} else if on {
		cfg.EndpointOptions.UseFIPSEndpoint = FIPSEndpointStateEnabled
	}
	if on, err := envBool("AWS_USE_DUALSTACK_ENDPOINT"); err != nil {
		return Config{}, err
	} else if on {
		cfg.EndpointOptions.UseDualStackEndpoint = DualStackEndpointStateEnabled
	}
	return cfg, nil
}

func envBool(name string) (bool, error) {
	switch v := os.Getenv(name); {
	case v == "", strings.EqualFold(v, "false"):
		return false, nil
	case strings.EqualFold(v, "true"):
		return true, nil
	default:
		return false, fmt.Errorf("%s is %q, want true or false", name, v)
	}
}
