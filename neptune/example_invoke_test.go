package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
)

// Invoke calls an operation without a method, with structs that the program
// defines.
func ExampleClient_Invoke() {
	type describeInput struct {
		CertificateIdentifier *string
	}
	type certificate struct {
		CertificateIdentifier *string
		ValidTill             *time.Time
	}
	type describeOutput struct {
		Certificates   []certificate `query:",item=Certificate"`
		Marker         *string
		ResultMetadata middleware.Metadata `query:"-"`
	}

	client := neptune.NewFromConfig(nereid.Config{
		Region: "eu-west-1", Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""), HTTPClient: certificates{},
	})
	var out describeOutput
	err := client.Invoke(context.Background(), "DescribeCertificates", &describeInput{}, &out)
	switch {
	case errors.Is(err, nereid.ErrAccessDenied):
		fmt.Println("the role does not allow it")
	case err != nil:
		fmt.Println(err)
	default:
		for _, c := range out.Certificates {
			fmt.Println(*c.CertificateIdentifier, c.ValidTill.Year())
		}
	}
	// Output: rds-ca-rsa2048-g1 2061
}

// certificates responds instead of AWS.
type certificates struct{}

func (certificates) Do(req *http.Request) (*http.Response, error) {
	const reply = "<DescribeCertificatesResponse><DescribeCertificatesResult><Certificates><Certificate>" +
		"<CertificateIdentifier>rds-ca-rsa2048-g1</CertificateIdentifier><ValidTill>2061-05-25T23:54:57Z</ValidTill>" +
		"</Certificate></Certificates></DescribeCertificatesResult></DescribeCertificatesResponse>"
	return &http.Response{StatusCode: http.StatusOK, Header: make(http.Header), Body: io.NopCloser(strings.NewReader(reply)), Request: req}, nil
}
