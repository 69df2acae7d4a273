package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
)

// An operation that has no method is called with the structs of the program.
func ExampleClient_Invoke() {
	type describeInput struct {
		Engine      *string `query:",required"`
		DefaultOnly *bool
	}
	type engineVersion struct {
		Engine                 *string
		EngineVersion          *string
		DBParameterGroupFamily *string
	}
	type describeOutput struct {
		DBEngineVersions []engineVersion `query:",item=DBEngineVersion"`
		Marker           *string
		ResultMetadata   middleware.Metadata `query:"-"`
	}

	client := neptune.NewFromConfig(nereid.Config{
		Region: "eu-west-1", Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""), HTTPClient: engineVersions{},
	})
	var out describeOutput
	err := client.Invoke(context.Background(), "DescribeDBEngineVersions", &describeInput{
		Engine: nereid.String("neptune"), DefaultOnly: nereid.Bool(true),
	}, &out)
	switch {
	case errors.Is(err, nereid.ErrAccessDenied):
		fmt.Println("the role does not allow it")
	case err != nil:
		fmt.Println(err)
	default:
		for _, v := range out.DBEngineVersions {
			fmt.Println(*v.EngineVersion, *v.DBParameterGroupFamily)
		}
	}
	// Output: 1.4.5.1 family1.4
}

// engineVersions answers in the place of AWS.
type engineVersions struct{}

func (engineVersions) Do(req *http.Request) (*http.Response, error) {
	const reply = "<DescribeDBEngineVersionsResponse><DescribeDBEngineVersionsResult><DBEngineVersions><DBEngineVersion>" +
		"<EngineVersion>1.4.5.1</EngineVersion><DBParameterGroupFamily>family1.4</DBParameterGroupFamily>" +
		"</DBEngineVersion></DBEngineVersions></DescribeDBEngineVersionsResult></DescribeDBEngineVersionsResponse>"
	return &http.Response{StatusCode: http.StatusOK, Header: make(http.Header), Body: io.NopCloser(strings.NewReader(reply)), Request: req}, nil
}
