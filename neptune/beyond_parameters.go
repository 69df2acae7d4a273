package neptune

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune/types"
)

// parametersPerCall is the maximum number of parameters in one call.
const parametersPerCall = 20

// defaultPrefix begins the names of the default parameter groups, which AWS creates.
const defaultPrefix = "default."

// ParametersAPIClient is the client interface that [ModifyParameters], [ResetParameters] and
// [DeleteParameterGroup] use.
type ParametersAPIClient interface {
	DescribeDBParametersAPIClient
	ModifyDBParameterGroup(context.Context, *ModifyDBParameterGroupInput, ...func(*Options)) (*ModifyDBParameterGroupOutput, error)
	ResetDBParameterGroup(context.Context, *ResetDBParameterGroupInput, ...func(*Options)) (*ResetDBParameterGroupOutput, error)
	DeleteDBParameterGroup(context.Context, *DeleteDBParameterGroupInput, ...func(*Options)) (*DeleteDBParameterGroupOutput, error)
}

// ClusterParametersAPIClient is the client interface that [ModifyClusterParameters],
// [ResetClusterParameters] and [DeleteClusterParameterGroup] use.
type ClusterParametersAPIClient interface {
	DescribeDBClusterParametersAPIClient
	ModifyDBClusterParameterGroup(context.Context, *ModifyDBClusterParameterGroupInput, ...func(*Options)) (*ModifyDBClusterParameterGroupOutput, error)
	ResetDBClusterParameterGroup(context.Context, *ResetDBClusterParameterGroupInput, ...func(*Options)) (*ResetDBClusterParameterGroupOutput, error)
	DeleteDBClusterParameterGroup(context.Context, *DeleteDBClusterParameterGroupInput, ...func(*Options)) (*DeleteDBClusterParameterGroupOutput, error)
}

// ParameterOptions are the options of the functions that change parameters and delete parameter
// groups.
type ParameterOptions struct {
	// PendingReboot applies changes of dynamic parameters at the next reboot, like those of static
	// parameters. By default they apply at once.
	PendingReboot bool

	// Patience is how long a call is repeated while AWS rejects it with
	// [types.InvalidDBParameterGroupStateFault], by default 5 minutes. A negative value means no
	// repetition. AWS rejects resets for about half a minute after a change, and deletions for some
	// minutes after the last instance or cluster got another group.
	Patience time.Duration

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)
}

// ParameterChanges is the result of [ModifyParameters], [ModifyClusterParameters], [ResetParameters]
// and [ResetClusterParameters].
type ParameterChanges struct {
	// Changed are the parameters that AWS accepted, sorted by name. Each has a ParameterName and an
	// ApplyMethod, and a ParameterValue unless the parameter was reset. Parameters that already had
	// the value are not included.
	Changed []types.Parameter
}

// PendingReboot reports whether a change does not apply before the instances are rebooted.
func (c *ParameterChanges) PendingReboot() bool {
	return slices.ContainsFunc(c.Changed, func(p types.Parameter) bool { return p.ApplyMethod == types.ApplyMethodPendingReboot })
}

// A ParameterError names a parameter that cannot be changed, and the reason.
type ParameterError struct {
	// Name is the name of the parameter that cannot be changed.
	Name string
	// Value is the value that the caller requested, or empty for a reset.
	Value string
	// Err is ErrNoParameter, ErrFixedParameter or the error of AWS.
	Err error
}

// Error returns the name and the reason. It leaves the value out, which may be long.
func (e *ParameterError) Error() string { return "parameter " + e.Name + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *ParameterError) Unwrap() error { return e.Err }

// Reasons of a [ParameterError] that are known before the first call that changes something.
var (
	// ErrNoParameter: the parameter group does not have a parameter of this name.
	ErrNoParameter = errors.New("the parameter group has no such parameter")
	// ErrFixedParameter: AWS does not allow changes of the parameter.
	ErrFixedParameter = errors.New("the parameter cannot be modified")
)

// ModifyParameters sets parameters of an instance parameter group, given as names and values.
//
// It reads the group first. Changes of dynamic parameters apply at once, and changes of static
// parameters at the next reboot of each instance. A parameter that a user already set to the same
// value is not sent. The other parameters are sent in calls of 20 parameters, the maximum that AWS
// accepts.
//
// If the group does not have one of the parameters, or if one of them cannot be modified,
// ModifyParameters changes nothing. AWS rejects a call as a whole and does not always say why.
// ModifyParameters then sends the parameters of that call again in smaller calls, until it knows the
// rejected parameters; all others are changed. The error is a [ParameterError] for each parameter that
// cannot be changed; several of them are joined, and errors.As finds the first. The result is set even
// if there is an error.
func ModifyParameters(ctx context.Context, client ParametersAPIClient, group string, values map[string]string, optFns ...func(*ParameterOptions)) (*ParameterChanges, error) {
	o := parameterOptions(optFns)
	return o.modify(ctx, instanceParameters(ctx, client, group, o.ClientOptions), values)
}

