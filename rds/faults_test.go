package rds_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// A documentedFault is what the comment of a fault's type says.
type documentedFault struct {
	code   string
	status int // 400 where it is not published
}

// docs returns the comments of the declarations in the Go files of a folder, by
// their names.
func docs(t *testing.T, dir string) map[string]string {
	t.Helper()
	comments := map[string]string{}
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				comments[d.Name.Name] = d.Doc.Text()
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if s, ok := spec.(*ast.TypeSpec); ok {
						comments[s.Name.Name] = d.Doc.Text()
					}
				}
			}
		}
	}
	return comments
}

// documentedFaults reads what the documentation says about faults: those of
// each operation, and the code and status of each.
func documentedFaults(t *testing.T) (byOperation map[string][]string, faults map[string]documentedFault) {
	t.Helper()
	byOperation, faults = map[string][]string{}, map[string]documentedFault{}
	wire := regexp.MustCompile(`Wire code (\w+)(?:, HTTP (\d+))?\.`)
	for name, comment := range docs(t, "types") {
		if m := wire.FindStringSubmatch(strings.Join(strings.Fields(comment), " ")); m != nil {
			status, err := strconv.Atoi(m[2])
			if err != nil {
				status = http.StatusBadRequest
			}
			faults[name] = documentedFault{m[1], status}
		}
	}
	link := regexp.MustCompile(`\[types\.(\w+)\]`)
	comments := docs(t, ".")
	for _, op := range operations() {
		_, list, _ := strings.Cut(comments[op], "It can fail with ")
		list, _, _ = strings.Cut(list, "\n\n")
		for _, m := range link.FindAllStringSubmatch(list, -1) {
			byOperation[op] = append(byOperation[op], m[1])
		}
	}
	return byOperation, faults
}

// typedFaults returns what errors.As fills with each of the faults.
func typedFaults() map[string]any {
	return map[string]any{
		"AuthorizationNotFoundFault":             new(*types.AuthorizationNotFoundFault),
		"BlueGreenDeploymentNotFoundFault":       new(*types.BlueGreenDeploymentNotFoundFault),
		"CustomAvailabilityZoneNotFoundFault":    new(*types.CustomAvailabilityZoneNotFoundFault),
		"DBCapacityReservationNotFoundFault":     new(*types.DBCapacityReservationNotFoundFault),
		"DBClusterNotFoundFault":                 new(*types.DBClusterNotFoundFault),
		"DBClusterSnapshotAlreadyExistsFault":    new(*types.DBClusterSnapshotAlreadyExistsFault),
		"DBClusterSnapshotNotFoundFault":         new(*types.DBClusterSnapshotNotFoundFault),
		"DBInstanceNotFoundFault":                new(*types.DBInstanceNotFoundFault),
		"DBProxyEndpointNotFoundFault":           new(*types.DBProxyEndpointNotFoundFault),
		"DBProxyNotFoundFault":                   new(*types.DBProxyNotFoundFault),
		"DBProxyTargetGroupNotFoundFault":        new(*types.DBProxyTargetGroupNotFoundFault),
		"DBShardGroupNotFoundFault":              new(*types.DBShardGroupNotFoundFault),
		"DBSnapshotAlreadyExistsFault":           new(*types.DBSnapshotAlreadyExistsFault),
		"DBSnapshotNotFoundFault":                new(*types.DBSnapshotNotFoundFault),
		"DBSnapshotTenantDatabaseNotFoundFault":  new(*types.DBSnapshotTenantDatabaseNotFoundFault),
		"DBSubnetGroupDoesNotCoverEnoughAZs":     new(*types.DBSubnetGroupDoesNotCoverEnoughAZs),
		"DBSubnetGroupNotFoundFault":             new(*types.DBSubnetGroupNotFoundFault),
		"ExportTaskAlreadyExistsFault":           new(*types.ExportTaskAlreadyExistsFault),
		"ExportTaskNotFoundFault":                new(*types.ExportTaskNotFoundFault),
		"IamRoleMissingPermissionsFault":         new(*types.IamRoleMissingPermissionsFault),
		"IamRoleNotFoundFault":                   new(*types.IamRoleNotFoundFault),
		"InsufficientDBInstanceCapacityFault":    new(*types.InsufficientDBInstanceCapacityFault),
		"IntegrationNotFoundFault":               new(*types.IntegrationNotFoundFault),
		"InvalidDBCapacityReservationStateFault": new(*types.InvalidDBCapacityReservationStateFault),
		"InvalidDBClusterEndpointStateFault":     new(*types.InvalidDBClusterEndpointStateFault),
		"InvalidDBClusterSnapshotStateFault":     new(*types.InvalidDBClusterSnapshotStateFault),
		"InvalidDBClusterStateFault":             new(*types.InvalidDBClusterStateFault),
		"InvalidDBInstanceStateFault":            new(*types.InvalidDBInstanceStateFault),
		"InvalidDBShardGroupStateFault":          new(*types.InvalidDBShardGroupStateFault),
		"InvalidDBSnapshotStateFault":            new(*types.InvalidDBSnapshotStateFault),
		"InvalidExportOnlyFault":                 new(*types.InvalidExportOnlyFault),
		"InvalidExportSourceStateFault":          new(*types.InvalidExportSourceStateFault),
		"InvalidExportTaskStateFault":            new(*types.InvalidExportTaskStateFault),
		"InvalidS3BucketFault":                   new(*types.InvalidS3BucketFault),
		"InvalidSubnet":                          new(*types.InvalidSubnet),
		"InvalidVPCNetworkStateFault":            new(*types.InvalidVPCNetworkStateFault),
		"KMSKeyNotAccessibleFault":               new(*types.KMSKeyNotAccessibleFault),
		"SnapshotQuotaExceededFault":             new(*types.SnapshotQuotaExceededFault),
		"TenantDatabaseNotFoundFault":            new(*types.TenantDatabaseNotFoundFault),
		"VpcEncryptionControlViolationException": new(*types.VpcEncryptionControlViolationException),
	}
}

