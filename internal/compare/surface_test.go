package compare_test

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

const (
	ownRoot = "github.com/nereid-go/nereid"
	sdkRoot = "github.com/aws/aws-sdk-go-v2"
)

// newer is the reason for something that the SDK does not have.
const newer = "AWS has it, the compared version of the SDK does not yet"

// counterpart maps the packages of the SDK to ours.
var counterpart = map[string]string{
	sdkRoot + "/aws":                   ownRoot,
	sdkRoot + "/service/rds":           ownRoot + "/rds",
	sdkRoot + "/service/rds/types":     ownRoot + "/rds/types",
	sdkRoot + "/service/neptune":       ownRoot + "/neptune",
	sdkRoot + "/service/neptune/types": ownRoot + "/neptune/types",
}

// TestSurface compares the exports of the packages: names, members, methods,
// signatures and constants, so that code for the SDK compiles here. In the
// service packages it skips names that belong to missing operations, such as
// their paginators. In the types packages it compares the types that the
// operations reach, and in package aws the names that both have.
func TestSurface(t *testing.T) {
	const (
		added     = "Nereid has it in addition"
		resolvers = "the client resolves endpoints itself, and BaseEndpoint overrides them"
		signers   = "there is only one way to sign: SigV4 with the name rds"
		presigns  = "an operation that needs a presigned URL makes it itself"
		defaults  = "Nereid's defaults do not depend on a mode or on where the program runs"
		others    = "it is for other services"
		schemas   = "since v1.133.0, the SDK's rds encodes and decodes by schemas; in Nereid, the structs and their tags are the schema"
	)
	known := expect(map[string]string{
		"*.*Endpoint*Resolve*":                 resolvers,
		"*.EndpointParameters":                 resolvers,
		"*.ResolveEndpoint":                    resolvers,
		"*.Options.EndpointOptions":            "Nereid has only the members for FIPS, dual stack and HTTPS",
		"*.Auth*":                              signers,
		"*.*.Auth*":                            signers,
		"*.*.GetIdentityResolver":              signers,
		"*.*.HTTPSignerV4":                     signers,
		"*.HTTPSignerV4":                       signers,
		"*.WithSigV4*":                         signers,
		"*.HTTPPresignerV4":                    presigns,
		"*.*Presign[CO]*":                      presigns,
		"*.*.DefaultsMode":                     defaults,
		"*.*.RuntimeEnvironment":               defaults,
		"*.*.Interceptors":                     "middlewares (APIOptions) do the same",
		"rds.*TenantDatabase*":                 "Nereid does not have DescribeTenantDatabases",
		"*.*WaiterOptions.ConsecutiveHits":     added,
		"*.*WaiterOptions.FailureStates":       added,
		"*.*WaiterOptions.InitialDelay":        added,
		"*.*WaiterOptions.OnPoll":              added,
		"*.*WaiterOptions.RequirePendingEmpty": added,
		"rds.*.Serialize":                      schemas,
		"rds.*.SerializeMembers":               schemas,
		"rds.*.Deserialize":                    schemas,
		"rds.TypeRegistry":                     schemas,
		"rds.Options.Protocol":                 schemas,
		"*.Options.AttemptTimeout":             added,
		"*.Options.DisableRecovery":            added,
		"*.Options.RecoveryTime":               added,
		"*.Options.TagCreations":               added,
		"*.Options.RenewAhead":                 added,
		"aws.Config.RenewAhead":                added,
		"*.Options.DisableSourceRegionFromARN": added,
		"rds.StartDBInstanceAutomatedBackupsReplicationInput.SourceRegion": "botocore, the CLI and version 1 of the Go SDK make the presigned URL that GovCloud regions require; version 2 does not",
		"neptune.Options.DisableClockSkewCorrection":                       "the SDK's rds has it, the SDK's neptune not yet",
		"aws.Config.EndpointOptions":                                       added,
		"aws.Config.ServiceEndpoints":                                      added,
		"aws.Config.*EndpointResolver*":                                    resolvers,
		"aws.Config.ServiceOptions":                                        "option functions of a client do the same",
		"aws.Config.DisableClockSkewCorrection":                            "Nereid has it as an option of the clients",
		"aws.Config.AccountIDEndpointMode":                                 others,
		"aws.Config.BearerAuthTokenProvider":                               others,
		"aws.Config.*RequestCompression":                                   others,
		"aws.Config.RequestMinCompressSizeBytes":                           others,
		"aws.Config.RequestChecksumCalculation":                            others,
		"aws.Config.ResponseChecksumValidation":                            others,
		"aws.Config.RestrictFilePermissions":                               "Nereid does not write files",
		"aws.ClientLogMode.Clear*":                                         "mode &^ bit does the same",
		"aws.ClientLogMode.*EventMessage":                                  "event streams are for other services",
		"aws.CredentialsCache.*":                                           "internals of the SDK's chain of providers",
		"neptune.*.NetworkType":                                            newer,
		"neptune/types.*.NetworkType":                                      newer,
		"neptune/types.*.SupportedNetworkTypes":                            newer,
	})
	var paths []string
	for theirs, ours := range counterpart {
		paths = append(paths, theirs, ours)
	}
	packages := declarations(t, paths...)
	for _, s := range services() {
		c := comparison{packages: packages, found: known}
		both := s.operations()
		missing := slices.DeleteFunc(s.theirs.operations(), func(op string) bool { return slices.Contains(both, op) })
		theirs := packages[s.theirs.pkg]
		for _, name := range theirs.Scope().Names() {
			if object := theirs.Scope().Lookup(name); object.Exported() && !ofOperation(name, missing) {
				c.object(object)
			}
		}
		t.Logf("%s: %d of the SDK's %d operations; %d declarations, %d members, %d methods, %d constants",
			s.name, len(both), len(both)+len(missing), c.objects, c.fields, c.methods, c.constants)
	}
	c := comparison{packages: packages, found: known}
	own, sdk := packages[ownRoot].Scope(), packages[sdkRoot+"/aws"].Scope()
	for _, name := range own.Names() {
		if object := sdk.Lookup(name); object != nil && object.Exported() {
			c.object(object)
		}
	}
	t.Logf("aws: %d declarations that both have", c.objects)
	known.check(t)
}

