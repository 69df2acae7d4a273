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

// parametersPerCall is how many parameters AWS takes in one call.
const parametersPerCall = 20

// defaultPrefix begins the names of the parameter groups that AWS makes.
const defaultPrefix = "default."

// A ParametersAPIClient is what [ModifyParameters], [ResetParameters] and [DeleteParameterGroup] need
// of a client.
type ParametersAPIClient interface {
	DescribeDBParametersAPIClient
	ModifyDBParameterGroup(context.Context, *ModifyDBParameterGroupInput, ...func(*Options)) (*ModifyDBParameterGroupOutput, error)
	ResetDBParameterGroup(context.Context, *ResetDBParameterGroupInput, ...func(*Options)) (*ResetDBParameterGroupOutput, error)
	DeleteDBParameterGroup(context.Context, *DeleteDBParameterGroupInput, ...func(*Options)) (*DeleteDBParameterGroupOutput, error)
}

// A ClusterParametersAPIClient is what [ModifyClusterParameters], [ResetClusterParameters] and
// [DeleteClusterParameterGroup] need of a client.
type ClusterParametersAPIClient interface {
	DescribeDBClusterParametersAPIClient
	ModifyDBClusterParameterGroup(context.Context, *ModifyDBClusterParameterGroupInput, ...func(*Options)) (*ModifyDBClusterParameterGroupOutput, error)
	ResetDBClusterParameterGroup(context.Context, *ResetDBClusterParameterGroupInput, ...func(*Options)) (*ResetDBClusterParameterGroupOutput, error)
	DeleteDBClusterParameterGroup(context.Context, *DeleteDBClusterParameterGroupInput, ...func(*Options)) (*DeleteDBClusterParameterGroupOutput, error)
}

// ParameterOptions are the options of the functions that change parameters and delete parameter
// groups.
type ParameterOptions struct {
	// PendingReboot lets dynamic parameters wait for a reboot too. Without it their changes take
	// effect at once.
	PendingReboot bool

	// Patience is for how long a call is repeated that is refused with
	// [types.InvalidDBParameterGroupStateFault], by default 5 minutes; a negative one is none. AWS
	// refuses resets for about half a minute after a change, and deletions for some minutes after the
	// last instance or cluster was given another group.
	Patience time.Duration

	// ClientOptions change the options of the client for all calls.
	ClientOptions []func(*Options)
}

// ParameterChanges are what a call of [ModifyParameters] and the like changed.
type ParameterChanges struct {
	// Changed are the parameters that AWS accepted, in the order of their names: with ParameterName,
	// ApplyMethod, and ParameterValue unless they were reset. Parameters that had the value before
	// are not among them.
	Changed []types.Parameter
}

// PendingReboot reports whether a change waits for a reboot of the instances.
func (c *ParameterChanges) PendingReboot() bool {
	return slices.ContainsFunc(c.Changed, func(p types.Parameter) bool { return p.ApplyMethod == types.ApplyMethodPendingReboot })
}

// A ParameterError says which parameter cannot be changed, and why.
type ParameterError struct {
	Name  string
	Value string // that was asked for
	Err   error  // ErrNoParameter, ErrFixedParameter, or the refusal of AWS
}

// Error names the parameter. The value is not in it, as it may be long.
func (e *ParameterError) Error() string { return "parameter " + e.Name + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *ParameterError) Unwrap() error { return e.Err }

// Reasons of a [ParameterError] that are known before AWS is asked.
var (
	ErrNoParameter    = errors.New("the parameter group has no such parameter")
	ErrFixedParameter = errors.New("the parameter cannot be modified")
)

// ModifyParameters gives parameters of a parameter group for instances other values, by name.
//
// It reads the group first. A dynamic parameter takes effect at once, a static one at the next reboot
// of each instance. A parameter that a user gave this very value before is left out, as nothing would
// change. The others are sent in calls of 20 parameters, as many as AWS takes.
//
// If the group does not have one of the parameters, or it cannot be modified, nothing is sent. AWS
// refuses a call as a whole and does not always say why. Then the parameters of that call are sent
// again in smaller ones, until it is known which are refused; those that are not refused are changed.
// The error has a [ParameterError] for each parameter that is refused, for errors.As, joined if there
// are more. The changes are returned with an error too.
func ModifyParameters(ctx context.Context, client ParametersAPIClient, group string, values map[string]string, optFns ...func(*ParameterOptions)) (*ParameterChanges, error) {
	o := parameterOptions(optFns)
	return o.modify(ctx, instanceParameters(ctx, client, group, o.ClientOptions), values)
}