// ModifyClusterParameters sets parameters of a cluster parameter group, in the same way as
// [ModifyParameters].
func ModifyClusterParameters(ctx context.Context, client ClusterParametersAPIClient, group string, values map[string]string, optFns ...func(*ParameterOptions)) (*ParameterChanges, error) {
	o := parameterOptions(optFns)
	return o.modify(ctx, clusterParameters(ctx, client, group, o.ClientOptions), values)
}

// ResetParameters resets the named parameters of an instance parameter group to their defaults.
// Without names, it resets all parameters that a user changed. It reads the group, chooses when a
// change applies, and divides the parameters into calls in the same way as [ModifyParameters].
func ResetParameters(ctx context.Context, client ParametersAPIClient, group string, names []string, optFns ...func(*ParameterOptions)) (*ParameterChanges, error) {
	o := parameterOptions(optFns)
	return o.reset(ctx, instanceParameters(ctx, client, group, o.ClientOptions), names)
}

// ResetClusterParameters resets parameters of a cluster parameter group to their defaults, in the same
// way as [ResetParameters].
func ResetClusterParameters(ctx context.Context, client ClusterParametersAPIClient, group string, names []string, optFns ...func(*ParameterOptions)) (*ParameterChanges, error) {
	o := parameterOptions(optFns)
	return o.reset(ctx, clusterParameters(ctx, client, group, o.ClientOptions), names)
}

// DeleteParameterGroup deletes an instance parameter group. It repeats the call while AWS considers
// the group in use; see Patience in [ParameterOptions]. It succeeds if the group does not exist.
func DeleteParameterGroup(ctx context.Context, client ParametersAPIClient, group string, optFns ...func(*ParameterOptions)) error {
	o := parameterOptions(optFns)
	return o.remove(ctx, group, func() error {
		_, err := client.DeleteDBParameterGroup(ctx, &DeleteDBParameterGroupInput{DBParameterGroupName: &group}, o.ClientOptions...)
		return err
	})
}

// DeleteClusterParameterGroup deletes a cluster parameter group, in the same way as
// [DeleteParameterGroup].
func DeleteClusterParameterGroup(ctx context.Context, client ClusterParametersAPIClient, group string, optFns ...func(*ParameterOptions)) error {
	o := parameterOptions(optFns)
	return o.remove(ctx, group, func() error {
		_, err := client.DeleteDBClusterParameterGroup(ctx, &DeleteDBClusterParameterGroupInput{DBClusterParameterGroupName: &group}, o.ClientOptions...)
		return err
	})
}

// ParameterGroupFamily returns the parameter group family of an engine version: neptune1.4 for all 1.4
// versions, likewise for 1.2 and 1.3, and neptune1 for 1.0 and 1.1. A parameter group works only with
// the versions of its family. For versions that AWS has not released, the result is a guess in the
// same form; [Client.DescribeDBEngineVersions] returns the actual family.
func ParameterGroupFamily(version string) (string, error) {
	parts := strings.Split(version, ".")
	if len(parts) < 2 {
		return "", fmt.Errorf("%q is not a valid engine version", version)
	}
	var numbers [2]uint64
	for i := range numbers {
		n, err := strconv.ParseUint(parts[i], 10, 16)
		if err != nil {
			return "", fmt.Errorf("%q is not a valid engine version", version)
		}
		numbers[i] = n
	}
	if numbers[0] < 1 || numbers[0] == 1 && numbers[1] < 2 {
		return "neptune1", nil
	}
	return fmt.Sprintf("neptune%d.%d", numbers[0], numbers[1]), nil
}

// ParameterGroups yields the Neptune instance parameter groups that [Client.DescribeDBParameterGroups]
// lists with params, from all pages, except the default groups. An error ends the sequence. Nil params
// mean no parameters.
//
// AWS also lists the groups of RDS and DocumentDB and has no filter to exclude them. ParameterGroups
// excludes them by their family. In [ListOptions], AnyEngine includes them, and DefaultGroups includes
// the default groups.
func ParameterGroups(ctx context.Context, client DescribeDBParameterGroupsAPIClient, params *DescribeDBParameterGroupsInput, optFns ...func(*ListOptions)) iter.Seq2[types.DBParameterGroup, error] {
	o := listOptions(optFns)
	in := valueOf(params)
	return listGroups(&o, func(g *types.DBParameterGroup) (name, family *string) {
		return g.DBParameterGroupName, g.DBParameterGroupFamily
	},
		func() iter.Seq2[types.DBParameterGroup, error] {
			return NewDescribeDBParameterGroupsPaginator(client, &in, o.paginator).All(ctx, o.ClientOptions...)
		})
}

