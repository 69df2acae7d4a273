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
	// KeyManager returns who manages the KMS key with the given ARN: AWS or CUSTOMER. An
	// implementation usually calls the KMS operation DescribeKey, whose response contains this
	// value. If KeyManager is nil, ShareSnapshot does not check who manages the key, because the
	// RDS API does not show this.
	KeyManager func(ctx context.Context, keyARN string) (string, error)

	// Client changes the client's options for all calls.
	Client []func(*Options)
}

// A SharedSnapshot is the result of [ShareSnapshot].
type SharedSnapshot struct {
	// Accounts are the IDs of all accounts that may now copy and restore the snapshot, including
	// accounts that already had permission. The value "all" means every account.
	Accounts []string

	// KmsKeyID is the ARN of the snapshot's KMS key, or empty if the snapshot is not encrypted. The
	// key's policy must allow the accounts to use the key.
	KmsKeyID string
}

// A NotShareableError reports that [ShareSnapshot] did not share a snapshot, because other accounts
// could not use it.
type NotShareableError struct {
	// SnapshotARN is the ARN that was passed to ShareSnapshot.
	SnapshotARN string
	// KmsKeyID is the snapshot's KMS key, or empty if the snapshot is not encrypted.
	KmsKeyID string
	// Reason says why other accounts could not use the snapshot and, if possible, what to do
	// instead.
	Reason string
}

// Error returns a message with the snapshot's ARN and the reason.
func (e *NotShareableError) Error() string {
	return fmt.Sprintf("share snapshot %s: %s", e.SnapshotARN, e.Reason)
}

// ShareSnapshot allows accounts to copy and restore a manual cluster or instance snapshot, which is
// identified by its ARN. Each account is a 12-digit account ID. The value "all" means every account.
//
// ShareSnapshot checks the snapshot and its KMS key first. It returns a [*NotShareableError] if the
// accounts could not use the snapshot, for one of these reasons:
//
//   - The snapshot is automated. Copy it, and share the copy.
//   - The snapshot is not available.
//   - The snapshot is encrypted, and accounts contains the value "all".
//   - The snapshot is encrypted with an AWS managed key, according to the option KeyManager. Copy it
//     with another key, and share the copy.
//
// ShareSnapshot also succeeds if an account already has permission.
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

// A sharedSource is the part of a snapshot's description that ShareSnapshot checks.
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
