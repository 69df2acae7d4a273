package flow

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/page"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/internal/wait"
)

// A Copy copies a source snapshot to a target snapshot, unless the target
// snapshot already exists. In, Out, Item and Opt are pointer types, as in
// package describe.
type Copy[In, Out any, Item comparable, Opt any] struct {
	Describe describe.Operation[In, Out, Opt]
	Core     func(Opt) *operation.Options
	Resource *wait.Resource
	Options  []func(Opt)

	// From names the source and To names the target. Both are inputs of the
	// describe operation. Region is the source's region. It may be "" if the
	// source is named by an ARN or is in the client's region.
	From, To In
	Region   string

	Begin func(context.Context) (Item, error)                        // requests the copy
	Wait  func(ctx context.Context, left time.Duration) (Out, error) // waits until the target is available
	Look  func(Item) Snapshot

	// The results of Run. Source and Target are the last descriptions of the
	// source snapshot and the target snapshot. Err is the error that the copy
	// request returned, or nil.
	Source, Target Item
	Copied         bool
	Err            error
}

// A Snapshot holds what a Copy needs from the description of a snapshot.
type Snapshot struct {
	ARN, CopyOf *string
	Taken       *time.Time
}

// SnapshotType returns the SnapshotType to set in a describe call for the
// snapshot with this name or ARN, or nil to set none. If RDS took the snapshot,
// its name begins with rds:. If AWS Backup took it, its name begins with
// awsbackup:.
func SnapshotType(id string) *string {
	parts := strings.SplitN(id, ":", 7)
	name := id
	if parts[0] == "arn" {
		name = parts[len(parts)-1]
	}
	switch {
	case strings.HasPrefix(name, "rds:"):
		return nereid.String("automated")
	case strings.HasPrefix(name, "awsbackup:"):
		return nereid.String("awsbackup")
	}
	return nil
}

// Run describes the target snapshot. If the target does not exist, Run requests
// the copy. If the target exists, Run checks that it is a copy of the source
// snapshot. Run then waits until the target is available.
func (c *Copy[In, Out, Item, Opt]) Run(ctx context.Context, maxWait time.Duration) error {
	switch {
	case c.id(c.From) == "":
		return errors.New("the source of the copy is empty")
	case c.id(c.To) == "":
		return errors.New("the target of the copy is empty")
	}
	if err := CheckWait(maxWait); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, maxWait)
	defer cancel()
	started := time.Now()
	var none Item
	if err := c.lookAtTarget(ctx); err != nil {
		return err
	}
	step := c.check
	if c.Target == none {
		step = c.request
	}
	if err := step(ctx); err != nil {
		return err
	}
	out, err := c.Wait(ctx, maxWait-time.Since(started))
	if err == nil {
		if item, ok := c.Resource.First(out).(Item); ok {
			c.Target = item
		}
	}
	return err
}

func (c *Copy[In, Out, Item, Opt]) id(params In) string {
	return nereid.ToString(page.String(params, c.Resource.ID))
}

// lookAtTarget describes the target, if it exists.
func (c *Copy[In, Out, Item, Opt]) lookAtTarget(ctx context.Context) (err error) {
	c.Target, err = c.find(ctx, c.To, "")
	return err
}

// find describes a snapshot, in the client's region if region is "". It returns
// the zero Item if the snapshot does not exist.
func (c *Copy[In, Out, Item, Opt]) find(ctx context.Context, params In, region string) (item Item, err error) {
	var out Out
	err = withKeys(ctx, func() (err error) {
		out, err = c.Describe(ctx, params, append(slices.Clip(c.Options), func(o Opt) {
			if region != "" {
				c.Core(o).Region = region
			}
		})...)
		return err
	})
	switch {
	case err == nil:
		item, _ = c.Resource.First(out).(Item)
	case c.Resource.IsNotFound(err):
		err = nil
	}
	return item, err
}

// request sends the copy request. If the service rejects the request because
// the target exists, or if the outcome is unknown, request describes the target
// several times, because Describe responses may not show it yet.
func (c *Copy[In, Out, Item, Opt]) request(ctx context.Context) error {
	var item Item
	err := withKeys(ctx, func() (err error) {
		item, err = c.Begin(ctx)
		return err
	})
	if err == nil {
		c.Copied, c.Target = true, item
		return nil
	}
	c.Err = err
	var unknown *nereid.OutcomeUnknownError
	if !errors.As(err, &unknown) && nereid.CategoryOf(err) != nereid.ErrAlreadyExists {
		return err
	}
	var none Item
	for _, pause := range [...]time.Duration{0, time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 15 * time.Second} {
		if sleepErr := retry.Sleep(ctx, pause); sleepErr != nil {
			break
		}
		if lookErr := c.lookAtTarget(ctx); lookErr == nil && c.Target != none {
			return c.check(ctx)
		}
	}
	return err
}

// check returns nil if the target is a copy of the source.
func (c *Copy[In, Out, Item, Opt]) check(ctx context.Context) error {
	source, target := c.id(c.From), c.Look(c.Target)
	from := nereid.ToString(target.CopyOf)
	if from != "" && !recovery.SameName(source, from) {
		return c.another("a copy of " + from)
	}
	var none Item
	if c.Source == none {
		region := c.Region
		page.Member(c.From, "SnapshotType").Set(reflect.ValueOf(SnapshotType(source)))
		if of := recovery.RegionOf(source); of != "" {
			page.Member(c.From, "IncludeShared").Set(reflect.ValueOf(nereid.Bool(true)))
			if region == "" {
				region = of
			}
		}
		found, err := c.find(ctx, c.From, region)
		switch {
		case err != nil:
			return c.unknown(fmt.Errorf("the source cannot be described: %w", err))
		case found == none:
			return c.unknown(errors.New("the source no longer exists, so it is unknown whether the target is a copy of it"))
		}
		c.Source = found
	}
	original := c.Look(c.Source)
	switch {
	case from == "":
		return c.unknown(errors.New("the description of the target does not name its source"))
	case nereid.ToString(original.ARN) != "" && !recovery.SameName(*original.ARN, from):
		return c.another("a copy of " + from)
	case original.Taken == nil || target.Taken == nil:
		return c.unknown(errors.New("the descriptions of the source and the target have no time"))
	case !original.Taken.Equal(*target.Taken):
		return c.another(fmt.Sprintf("of %s, and the source is of %s", target.Taken.Format(time.RFC3339), original.Taken.Format(time.RFC3339)))
	}
	return nil
}

func (c *Copy[In, Out, Item, Opt]) another(what string) error {
	return fmt.Errorf("the target %s %w as another snapshot: it is %s", c.id(c.To), nereid.ErrAlreadyExists, what)
}

func (c *Copy[In, Out, Item, Opt]) unknown(why error) error {
	err := &nereid.OutcomeUnknownError{Err: why, Last: c.Err, LookAt: c.Resource.Noun + " " + c.id(c.To), Retryable: true}
	if nereid.IsServiceError(c.Err) {
		err.Refusal = c.Err.Error()
	}
	return err
}