// ClusterParameterGroups yields the cluster parameter groups that
// [Client.DescribeDBClusterParameterGroups] lists with params, in the same way as [ParameterGroups].
func ClusterParameterGroups(ctx context.Context, client DescribeDBClusterParameterGroupsAPIClient, params *DescribeDBClusterParameterGroupsInput, optFns ...func(*ListOptions)) iter.Seq2[types.DBClusterParameterGroup, error] {
	o := listOptions(optFns)
	in := valueOf(params)
	return listGroups(&o, func(g *types.DBClusterParameterGroup) (name, family *string) {
		return g.DBClusterParameterGroupName, g.DBParameterGroupFamily
	}, func() iter.Seq2[types.DBClusterParameterGroup, error] {
		return NewDescribeDBClusterParameterGroupsPaginator(client, &in, o.paginator).All(ctx, o.ClientOptions...)
	})
}

// listGroups yields the groups that the options select.
func listGroups[Item any](o *ListOptions, of func(*Item) (name, family *string), items func() iter.Seq2[Item, error]) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for item, err := range items() {
			name, family := of(&item)
			if err == nil && (!o.AnyEngine && !strings.HasPrefix(nereid.ToString(family), engine) ||
				!o.DefaultGroups && strings.HasPrefix(nereid.ToString(name), defaultPrefix)) {
				continue
			}
			if !yield(item, err) {
				return
			}
		}
	}
}

func parameterOptions(optFns []func(*ParameterOptions)) *ParameterOptions {
	o := &ParameterOptions{Patience: 5 * time.Minute}
	for _, fn := range optFns {
		fn(o)
	}
	return o
}

// A parameterSet is an instance or a cluster parameter group.
type parameterSet struct {
	all    iter.Seq2[types.Parameter, error]
	modify func(context.Context, []types.Parameter) error
	reset  func(context.Context, []types.Parameter) error
}

func instanceParameters(ctx context.Context, client ParametersAPIClient, group string, optFns []func(*Options)) *parameterSet {
	return &parameterSet{
		all: NewDescribeDBParametersPaginator(client, &DescribeDBParametersInput{DBParameterGroupName: &group}).All(ctx, optFns...),
		modify: func(ctx context.Context, parameters []types.Parameter) error {
			_, err := client.ModifyDBParameterGroup(ctx, &ModifyDBParameterGroupInput{DBParameterGroupName: &group, Parameters: parameters}, optFns...)
			return err
		},
		reset: func(ctx context.Context, parameters []types.Parameter) error {
			_, err := client.ResetDBParameterGroup(ctx, &ResetDBParameterGroupInput{
				DBParameterGroupName: &group, Parameters: parameters, ResetAllParameters: new(bool),
			}, optFns...)
			return err
		},
	}
}

func clusterParameters(ctx context.Context, client ClusterParametersAPIClient, group string, optFns []func(*Options)) *parameterSet {
	return &parameterSet{
		all: NewDescribeDBClusterParametersPaginator(client, &DescribeDBClusterParametersInput{DBClusterParameterGroupName: &group}).All(ctx, optFns...),
		modify: func(ctx context.Context, parameters []types.Parameter) error {
			_, err := client.ModifyDBClusterParameterGroup(ctx, &ModifyDBClusterParameterGroupInput{DBClusterParameterGroupName: &group, Parameters: parameters}, optFns...)
			return err
		},
		reset: func(ctx context.Context, parameters []types.Parameter) error {
			_, err := client.ResetDBClusterParameterGroup(ctx, &ResetDBClusterParameterGroupInput{
				DBClusterParameterGroupName: &group, Parameters: parameters, ResetAllParameters: new(bool),
			}, optFns...)
			return err
		},
	}
}

// read returns the parameters of a group by name.
func (s *parameterSet) read() (map[string]types.Parameter, error) {
	known := make(map[string]types.Parameter)
	for p, err := range s.all {
		if err != nil {
			return nil, err
		}
		known[nereid.ToString(p.ParameterName)] = p
	}
	return known, nil
}