// ofOperation reports whether the name belongs to one of the operations: the
// operation itself, its shapes, its paginator.
func ofOperation(name string, ops []string) bool {
	name = strings.TrimPrefix(name, "New")
	for _, op := range ops {
		if rest, ok := strings.CutPrefix(name, op); ok {
			switch rest {
			case "Input", "Output", "APIClient", "Paginator", "PaginatorOptions":
				return true
			}
		}
	}
	return false
}

// A comparison compares declarations of the SDK with ours.
type comparison struct {
	packages map[string]*types.Package
	found    *differences
	seen     map[types.Object]bool

	objects, fields, methods, constants int
}

func (c *comparison) differf(path, format string, args ...any) {
	c.found.add(path, fmt.Sprintf(format, args...))
}

// ours returns our declaration with the same name as a declaration of the SDK.
func (c *comparison) ours(their types.Object) types.Object {
	pkg := c.packages[counterpart[their.Pkg().Path()]]
	if pkg == nil {
		return nil
	}
	return pkg.Scope().Lookup(their.Name())
}

// object compares a declaration, once.
func (c *comparison) object(their types.Object) {
	if c.seen[their] {
		return
	}
	if c.seen == nil {
		c.seen = make(map[types.Object]bool)
	}
	c.seen[their] = true
	c.objects++
	path := strings.TrimPrefix(strings.TrimPrefix(their.Pkg().Path(), sdkRoot+"/"), "service/") + "." + their.Name()
	our := c.ours(their)
	if our == nil {
		c.differf(path, "is not here")
		return
	}
	switch their := their.(type) {
	case *types.Const:
		c.constants++
		constantOf, ok := our.(*types.Const)
		if !ok || !constant.Compare(constantOf.Val(), token.EQL, their.Val()) {
			c.differf(path, "is %v, in the SDK %v", our, their)
		}
	case *types.TypeName:
		ourType, ok := our.(*types.TypeName)
		if !ok {
			c.differf(path, "is not a type")
			return
		}
		c.typeName(path, ourType, their)
	default:
		if !c.same(our.Type(), their.Type()) {
			c.differf(path, "is %s, in the SDK %s", our, their)
		}
	}
}

func (c *comparison) typeName(path string, our, their *types.TypeName) {
	a, b := our.Type().Underlying(), their.Type().Underlying()
	switch b := b.(type) {
	case *types.Struct:
		a, ok := a.(*types.Struct)
		if !ok {
			c.differf(path, "is a %s, in the SDK a struct", our.Type().Underlying())
			return
		}
		c.members(path, a, b)
	case *types.Interface:
		a, ok := a.(*types.Interface)
		if !ok || a.NumMethods() != b.NumMethods() {
			c.differf(path, "is %s, in the SDK %s", our.Type().Underlying(), b)
			return
		}
	default:
		if !c.same(a, b) {
			c.differf(path, "is %s, in the SDK %s", a, b)
		}
		c.values(path, our, their)
	}
	// The methods of an interface are found without the pointer.
	ptr := func(t types.Type) *types.MethodSet {
		if types.IsInterface(t) {
			return types.NewMethodSet(t)
		}
		return types.NewMethodSet(types.NewPointer(t))
	}
	ours := ptr(types.Unalias(our.Type()))
	for selection := range ptr(their.Type()).Methods() {
		m := selection.Obj()
		if !m.Exported() || isOperation(m) && ours.Lookup(nil, m.Name()) == nil {
			continue
		}
		c.methods++
		switch own := ours.Lookup(nil, m.Name()); {
		case own == nil && isOfSchemas(m):
			// All shapes of the service have it: one difference.
			c.differf(path[:strings.IndexAny(path, "/.")]+".*."+m.Name(), "is not here")
		case own == nil:
			c.differf(path+"."+m.Name(), "is not here")
		case !c.same(own.Type(), selection.Type()):
			c.differf(path+"."+m.Name(), "is %s, in the SDK %s", own.Type(), selection.Type())
		}
	}
}

