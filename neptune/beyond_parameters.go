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

// defaultPrefix is the prefix of the names of default parameter groups, which AWS creates.
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
	// PendingReboot defers changes to dynamic parameters until the next reboot of each instance. By
	// default, changes to dynamic parameters take effect immediately. Changes to static parameters
	// always need a reboot.
	PendingReboot bool

	// Patience is how long to repeat a call that AWS rejects with
	// [types.InvalidDBParameterGroupStateFault]. The default is 5 minutes. A negative value means
	// that calls are not repeated. AWS rejects a reset of parameters for about 30 seconds after a
	// change of parameters. It rejects the deletion of a group for a few minutes after the last
	// cluster or instance switched to a different group.
	Patience time.Duration

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)
}

// ParameterChanges is the result of [ModifyParameters], [ModifyClusterParameters], [ResetParameters]
// and [ResetClusterParameters].
type ParameterChanges struct {
	// Changed are the parameters whose changes AWS accepted, sorted by name. Each has a
	// ParameterName and an ApplyMethod. It also has a ParameterValue, unless the parameter was
	// reset. Parameters that needed no change are not included.
	Changed []types.Parameter
}

// PendingReboot reports whether at least one change takes effect only when the instances reboot.
func (c *ParameterChanges) PendingReboot() bool {
	return slices.ContainsFunc(c.Changed, func(p types.Parameter) bool { return p.ApplyMethod == types.ApplyMethodPendingReboot })
}

// A ParameterError describes why a parameter cannot be changed.
type ParameterError struct {
	// Name is the parameter's name.
	Name string
	// Value is the requested value, or "" for a reset.
	Value string
	// Err is ErrNoParameter, ErrFixedParameter or the error that AWS returned.
	Err error
}

// Error returns the parameter's name and the reason. It omits the value, which can be long.
func (e *ParameterError) Error() string { return "parameter " + e.Name + ": " + e.Err.Error() }

// Unwrap returns e.Err.
func (e *ParameterError) Unwrap() error { return e.Err }

// The following errors are values of Err in a [ParameterError]. If one of these errors occurs, no
// parameter is changed.
var (
	// ErrNoParameter means that the parameter group has no parameter with the given name.
	ErrNoParameter = errors.New("the parameter group has no such parameter")
	// ErrFixedParameter means that the parameter cannot be modified.
	ErrFixedParameter = errors.New("the parameter cannot be modified")
)

// ModifyParameters sets parameters of an instance parameter group. The keys of values are the
// names of the parameters.
//
// ModifyParameters first reads the group's parameters, and skips a parameter if a user has already
// set it to the requested value. It sends the other parameters, at most 20 in each call, because
// AWS does not accept more. Changes to dynamic parameters take effect immediately. Changes to
// static parameters take effect when an instance reboots.
//
// ModifyParameters changes nothing if a parameter does not exist in the group or cannot be
// modified. If AWS rejects a value, it rejects the whole call, and its message may not name the
// parameter. ModifyParameters then repeats the call with fewer parameters until it has found the
// rejected parameters. It changes all other parameters. The error contains a [*ParameterError] for
// each parameter that cannot be changed; errors.As finds the first one. The result is not nil even
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

// ResetParameters resets the named parameters of an instance parameter group to their defaults. If
// names is empty, it resets all parameters that a user changed. In all other respects, it works
// like [ModifyParameters].
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

// DeleteParameterGroup deletes an instance parameter group. If AWS rejects the deletion because it
// considers the group in use, DeleteParameterGroup repeats the call for up to
// [ParameterOptions].Patience. It also succeeds if the group does not exist.
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

// ParameterGroupFamily returns the parameter group family of an engine version: neptune1.4 for
// versions 1.4.x, neptune1.3 for 1.3.x, neptune1.2 for 1.2.x, and neptune1 for 1.0.x and 1.1.x. A
// parameter group works only with engine versions of its family. For versions later than 1.4.x, the
// result is a guess that follows this pattern; [Client.DescribeDBEngineVersions] returns the actual
// family.
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

// ParameterGroups yields the Neptune instance parameter groups that
// [Client.DescribeDBParameterGroups] lists with params, from all pages, except the default groups.
// An error ends the sequence. Nil params have the same effect as an empty input.
//
// DescribeDBParameterGroups also lists RDS and DocumentDB groups, and cannot filter by engine.
// ParameterGroups recognizes these groups by their family and skips them. To include these groups,
// set AnyEngine in [ListOptions]. To include the default groups, set DefaultGroups.
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

// listGroups yields the groups that o selects.
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

// A parameterSet accesses the parameters of an instance or cluster parameter group.
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

// read returns the group's parameters by name.
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

// change returns a parameter for a modify or reset call. It sets only the ParameterName and the
// ApplyMethod. known contains the group's current parameters, by name. The error is ErrNoParameter
// or ErrFixedParameter if the parameter cannot be changed.
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

// send sends all changes, at most parametersPerCall with each call.
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

// sendPart sends the given parameters in one call. If AWS rejects one of them, sendPart calls
// itself for each half of the parameters. refused contains a *ParameterError for each rejected
// parameter, and err is any other error.
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

// remove runs call, which deletes the group. If the group is a default group, which AWS never
// deletes, remove returns the result of a single call. Otherwise it uses o.patiently to repeat the
// call, and returns nil if the group does not exist.
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

// patiently runs call, and repeats it for up to o.Patience while AWS rejects it because of the
// group's state. If ctx is done, the error contains both ctx's cause and the last rejection.
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
