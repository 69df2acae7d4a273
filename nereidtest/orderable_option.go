package nereidtest

import (
	"fmt"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// An orderable is a valid combination of settings for a new instance.
type orderable struct {
	release
	family  family
	class   string
	storage string
	key     string // sorts the list
}

// orderables returns the engine's combinations for which keep returns true,
// sorted by version and class.
func orderables(engine string, keep func(orderable) bool) (list []orderable) {
	n := 0
	for _, v := range releases(engine, func(v release) bool { return !isRetired(v.engine, v.version) }) {
		for _, f := range familiesOf(v.engine) {
			if !f.runs(v.engine, v.version) {
				continue
			}
			for _, size := range f.sizes {
				for _, storage := range storageOf(v.engine, v.version) {
					n++
					if o := (orderable{v, f, f.class(size), storage, fmt.Sprintf("%06d", n)}); keep(o) {
						list = append(list, o)
					}
				}
			}
		}
	}
	return list
}

// describeOrderable converts a combination to the shape that replies contain.
func (r *region) describeOrderable(o orderable) *rdstypes.OrderableDBInstanceOption {
	yes, no := true, false
	clustered := isEngine(o.engine) && !oneOf(o.engine, "mysql", "postgres")
	alone, rich, global := !clustered, !oneOf(o.engine, "neptune", "docdb"), o.family.inGlobal() && hasGlobal(o.engine, o.version)
	d := &rdstypes.OrderableDBInstanceOption{
		AvailabilityZoneGroup:             &r.name,
		DBInstanceClass:                   &o.class,
		Engine:                            &o.engine,
		EngineVersion:                     &o.version,
		LicenseModel:                      str(licenseOf(o.engine)),
		MultiAZCapable:                    &alone,
		OutpostCapable:                    &no,
		ReadReplicaCapable:                &alone,
		StorageType:                       &o.storage,
		SupportedEngineModes:              o.modes(),
		SupportedNetworkTypes:             []string{"IPV4"},
		SupportsClusters:                  &no,
		SupportsEnhancedMonitoring:        &rich,
		SupportsGlobalDatabases:           &global,
		SupportsHttpEndpoint:              &no,
		SupportsIAMDatabaseAuthentication: &yes,
		SupportsIops:                      &no,
		SupportsKerberosAuthentication:    &no,
		SupportsPerformanceInsights:       &rich,
		SupportsStorageAutoscaling:        &alone,
		SupportsStorageEncryption:         &yes,
		SupportsStorageThroughput:         &no,
		Vpc:                               &yes,
	}
	for _, zone := range r.zones() {
		d.AvailabilityZones = append(d.AvailabilityZones, rdstypes.AvailabilityZone{Name: str(zone)})
	}
	if alone {
		d.MinStorageSize, d.MaxStorageSize = setting(nil, int32(20)), setting(nil, int32(65536))
	}
	if o.storage == "io1" {
		d.SupportsIops, d.MinStorageSize = &yes, setting(nil, int32(100))
		d.MinIopsPerDbInstance, d.MaxIopsPerDbInstance = setting(nil, int32(1000)), setting(nil, int32(256000))
		d.MinIopsPerGib, d.MaxIopsPerGib = setting(nil, 0.5), setting(nil, 50.0)
	}
	return d
}

type describeOrderableDBInstanceOptionsOutput struct {
	Marker                     *string
	OrderableDBInstanceOptions []rdstypes.OrderableDBInstanceOption `query:",item=OrderableDBInstanceOption"`
}

// A describeOrderableDBInstanceOptionsInput is the input of
// [region.DescribeOrderableDBInstanceOptions].
type describeOrderableDBInstanceOptionsInput struct {
	Engine                                                                      *string  `query:",required"`
	Filters                                                                     []filter `query:",item=Filter"`
	AvailabilityZoneGroup, DBInstanceClass, EngineVersion, LicenseModel, Marker *string
	MaxRecords                                                                  *int32
	Vpc                                                                         *bool
}

// DescribeOrderableDBInstanceOptions lists the valid combinations of settings
// for new instances, sorted by version, class and storage type.
//
// Behavior:
//   - For an unknown engine, version or class, the list is empty, without an
//     error.
//   - If Vpc is false, the list is empty, because every combination is for
//     instances in a VPC.
//   - For Neptune, db.serverless requires at least version 1.2.0.1, and
//     aurora-iopt1 at least version 1.3.0.0.
//   - For instance classes that begin with db.r4, db.t or db.x2,
//     SupportsGlobalDatabases is false.
//   - Filters are not supported.
//   - A page can contain up to 1000 options. Pages of other lists contain up to
//     100 items.
//
// Each class is listed for all Availability Zones and versions. The list may
// therefore contain combinations that AWS does not offer.
func (r *region) DescribeOrderableDBInstanceOptions(in *describeOrderableDBInstanceOptionsInput) (*describeOrderableDBInstanceOptionsOutput, error) {
	found := orderables(*in.Engine, func(o orderable) bool {
		return (in.EngineVersion == nil || isVersion(o.engine, o.version, *in.EngineVersion)) &&
			(in.DBInstanceClass == nil || strings.EqualFold(*in.DBInstanceClass, o.class)) &&
			(in.LicenseModel == nil || *in.LicenseModel == licenseOf(o.engine)) &&
			(in.AvailabilityZoneGroup == nil || *in.AvailabilityZoneGroup == r.name) &&
			deref(in.Vpc, true)
	})
	page, marker, err := listUpTo(1000, query{in.Filters, in.Marker, in.MaxRecords}, found, func(o orderable) string { return o.key }, nil)
	if err != nil {
		return nil, err
	}
	return &describeOrderableDBInstanceOptionsOutput{marker, each(page, r.describeOrderable)}, nil
}
