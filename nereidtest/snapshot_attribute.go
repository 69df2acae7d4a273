package nereidtest

import (
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// sharing contains the request parameters that decide whether a list of
// snapshots includes snapshots of other accounts.
type sharing struct {
	region         *region // of the calling account
	kind           string  // SnapshotType
	shared, public bool    // IncludeShared, IncludePublic
	lenient        bool    // an unknown identifier yields an empty list
}

// typeOf returns the snapshot type that the calling account sees. For a
// snapshot of another account, it is "shared" or "public". Otherwise, it is the
// value of the parameter own.
func (q sharing) typeOf(m *making, own string) string {
	switch {
	case m.region == q.region:
		return own
	case slices.Contains(m.restorers, q.region.account):
		return "shared"
	}
	return "public"
}

// keeps reports whether the list includes the snapshot, which may belong to
// another account. The parameter own is the snapshot type that the owner sees.
func (q sharing) keeps(m *making, own string) bool {
	public := slices.Contains(m.restorers, "all")
	foreign := m.region != q.region
	byName := foreign && slices.Contains(m.restorers, q.region.account)
	switch q.kind {
	case "":
		return !foreign || q.shared && byName || q.public && public
	case "shared":
		return byName
	case "public":
		return public
	}
	return !foreign && q.kind == own
}

// pageShared lists the region's snapshots and, if requested, snapshots shared
// by other accounts. If id is not nil, it lists only the snapshot with that
// identifier.
func pageShared[T item](of func(*region) *collection[T], s sharing, q query, id *string, keep func(T) bool, filters filters[T]) (page []T, marker *string, err error) {
	r := s.region
	own := of(r)
	var found []T
	for _, other := range r.regions {
		if other.name == r.name && other != r {
			found = append(found, of(other).seen()...)
		}
	}
	single := id != nil && !q.merge(own.kind.filter, *id)
	if !single {
		found = append(found, own.seen()...)
	}
	found = slices.DeleteFunc(found, func(x T) bool { return !keep(x) })
	key := func(x T) string {
		if b := x.base(); b.region != r {
			return b.arn()
		}
		return x.base().seenName()
	}
	if single {
		if x, err := own.findSeen(*id); err == nil {
			found = slices.DeleteFunc([]T{x}, func(x T) bool { return !keep(x) })
		} else {
			found = slices.DeleteFunc(found, func(x T) bool { return !strings.EqualFold(x.base().arn(), *id) })
			if len(found) == 0 && !s.lenient {
				return nil, nil, err
			}
		}
	}
	slices.SortFunc(found, func(a, b T) int { return strings.Compare(key(a), key(b)) })
	page, marker, err = list(q, found, key, filters)
	return page, marker, own.kind.noMatch(q, id, len(found), len(page), err)
}

// findShared finds a snapshot of this account by its name or ARN, or a snapshot
// shared by another account by its ARN.
func findShared[T interface {
	item
	sharedTo(account string) bool
}](r *region, of func(*region) *collection[T], id string) (T, error) {
	a, ok := parseARN(id)
	if !ok || a.account == r.account || a.region != r.name {
		return of(r).find(id)
	}
	x, err := of(r.regionOf(a.account, a.region)).find(id)
	if err == nil && !x.sharedTo(r.account) {
		var none T
		return none, of(r).kind.notFound.of(shorten(id))
	}
	return x, err
}

// share adds and removes accounts that may restore and copy a snapshot.
func (m *making) share(attribute string, add, remove []string, encrypted bool) error {
	if attribute != "restore" {
		return invalidValue("Invalid snapshot attribute %s", shorten(attribute))
	}
	var both []string
	for _, v := range add {
		if slices.Contains(remove, v) {
			both = append(both, v)
		}
	}
	if len(both) > 0 {
		return invalidCombination("A value may not appear in both the add list and remove list. [%s]", strings.Join(both, ", "))
	}
	values := slices.DeleteFunc(slices.Clone(m.restorers), func(v string) bool { return slices.Contains(remove, v) })
	for _, v := range add {
		if !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	accounts := len(values)
	if slices.Contains(values, "all") {
		accounts--
	}
	if limit := m.region.limits.SharedAccounts; reached(accounts-1, limit) {
		return apiError("SharedSnapshotQuotaExceeded", "A snapshot cannot be shared with more than %d accounts.", limit)
	}
	for _, v := range slices.Concat(add, remove) {
		if v != "all" && !isAccount(v) {
			return invalidValue("Invalid value for the attribute restore: %s. It must be the id of an account or all.", shorten(v))
		}
	}
	if encrypted && slices.Contains(add, "all") {
		return invalidValue("Encrypted snapshots cannot be shared with all accounts.")
	}
	m.restorers = values
	m.record(modified)
	return nil
}

type clusterSnapshotAttributesOutput struct {
	DBClusterSnapshotAttributesResult *rdstypes.DBClusterSnapshotAttributesResult
}

func (s *clusterSnapshot) attributes() *clusterSnapshotAttributesOutput {
	restore := "restore"
	return &clusterSnapshotAttributesOutput{&rdstypes.DBClusterSnapshotAttributesResult{
		DBClusterSnapshotIdentifier: &s.name,
		DBClusterSnapshotAttributes: []rdstypes.DBClusterSnapshotAttribute{{AttributeName: &restore, AttributeValues: listed(s.restorers)}},
	}}
}

// A describeDBClusterSnapshotAttributesInput is the input of
// [region.DescribeDBClusterSnapshotAttributes].
type describeDBClusterSnapshotAttributesInput struct {
	DBClusterSnapshotIdentifier *string `query:",required"`
}

// DescribeDBClusterSnapshotAttributes returns the accounts with which a cluster
// snapshot of this account is shared.
//
// Behavior:
//   - The only attribute is restore, which lists these accounts. If the
//     snapshot is private, the list is empty.
//   - Only manual snapshots have attributes.
func (r *region) DescribeDBClusterSnapshotAttributes(in *describeDBClusterSnapshotAttributesInput) (*clusterSnapshotAttributesOutput, error) {
	s, err := r.clusterSnapshots().find(*in.DBClusterSnapshotIdentifier)
	switch {
	case err != nil:
		return nil, err
	case *s.db.SnapshotType != "manual":
		return nil, s.stateError("only manual snapshots have attributes")
	}
	return s.attributes(), nil
}

// A modifyDBClusterSnapshotAttributeInput is the input of
// [region.ModifyDBClusterSnapshotAttribute].
type modifyDBClusterSnapshotAttributeInput struct {
	AttributeName               *string  `query:",required"`
	DBClusterSnapshotIdentifier *string  `query:",required"`
	ValuesToAdd                 []string `query:",item=AttributeValue"`
	ValuesToRemove              []string `query:",item=AttributeValue"`
}

// ModifyDBClusterSnapshotAttribute shares a cluster snapshot with other
// accounts, or stops sharing it.
//
// Behavior:
//   - The snapshot must be manual and available.
//   - A value is an account ID, or "all" for every account. An encrypted
//     snapshot cannot be shared with "all".
//   - A value must not be in both ValuesToAdd and ValuesToRemove.
//   - Removing the value "all" does not remove account IDs that were added
//     separately.
//   - A snapshot that is encrypted with the AWS managed key can be shared, but
//     other accounts cannot copy it.
func (r *region) ModifyDBClusterSnapshotAttribute(in *modifyDBClusterSnapshotAttributeInput) (*clusterSnapshotAttributesOutput, error) {
	s, err := r.clusterSnapshots().find(*in.DBClusterSnapshotIdentifier)
	switch {
	case err != nil:
		return nil, err
	case *s.db.SnapshotType != "manual":
		return nil, s.stateError("only manual snapshots can be shared")
	case s.status != "available":
		return nil, s.stateError("it is in the state " + s.status)
	}
	if err := s.share(*in.AttributeName, in.ValuesToAdd, in.ValuesToRemove, deref(s.db.StorageEncrypted, false)); err != nil {
		return nil, err
	}
	return s.attributes(), nil
}

type dbSnapshotAttributesOutput struct {
	DBSnapshotAttributesResult *rdstypes.DBSnapshotAttributesResult
}

func (s *dbSnapshot) attributes() *dbSnapshotAttributesOutput {
	restore := "restore"
	return &dbSnapshotAttributesOutput{&rdstypes.DBSnapshotAttributesResult{
		DBSnapshotIdentifier: &s.name,
		DBSnapshotAttributes: []rdstypes.DBSnapshotAttribute{{AttributeName: &restore, AttributeValues: listed(s.restorers)}},
	}}
}

// manualDBSnapshot finds a manual DB snapshot.
func (r *region) manualDBSnapshot(id string) (*dbSnapshot, error) {
	s, err := r.dbSnapshots().find(id)
	switch {
	case err != nil:
		return nil, err
	case *s.db.SnapshotType != "manual":
		return nil, invalidValue("The parameter DBSnapshotIdentifier is not a valid identifier.")
	}
	return s, nil
}

// A describeDBSnapshotAttributesInput is the input of
// [region.DescribeDBSnapshotAttributes].
type describeDBSnapshotAttributesInput struct {
	DBSnapshotIdentifier *string `query:",required"`
}

// DescribeDBSnapshotAttributes returns the accounts with which a DB snapshot is
// shared.
//
// Behavior:
//   - The only attribute is restore, which lists these accounts. If the
//     snapshot is private, the list is empty.
//   - The identifier of an automated snapshot is rejected as invalid.
func (r *region) DescribeDBSnapshotAttributes(in *describeDBSnapshotAttributesInput) (*dbSnapshotAttributesOutput, error) {
	s, err := r.manualDBSnapshot(*in.DBSnapshotIdentifier)
	if err != nil {
		return nil, err
	}
	return s.attributes(), nil
}

// A modifyDBSnapshotAttributeInput is the input of
// [region.ModifyDBSnapshotAttribute].
type modifyDBSnapshotAttributeInput struct {
	AttributeName        *string  `query:",required"`
	DBSnapshotIdentifier *string  `query:",required"`
	ValuesToAdd          []string `query:",item=AttributeValue"`
	ValuesToRemove       []string `query:",item=AttributeValue"`
}

// ModifyDBSnapshotAttribute shares a DB snapshot with other accounts, or stops
// sharing it.
//
// Behavior:
//   - The rules for ModifyDBClusterSnapshotAttribute apply.
//   - The identifier of an automated snapshot is rejected as invalid.
func (r *region) ModifyDBSnapshotAttribute(in *modifyDBSnapshotAttributeInput) (*dbSnapshotAttributesOutput, error) {
	s, err := r.manualDBSnapshot(*in.DBSnapshotIdentifier)
	switch {
	case err != nil:
		return nil, err
	case s.status != "available":
		return nil, s.stateError("it is in the state " + s.status)
	}
	if err := s.share(*in.AttributeName, in.ValuesToAdd, in.ValuesToRemove, deref(s.db.Encrypted, false)); err != nil {
		return nil, err
	}
	return s.attributes(), nil
}