// isOperation reports whether a method of a client is an operation. Missing
// operations are counted, not listed.
func isOperation(m types.Object) bool {
	s := m.Type().(*types.Signature)
	return s.Variadic() && s.Params().Len() == 3 && strings.HasSuffix(s.Params().At(1).Type().String(), "."+m.Name()+"Input")
}

// isOfSchemas reports whether a method reads or writes its receiver by a schema.
func isOfSchemas(m types.Object) bool {
	params := m.Type().(*types.Signature).Params()
	return params.Len() == 1 && strings.HasPrefix(params.At(0).Type().String(), "github.com/aws/smithy-go.Shape")
}

func (c *comparison) members(path string, ours, theirs *types.Struct) {
	own := make(map[string]*types.Var)
	for f := range ours.Fields() {
		own[f.Name()] = f
	}
	for f := range theirs.Fields() {
		if !f.Exported() {
			continue
		}
		c.fields++
		switch our := own[f.Name()]; {
		case our == nil:
			c.differf(path+"."+f.Name(), "is not here")
		case !c.same(our.Type(), f.Type()):
			c.differf(path+"."+f.Name(), "is a %s, in the SDK a %s", our.Type(), f.Type())
		}
		delete(own, f.Name())
	}
	for name, f := range own {
		if f.Exported() {
			c.differf(path+"."+name, "is not in the SDK")
		}
	}
}

// values compares the constants of an enum.
func (c *comparison) values(path string, our, their *types.TypeName) {
	ours := constants(our)
	for name, value := range constants(their) {
		c.constants++
		if ours[name] == nil || ours[name].ExactString() != value.ExactString() {
			c.differf(path+" "+name, "is %v, in the SDK %v", ours[name], value)
		}
		delete(ours, name)
	}
	for name := range ours {
		c.differf(path+" "+name, "is not in the SDK")
	}
}

func constants(enum *types.TypeName) map[string]constant.Value {
	values := make(map[string]constant.Value)
	scope := enum.Pkg().Scope()
	for _, name := range scope.Names() {
		if c, ok := scope.Lookup(name).(*types.Const); ok && c.Exported() && types.Identical(c.Type(), enum.Type()) {
			values[name] = c.Val()
		}
	}
	return values
}

// same reports whether a type is the counterpart of one of the SDK's. It
// also compares the two declarations.
func (c *comparison) same(our, their types.Type) bool {
	ourName := nameOf(our)
	our, their = types.Unalias(our), types.Unalias(their)
	switch b := their.(type) {
	case *types.Named:
		if types.Identical(our, their) {
			return true
		}
		own := c.ours(b.Obj())
		if own == nil {
			return false
		}
		c.object(b.Obj())
		return ourName == own || types.Identical(types.Unalias(own.Type()), our)
	case *types.Pointer:
		a, ok := our.(*types.Pointer)
		return ok && c.same(a.Elem(), b.Elem())
	case *types.Slice:
		a, ok := our.(*types.Slice)
		return ok && c.same(a.Elem(), b.Elem())
	case *types.Map:
		a, ok := our.(*types.Map)
		return ok && c.same(a.Key(), b.Key()) && c.same(a.Elem(), b.Elem())
	case *types.Signature:
		a, ok := our.(*types.Signature)
		return ok && a.Variadic() == b.Variadic() && c.tuple(a.Params(), b.Params()) && c.tuple(a.Results(), b.Results())
	default:
		return types.Identical(our, their)
	}
}

func (c *comparison) tuple(ours, theirs *types.Tuple) bool {
	if ours.Len() != theirs.Len() {
		return false
	}
	for i := range ours.Len() {
		if !c.same(ours.At(i).Type(), theirs.At(i).Type()) {
			return false
		}
	}
	return true
}

// nameOf returns the declaration of a named type or an alias.
func nameOf(t types.Type) types.Object {
	switch t := t.(type) {
	case *types.Alias:
		return t.Obj()
	case *types.Named:
		return t.Obj()
	}
	return nil
}