func (o *ParameterOptions) modify(ctx context.Context, set *parameterSet, values map[string]string) (*ParameterChanges, error) {
	known, err := set.read()
	if err != nil {
		return new(ParameterChanges), err
	}
	var changes []types.Parameter
	var wrong []error
	for _, name := range slices.Sorted(maps.Keys(values)) {
		value := values[name]
		p, err := o.change(known, name)
		if err != nil {
			wrong = append(wrong, &ParameterError{name, value, err})
			continue
		}
		if have := known[name]; nereid.ToString(have.Source) == "user" && nereid.ToString(have.ParameterValue) == value {
			continue
		}
		p.ParameterValue = &value
		changes = append(changes, p)
	}
	if wrong != nil {
		return new(ParameterChanges), errors.Join(wrong...)
	}
	return o.send(ctx, changes, set.modify)
}

func (o *ParameterOptions) reset(ctx context.Context, set *parameterSet, names []string) (*ParameterChanges, error) {
	known, err := set.read()
	if err != nil {
		return new(ParameterChanges), err
	}
	if len(names) == 0 {
		names = slices.Collect(maps.Keys(known))
	}
	var changes []types.Parameter
	var wrong []error
	for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
		if have, ok := known[name]; ok && nereid.ToString(have.Source) != "user" {
			continue
		}
		p, err := o.change(known, name)
		if err != nil {
			wrong = append(wrong, &ParameterError{Name: name, Err: err})
			continue
		}
		changes = append(changes, p)
	}
	if wrong != nil {
		return new(ParameterChanges), errors.Join(wrong...)
	}
	return o.send(ctx, changes, set.reset)
}

// change returns a parameter with its ApplyMethod, ready for a modify or reset call.
func (o *ParameterOptions) change(known map[string]types.Parameter, name string) (p types.Parameter, err error) {
	have, ok := known[name]
	switch {
	case !ok:
		return p, ErrNoParameter
	case have.IsModifiable != nil && !*have.IsModifiable:
		return p, ErrFixedParameter
	}
	method := types.ApplyMethodPendingReboot
	if !o.PendingReboot && strings.EqualFold(nereid.ToString(have.ApplyType), "dynamic") {
		method = types.ApplyMethodImmediate
	}
	return types.Parameter{ParameterName: &name, ApplyMethod: method}, nil
}

// send makes the calls for all changes.
func (o *ParameterOptions) send(ctx context.Context, changes []types.Parameter, call func(context.Context, []types.Parameter) error) (*ParameterChanges, error) {
	done := new(ParameterChanges)
	var refused []error
	for part := range slices.Chunk(changes, parametersPerCall) {
		wrong, err := o.sendPart(ctx, part, call, done)
		refused = append(refused, wrong...)
		if err != nil {
			return done, errors.Join(append(refused, err)...)
		}
	}
	return done, errors.Join(refused...)
}

// sendPart makes one call. If AWS rejects a parameter, sendPart repeats the call with each half of the
// parameters.
func (o *ParameterOptions) sendPart(ctx context.Context, part []types.Parameter, call func(context.Context, []types.Parameter) error, done *ParameterChanges) (refused []error, err error) {
	err = o.patiently(ctx, func() error { return call(ctx, part) })
	switch {
	case err == nil:
		done.Changed = append(done.Changed, part...)
		return nil, nil
	case nereid.CategoryOf(err) != nereid.ErrInvalidParameter:
		return nil, err
	case len(part) == 1:
		return []error{&ParameterError{nereid.ToString(part[0].ParameterName), nereid.ToString(part[0].ParameterValue), err}}, nil
	}
	for _, half := range [][]types.Parameter{part[:len(part)/2], part[len(part)/2:]} {
		wrong, err := o.sendPart(ctx, half, call, done)
		refused = append(refused, wrong...)
		if err != nil {
			return refused, err
		}
	}
	return refused, nil
}

// remove deletes a group. It succeeds if the group does not exist.
func (o *ParameterOptions) remove(ctx context.Context, group string, call func() error) error {
	if strings.HasPrefix(strings.ToLower(group), defaultPrefix) {
		return call() // AWS always rejects this: a repetition is pointless
	}
	err := o.patiently(ctx, call)
	if parameterGroups.IsNotFound(err) {
		return nil
	}
	return err
}

// patiently repeats a call while AWS rejects it because of the state of the group. If the context
// ends, the error also has the last rejection.
func (o *ParameterOptions) patiently(ctx context.Context, call func() error) error {
	const pause = 10 * time.Second
	end := time.Now().Add(o.Patience)
	err := call()
	for nereid.CategoryOf(err) == nereid.ErrInvalidState && !time.Now().Add(pause).After(end) {
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
		}
		if ctx.Err() != nil {
			return fmt.Errorf("%w, after %w", context.Cause(ctx), err)
		}
		next := call()
		if next != nil && ctx.Err() != nil {
			return fmt.Errorf("%w, after %w", next, err)
		}
		err = next
	}
	return err
}
