package rds

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
)

// ShareSnapshotAPIClient is the client interface that [ShareSnapshot] uses.
type ShareSnapshotAPIClient interface {
	DescribeDBClusterSnapshotsAPIClient
	DescribeDBSnapshotsAPIClient
	ModifyDBClusterSnapshotAttribute(context.Context, *ModifyDBClusterSnapshotAttributeInput, ...func(*Options)) (*ModifyDBClusterSnapshotAttributeOutput, error)
	ModifyDBSnapshotAttribute(context.Context, *ModifyDBSnapshotAttributeInput, ...func(*Options)) (*ModifyDBSnapshotAttributeOutput, error)
}

// ShareSnapshotOptions are the options of [ShareSnapshot].
type ShareSnapshotOptions struct {
	// KeyManager returns the KeyManager of the KMS key with the given ARN: AWS or CUSTOMER. It usually
	// calls DescribeKey of KMS. If nil, ShareSnapshot does not check the key manager, because RDS does
	// not know it.
	KeyManager func(ctx context.Context, keyARN string) (string, error)

	// Client changes the options of the client for all calls.
	Client []func(*Options)
}

// A SharedSnapshot is the result of [ShareSnapshot].
type SharedSnapshot struct {
	// Accounts are the accounts that may now copy and restore the snapshot, including earlier ones, or
	// all.
	Accounts []string

	// KmsKeyID is the ARN of the key of an encrypted snapshot, and otherwise empty. The policy of the
	// key must allow the accounts to use it.
	KmsKeyID string
}

// A NotShareableError says why other accounts could not use a snapshot. ShareSnapshot then changed
// nothing.
type NotShareableError struct {
	// SnapshotARN is the ARN that the caller gave.
	SnapshotARN string
	// KmsKeyID is the key of an encrypted snapshot, or empty.
	KmsKeyID string
	// Reason says what prevents the use, and what to do.
	Reason string
}

// Error returns the snapshot and the reason.
func (e *NotShareableError) Error() string {
	return fmt.Sprintf("share snapshot %s: %s", e.SnapshotARN, e.Reason)
}

// ShareSnapshot allows accounts to copy and restore a manual snapshot of a cluster or an instance. The
// snapshot is given as its ARN. Each account is an ID with 12 digits, or all for every account.
//
// ShareSnapshot examines the snapshot and its key first. The error is a [*NotShareableError] if the
// accounts could not use the snapshot:
//
//   - The snapshot is automated. Copy it, and share the copy.
//   - The snapshot is not available.
//   - The snapshot is encrypted, and would be shared with all accounts.
//   - The snapshot is encrypted with an AWS managed key, according to the option KeyManager. Copy it
//     with another key, and share the copy.
//
// ShareSnapshot also succeeds if an account already has the permission.
func ShareSnapshot(ctx context.Context, client ShareSnapshotAPIClient, arn string, accounts []string, optFns ...func(*ShareSnapshotOptions)) (*SharedSnapshot, error) {
	var o ShareSnapshotOptions
	for _, f := range optFns {
		f(&o)
	}
	parts := strings.SplitN(arn, ":", 7)
	if len(parts) != 7 || parts[0] != "arn" || parts[2] != "rds" || parts[5] != "snapshot" && parts[5] != "cluster-snapshot" || parts[6] == "" {
		return nil, fmt.Errorf("share snapshot: %q is not a valid ARN of a snapshot", arn)
	}
	if len(accounts) == 0 {
		return nil, errors.New("share snapshot: no accounts")
	}
	for _, a := range accounts {
		if a != "all" && (len(a) != 12 || strings.Trim(a, "0123456789") != "") {
			return nil, fmt.Errorf("share snapshot: %q is not a valid account", a)
		}
	}
	ofCluster := parts[5] == "cluster-snapshot"
	s, err := lookAtSnapshot(ctx, client, arn, ofCluster, o.Client)
	if err != nil {
		return nil, err
	}
	refuse := func(format string, args ...any) (*SharedSnapshot, error) {
		return nil, &NotShareableError{SnapshotARN: arn, KmsKeyID: s.key, Reason: fmt.Sprintf(format, args...)}
	}
	switch {
	case s.kind != "manual":
		return refuse("its type is %q, not manual; copy it and share the copy", s.kind)
	case s.status != "available":
		return refuse("it is %s, not available", s.status)
	case s.encrypted && slices.Contains(accounts, "all"):
		return refuse("an encrypted snapshot cannot be shared with all accounts")
	}
	if s.encrypted && o.KeyManager != nil {
		switch manager, err := o.KeyManager(ctx, s.key); {
		case err != nil:
			return nil, fmt.Errorf("share snapshot %s: find the manager of its key: %w", arn, err)
		case strings.EqualFold(manager, "AWS"):
			return refuse("AWS manages its key %s, which no other account can use; copy the snapshot with another key and share the copy", s.key)
		}
	}
	shared := &SharedSnapshot{KmsKeyID: s.key}
	restore := nereid.String("restore")
	if ofCluster {
		out, err := client.ModifyDBClusterSnapshotAttribute(ctx, &ModifyDBClusterSnapshotAttributeInput{
			AttributeName: restore, DBClusterSnapshotIdentifier: &arn, ValuesToAdd: accounts,
		}, o.Client...)
		if err != nil {
			return nil, err
		}
		if r := out.DBClusterSnapshotAttributesResult; r != nil {
			for _, a := range r.DBClusterSnapshotAttributes {
				shared.Accounts = append(shared.Accounts, a.AttributeValues...)
			}
		}
		return shared, nil
	}
	out, err := client.ModifyDBSnapshotAttribute(ctx, &ModifyDBSnapshotAttributeInput{
		AttributeName: restore, DBSnapshotIdentifier: &arn, ValuesToAdd: accounts,
	}, o.Client...)
	if err != nil {
		return nil, err
	}
	if r := out.DBSnapshotAttributesResult; r != nil {
		for _, a := range r.DBSnapshotAttributes {
			shared.Accounts = append(shared.Accounts, a.AttributeValues...)
		}
	}
	return shared, nil
}

// A sharedSource is what ShareSnapshot must know about the snapshot.
type sharedSource struct {
	kind, status, key string
	encrypted         bool
}

func lookAtSnapshot(ctx context.Context, client ShareSnapshotAPIClient, arn string, ofCluster bool, optFns []func(*Options)) (s sharedSource, err error) {
	kind := flow.SnapshotType(arn)
	none := fmt.Errorf("share snapshot %s: the service does not describe it", arn)
	if ofCluster {
		out, err := client.DescribeDBClusterSnapshots(ctx, &DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &arn, SnapshotType: kind}, optFns...)
		if err != nil || len(out.DBClusterSnapshots) != 1 {
			return s, orError(err, none)
		}
		d := &out.DBClusterSnapshots[0]
		return sharedSource{nereid.ToString(d.SnapshotType), nereid.ToString(d.Status), nereid.ToString(d.KmsKeyId), nereid.ToBool(d.StorageEncrypted)}, nil
	}
	out, err := client.DescribeDBSnapshots(ctx, &DescribeDBSnapshotsInput{DBSnapshotIdentifier: &arn, SnapshotType: kind}, optFns...)
	if err != nil || len(out.DBSnapshots) != 1 {
		return s, orError(err, none)
	}
	d := &out.DBSnapshots[0]
	return sharedSource{nereid.ToString(d.SnapshotType), nereid.ToString(d.Status), nereid.ToString(d.KmsKeyId), nereid.ToBool(d.Encrypted)}, nil
}

func orError(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}