// Each operation gives each fault that its documentation names as the type of
// that name, with all that is known about it.
func TestDocumentedFaults(t *testing.T) {
	byOperation, faults := documentedFaults(t)
	checked := 0
	for _, op := range operations() {
		if len(byOperation[op]) == 0 && op != "DescribeEvents" { // which has none
			t.Errorf("the documentation of %s names no faults", op)
		}
		for _, name := range byOperation[op] {
			fault, ok := faults[name]
			if !ok {
				t.Errorf("%s: the documentation of %s has no wire code", op, name)
				continue
			}
			checked++
			client := serve(answer(fault.status, faultReply(fault.code, "It is so &amp; so.")))
			_, err := invoke(t.Context(), client, op, inputOf(op))
			if problem := checkFault(err, op, name, fault); problem != "" {
				t.Errorf("%s: %s: %s\n%v", op, name, problem, err)
			}
		}
	}
	t.Logf("%d faults of %d operations", checked, len(byOperation))
}

func checkFault(err error, op, name string, fault documentedFault) string {
	var operation *smithy.OperationError
	if !errors.As(err, &operation) || operation.Service() != "RDS" || operation.Operation() != op {
		return "no *smithy.OperationError of the operation"
	}
	var api smithy.APIError
	if !errors.As(err, &api) || api.ErrorCode() != fault.code || api.ErrorMessage() != "It is so & so." || api.ErrorFault() != smithy.FaultClient {
		return fmt.Sprintf("no smithy.APIError with what was sent: %#v", api)
	}
	for other, typed := range typedFaults() {
		if is := errors.As(err, typed); is != (other == name) {
			return fmt.Sprintf("it is a %s: %t", other, is)
		}
	}
	var response *smithyhttp.ResponseError
	if !errors.As(err, &response) || response.HTTPStatusCode() != fault.status {
		return "no *smithyhttp.ResponseError with the status"
	}
	var ours *nereid.ResponseError
	if !errors.As(err, &ours) || ours.RequestID != requestID || ours.ServiceRequestID() != requestID {
		return "no *nereid.ResponseError with the request id"
	}
	if !nereid.IsServiceError(err) {
		return "not taken for an answer of the service"
	}
	for _, text := range []string{"RDS", op, strconv.Itoa(fault.status), requestID, fault.code, "It is so & so."} {
		if !strings.Contains(err.Error(), text) {
			return "the message lacks " + text
		}
	}
	return ""
}

// A fault that an operation is not documented to give is typed as well.
func TestUndocumentedFaultIsTyped(t *testing.T) {
	client := serve(answer(404, faultReply("ExportTaskNotFound", "gone")))
	_, err := client.StopDBInstance(t.Context(), &rds.StopDBInstanceInput{DBInstanceIdentifier: nereid.String("i1")})
	var fault *types.ExportTaskNotFoundFault
	if !errors.As(err, &fault) || nereid.ToString(fault.Message) != "gone" {
		t.Errorf("got %v", err)
	}
}

func TestErrorCategories(t *testing.T) {
	categories := []error{
		nereid.ErrNotFound, nereid.ErrAlreadyExists, nereid.ErrInvalidState, nereid.ErrQuotaExceeded, nereid.ErrInsufficientCapacity,
		nereid.ErrThrottled, nereid.ErrAccessDenied, nereid.ErrBadCredentials, nereid.ErrInvalidParameter,
	}
	for _, c := range []struct {
		status int
		code   string
		want   error
	}{
		{404, "ExportTaskNotFound", nereid.ErrNotFound},
		{404, "DBClusterNotFoundFault", nereid.ErrNotFound},
		{404, "SomethingNewNotFound", nereid.ErrNotFound},
		{400, "ExportTaskAlreadyExists", nereid.ErrAlreadyExists},
		{400, "ExportTaskAlreadyExistsFault", nereid.ErrAlreadyExists}, // another spelling
		{400, "InvalidDBClusterStateFault", nereid.ErrInvalidState},
		{400, "InvalidExportSourceState", nereid.ErrInvalidState},
		{400, "SnapshotQuotaExceeded", nereid.ErrQuotaExceeded},
		{400, "InsufficientDBInstanceCapacity", nereid.ErrInsufficientCapacity},
		{400, "Throttling", nereid.ErrThrottled},
		{403, "AccessDenied", nereid.ErrAccessDenied},
		{403, "InvalidClientTokenId", nereid.ErrBadCredentials},
		{403, "SignatureDoesNotMatch", nereid.ErrBadCredentials},
		{403, "ExpiredToken", nereid.ErrBadCredentials},
		{400, "InvalidParameterCombination", nereid.ErrInvalidParameter},
		{400, "InvalidExportOnly", nil},
		{500, "InternalFailure", nil},
	} {
		_, err := serve(answer(c.status, faultReply(c.code, "m"))).DescribeEvents(t.Context(), nil)
		for _, category := range categories {
			if got, want := errors.Is(err, category), category == c.want; got != want {
				t.Errorf("%s is %q: %t, want %t", c.code, category, got, want)
			}
		}
	}
}
