package nereidtest

import (
	"cmp"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A volume describes the storage of a standalone instance, or of each instance in a Multi-AZ DB
// cluster.
type volume struct {
	engine, kind     string // kind is the storage type
	sizeGB           int32
	iops, throughput *int32 // as requested; nil for the storage type's baseline
	limitGB          *int32 // limit of automatic growth
}

// volumeOf returns the storage of a new standalone instance.
func volumeOf(engine string, in *createDBInstanceInput) *volume {
	kind := "gp3"
	if in.Iops != nil {
		kind = "io1"
	}
	return &volume{engine, deref(in.StorageType, kind), *in.AllocatedStorage, in.Iops, in.StorageThroughput, in.MaxAllocatedStorage}
}

// volume returns the storage of the instance.
func (i *instance) volume() volume {
	d := &i.db
	return volume{*d.Engine, deref(d.StorageType, "gp3"), *d.AllocatedStorage, d.Iops, d.StorageThroughput, d.MaxAllocatedStorage}
}

func isInstanceStorage(s string) bool { return oneOf(s, "standard", "gp2", "gp3", "io1", "io2") }

// provisioned reports whether the storage has Provisioned IOPS.
func (v *volume) provisioned() bool { return oneOf(v.kind, "io1", "io2") }

// striped returns the minimum size, in GiB, of gp3 storage that AWS stripes across several volumes
// for the engine. Smaller gp3 storage has fixed IOPS and throughput.
func (v *volume) striped() int32 {
	switch {
	case strings.HasPrefix(v.engine, "oracle-"):
		return 200
	case strings.HasPrefix(v.engine, "sqlserver-"):
		return 0
	}
	return 400
}

// fixed reports whether the storage has fixed IOPS and throughput, which a request cannot change.
func (v *volume) fixed() bool {
	return !v.provisioned() && (v.kind != "gp3" || v.sizeGB < v.striped())
}

// hasIOPS reports whether AWS requires both the size and the IOPS in each change of the storage.
func (v *volume) hasIOPS() bool { return v.provisioned() || v.kind == "gp3" && !v.fixed() }

// performance returns the IOPS and the throughput that Describe responses show. For gp3 storage,
// they are the baseline values unless other values were requested.
func (v *volume) performance() (iops, throughput *int32) {
	switch {
	case v.kind == "gp3":
	case v.provisioned():
		return v.iops, nil
	default:
		return nil, nil
	}
	if v.striped() == 0 || v.fixed() {
		return setting(v.iops, 3000), setting(v.throughput, 125)
	}
	return setting(v.iops, 12000), setting(v.throughput, 500)
}

// sizes returns the minimum and maximum size in GiB that AWS documents for the engine and the
// storage type.
func (v *volume) sizes() (least, most int32) {
	sqlServer := strings.HasPrefix(v.engine, "sqlserver-")
	least, most = 20, 65536
	if sqlServer {
		most = 16384
	}
	switch v.kind {
	case "io1", "io2":
		least = 100
	case "standard":
		least, most = 5, 3072
		switch {
		case sqlServer:
			least, most = 20, 1024
		case strings.HasPrefix(v.engine, "oracle-"):
			least = 10
		}
	}
	return least, most
}

// check checks the storage against the rules that AWS documents. The messages are AWS's, as
// reported by users, except for the message about the throughput.
func (v *volume) check() error {
	if !isInstanceStorage(v.kind) {
		return apiError("StorageTypeNotSupported", "Invalid storage type: %s", shorten(v.kind))
	}
	least, most := v.sizes()
	iops := deref(v.iops, 0)
	switch {
	case v.sizeGB < least, v.sizeGB > most:
		return invalidCombination("Invalid storage size for engine name %s and storage type %s: %d", v.engine, v.kind, v.sizeGB)
	case v.provisioned() && iops == 0, v.kind == "gp3" && v.iops != nil && iops == 0:
		return invalidCombination("The storage type %s requires iops to be specified.", v.kind)
	case v.kind == "gp3" && v.fixed() && (v.iops != nil || v.throughput != nil):
		return invalidCombination("You can't specify IOPS or storage throughput for engine %s and a storage size less than %d.", v.engine, v.striped())
	case v.kind != "gp3" && v.throughput != nil:
		return invalidCombination("Invalid storage throughput value for engine name %s and storage type %s: %d", v.engine, v.kind, *v.throughput)
	case v.limitGB != nil && *v.limitGB <= v.sizeGB:
		return invalidCombination("Max storage size must be greater than storage size")
	case v.limitGB != nil && *v.limitGB < grown(v.sizeGB):
		return invalidCombination("The maximum allocated storage must be increased by at least 10 percent.")
	}
	return v.checkPerformance()
}

// grown returns the size increased by 10 percent and rounded up to a whole GiB.
func grown(sizeGB int32) int32 { return sizeGB + (sizeGB+9)/10 }

// checkPerformance checks that the IOPS, the throughput, and the ratio of IOPS to size are within
// the documented ranges.
func (v *volume) checkPerformance() error {
	sqlServer := v.striped() == 0
	var least, most, slowest, fastest int32
	switch {
	case v.provisioned() && sqlServer:
		least, most = 1000, 64000
	case v.provisioned():
		least, most = 1000, 256000
	case v.kind == "gp3" && sqlServer:
		least, most, slowest, fastest = 3000, 16000, 125, 1000
	case v.kind == "gp3":
		least, most, slowest, fastest = 12000, 64000, 500, 4000
	}
	if n := v.iops; n != nil && (*n < least || *n > most) {
		return invalidCombination("Invalid iops value for engine name %s and storage type %s: %d", v.engine, v.kind, *n)
	}
	if n := v.throughput; n != nil && (*n < slowest || *n > fastest) {
		return invalidCombination("Invalid storage throughput value for engine name %s and storage type %s: %d", v.engine, v.kind, *n)
	}
	low, high := 0.5, 50.0
	switch {
	case v.iops == nil || !v.provisioned() && v.kind != "gp3":
		return nil
	case v.kind == "gp3" && sqlServer:
		high = 500
	case v.kind == "gp3":
		low, high = 0, 500
	case v.kind == "io2":
		high = 1000
	}
	if sqlServer && v.provisioned() {
		low = 1
	}
	if ratio := float64(*v.iops) / float64(v.sizeGB); ratio < low || ratio > high {
		return invalidCombination("Invalid iops to storage (GB) ratio for engine name %s and storage type %s: %.4f", v.engine, v.kind, ratio)
	}
	return nil
}

// changed returns the storage after a modification. It returns an error if the request lacks a
// parameter that AWS requires, or if the resulting storage is invalid. If the storage type changes,
// the previous IOPS and throughput are dropped.
func (v volume) changed(in *modifyDBInstanceInput) (*volume, error) {
	have := v
	v.kind, v.sizeGB = deref(in.StorageType, v.kind), deref(in.AllocatedStorage, v.sizeGB)
	retyped := v.kind != have.kind
	switch noSize, noIOPS := in.AllocatedStorage == nil, in.Iops == nil; {
	case !in.changesStorage():
	case have.hasIOPS() && (noSize || noIOPS && !v.fixed()):
		return nil, invalidCombination("You must specify both the storage size and iops when modifying the storage size or iops on a DB instance that has iops.")
	case retyped && v.hasIOPS() && (noIOPS || noSize && v.kind == "gp3"):
		return nil, invalidCombination("The storage type %s requires iops to be specified.", v.kind)
	}
	if retyped || v.fixed() {
		v.iops, v.throughput = nil, nil
	}
	assign(&v.iops, in.Iops)
	assign(&v.throughput, in.StorageThroughput)
	if oneOf(v.kind, "gp2", "standard") && deref(v.iops, 0) == 0 {
		v.iops = nil
	}
	switch least := grown(have.sizeGB); {
	case v.sizeGB < have.sizeGB:
		return nil, invalidValue("Invalid storage size for engine name %s: %d. The storage of an instance cannot shrink.", v.engine, v.sizeGB)
	case v.sizeGB == have.sizeGB || v.sizeGB >= least:
	case strings.HasPrefix(v.engine, "sqlserver-"):
		return nil, invalidCombination("The allocated storage must be increased by at least 10 percent.")
	default:
		v.sizeGB = least
	}
	if limit := in.MaxAllocatedStorage; limit != nil {
		v.limitGB = limit
		if *limit == v.sizeGB {
			v.limitGB = nil // turns automatic growth off
		}
	}
	return &v, v.check()
}

// changesStorage reports whether the request changes storage settings other than the limit for
// automatic growth.
func (in *modifyDBInstanceInput) changesStorage() bool {
	return in.AllocatedStorage != nil || in.Iops != nil || in.StorageThroughput != nil || in.StorageType != nil
}

// differences compares the storage v with the storage have. It returns each setting of v that
// differs, and nil for each setting that does not.
func (v *volume) differences(have *volume) (kind *string, sizeGB, iops *int32) {
	if v.kind != have.kind {
		kind = &v.kind
	}
	if v.sizeGB != have.sizeGB {
		sizeGB = &v.sizeGB
	}
	if v.iops != nil && *v.iops != deref(have.iops, 0) {
		iops = v.iops
	}
	return kind, sizeGB, iops
}

// optimizing is the status of an instance after its storage has changed.
const optimizing = "storage-optimization"

// storageRest is the time that AWS requires between two changes of an instance's storage.
const storageRest = 6 * time.Hour

// pendStorage adds the storage changes in a request to the pending changes.
func (i *instance) pendStorage(p *rdstypes.PendingModifiedValues, in *modifyDBInstanceInput) error {
	if !in.changesStorage() && in.MaxAllocatedStorage == nil {
		return nil
	}
	have := i.volume()
	v, err := have.changed(in)
	if err != nil {
		return err
	}
	p.StorageType, p.AllocatedStorage, p.Iops = v.differences(&have)
	if v.throughput != nil && *v.throughput != deref(have.throughput, 0) {
		p.StorageThroughput = v.throughput
	}
	if stores(p) && !i.storageSince.IsZero() && i.region.now.Before(i.storageSince.Add(storageRest)) {
		return invalidCombination("You can't currently modify the storage of this DB instance because the previous storage change is being optimized.")
	}
	return nil
}

// stores reports whether the pending changes include a storage change.
func stores(p *rdstypes.PendingModifiedValues) bool {
	return p.AllocatedStorage != nil || p.Iops != nil || p.StorageThroughput != nil || p.StorageType != nil
}

// takeStorage applies the pending storage changes.
func (i *instance) takeStorage(p *rdstypes.PendingModifiedValues) {
	v, d := i.volume(), &i.db
	kind := deref(p.StorageType, v.kind)
	retyped := kind != v.kind
	v.kind, v.sizeGB = kind, deref(p.AllocatedStorage, v.sizeGB)
	if retyped || v.fixed() {
		v.iops, v.throughput = nil, nil
	}
	d.StorageType, d.AllocatedStorage = &v.kind, &v.sizeGB
	d.Iops, d.StorageThroughput = cmp.Or(p.Iops, v.iops), cmp.Or(p.StorageThroughput, v.throughput)
}

// licensesOf returns the license models that standalone instances of an engine can have, with the
// default first.
func licensesOf(engine string) []string {
	switch engine {
	case "oracle-ee", "oracle-ee-cdb":
		return []string{"bring-your-own-license"}
	case "oracle-se2", "oracle-se2-cdb":
		return []string{"license-included", "bring-your-own-license"}
	}
	if strings.HasPrefix(engine, "db2-") {
		return []string{"bring-your-own-license", "marketplace-license"}
	}
	return []string{licenseOf(engine)}
}

// checkLicense checks the license model of a new instance, if one is given.
func checkLicense(engine string, license *string) error {
	valid := licensesOf(engine)
	if license == nil || oneOf(*license, valid...) {
		return nil
	}
	return invalidCombination("Invalid license model '%s' for engine '%s'. Valid license models are: %s",
		shorten(*license), engine, strings.Join(valid, ","))
}