// ModifyClusterParameters gives parameters of a parameter group for clusters other values, in the way
// of [ModifyParameters].
func ModifyClusterParameters(ctx context.Context, client ClusterParametersAPIClient, group string, values map[string]string, optFns ...func(*ParameterOptions)) (*ParameterChanges, error) {
	o := parameterOptions(optFns)
	return o.modify(ctx, clusterParameters(ctx, client, group, o.ClientOptions), values)
}

// ResetParameters gives parameters of a parameter group for instances their defaults again: those with
// the names, or all that were changed if there are no names. It reads the group, chooses how a change
// takes effect and cuts into calls as [ModifyParameters] does.
func ResetParameters(ctx context.Context, client ParametersAPIClient, group string, names []string, optFns ...func(*ParameterOptions)) (*ParameterChanges, error) {
	o := parameterOptions(optFns)
	return o.reset(ctx, instanceParameters(ctx, client, group, o.ClientOptions), names)
}

// ResetClusterParameters gives parameters of a parameter group for clusters their defaults again, in
// the way of [ResetParameters].
func ResetClusterParameters(ctx context.Context, client ClusterParametersAPIClient, group string, names []string, optFns ...func(*ParameterOptions)) (*ParameterChanges, error) {
	o := parameterOptions(optFns)
	return o.reset(ctx, clusterParameters(ctx, client, group, o.ClientOptions), names)
}

// DeleteParameterGroup deletes a parameter group for instances, and repeats the call while AWS still
// counts the group as used, see Patience of [ParameterOptions]. A group that does not exist is a
// success.
func DeleteParameterGroup(ctx context.Context, client ParametersAPIClient, group string, optFns ...func(*ParameterOptions)) error {
	o := parameterOptions(optFns)
	return o.remove(ctx, group, func() error {
		_, err := client.DeleteDBParameterGroup(ctx, &DeleteDBParameterGroupInput{DBParameterGroupName: &group}, o.ClientOptions...)
		return err
	})
}

// DeleteClusterParameterGroup deletes a parameter group for clusters, in the way of
// [DeleteParameterGroup].
func DeleteClusterParameterGroup(ctx context.Context, client ClusterParametersAPIClient, group string, optFns ...func(*ParameterOptions)) error {
	o := parameterOptions(optFns)
	return o.remove(ctx, group, func() error {
		_, err := client.DeleteDBClusterParameterGroup(ctx, &DeleteDBClusterParameterGroupInput{DBClusterParameterGroupName: &group}, o.ClientOptions...)
		return err
	})
}

// ParameterGroupFamily returns the parameter group family of an engine version: neptune1.4 for all of
// 1.4, likewise for 1.2 and 1.3, and neptune1 for 1.0 and 1.1. A parameter group can be used with the
// versions of its family alone. Families of versions that AWS has not released are a guess in the same
// form; that of DescribeDBEngineVersions is a fact.
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

// ParameterGroups yields the parameter groups for instances that [Client.DescribeDBParameterGroups]
// lists with params, of all pages: those of Neptune that are not default ones. An error ends it. Nil
// params are empty ones.
//
// AWS lists the groups of RDS and DocumentDB as well, and has no filter against them. They are known
// by their family. AnyEngine of [ListOptions] yields them too, and DefaultGroups the default ones.
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

// ClusterParameterGroups yields the parameter groups for clusters that
// [Client.DescribeDBClusterParameterGroups] lists with params, in the way of [ParameterGroups].
func ClusterParameterGroups(ctx context.Context, client DescribeDBClusterParameterGroupsAPIClient, params *DescribeDBClusterParameterGroupsInput, optFns ...func(*ListOptions)) iter.Seq2[types.DBClusterParameterGroup, error] {
	o := listOptions(optFns)
	in := valueOf(params)
	return listGroups(&o, func(g *types.DBClusterParameterGroup) (name, family *string) {
		return g.DBClusterParameterGroupName, g.DBParameterGroupFamily
	}, func() iter.Seq2[types.DBClusterParameterGroup, error] {
		return NewDescribeDBClusterParameterGroupsPaginator(client, &in, o.paginator).All(ctx, o.ClientOptions...)
	})
}

// listGroups yields the groups that the options ask for.
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

// A parameterSet is a parameter group of either kind.
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

// change returns a parameter with the method by which a change of it takes effect.
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

// send makes the calls for the changes.
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

// sendPart makes one call. If AWS does not like a parameter, it sends each half alone.
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

// remove deletes a group.
func (o *ParameterOptions) remove(ctx context.Context, group string, call func() error) error {
	if strings.HasPrefix(strings.ToLower(group), defaultPrefix) {
		return call() // which is refused, today and tomorrow
	}
	err := o.patiently(ctx, call)
	if parameterGroups.IsNotFound(err) {
		return nil
	}
	return err
}

// patiently repeats a call while the state of the group stands in its way. If the context ends, the
// error has the last refusal too.
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
