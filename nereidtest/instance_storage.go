package nereidtest

import "strings"

// storageTypeOf returns the storage type of a new instance that belongs to no cluster.
func storageTypeOf(in *createDBInstanceInput) string {
	if in.StorageType == nil && in.Iops != nil {
		return "io1"
	}
	return deref(in.StorageType, "gp3")
}

func isInstanceStorage(s string) bool { return oneOf(s, "standard", "gp2", "gp3", "io1", "io2") }

// storageSizes returns the smallest and the largest storage in GiB that AWS
// documents for an engine and a storage type.
func storageSizes(engine, storage string) (least, most int32) {
	sqlServer := strings.HasPrefix(engine, "sqlserver-")
	least, most = 20, 65536
	if sqlServer {
		most = 16384
	}
	switch storage {
	case "io1", "io2":
		least = 100
	case "standard":
		least, most = 5, 3072
		switch {
		case sqlServer:
			least, most = 20, 1024
		case strings.HasPrefix(engine, "oracle-"):
			least = 10
		}
	}
	return least, most
}

// checkStorage checks the storage of a new instance that belongs to no cluster.
func checkStorage(engine string, in *createDBInstanceInput) error {
	storage, size := storageTypeOf(in), *in.AllocatedStorage
	if !isInstanceStorage(storage) {
		return apiError("StorageTypeNotSupported", "Invalid storage type: %s", shorten(storage))
	}
	fixed := int32(400) // below this size gp3 has a fixed performance
	switch {
	case strings.HasPrefix(engine, "oracle-"):
		fixed = 200
	case strings.HasPrefix(engine, "sqlserver-"):
		fixed = 0
	}
	least, most := storageSizes(engine, storage)
	switch {
	case size < least, size > most:
		return invalidCombination("Invalid storage size for engine name %s and storage type %s: %d", engine, storage, size)
	case oneOf(storage, "io1", "io2") && in.Iops == nil:
		return invalidCombination("The storage type %s requires iops to be specified.", storage)
	case storage == "gp3" && size < fixed && (in.Iops != nil || in.StorageThroughput != nil):
		return invalidCombination("You can't specify IOPS or storage throughput for engine %s and a storage size less than %d.", engine, fixed)
	case in.MaxAllocatedStorage != nil && *in.MaxAllocatedStorage <= size:
		return invalidCombination("Max storage size must be greater than storage size")
	}
	return nil
}

// licensesOf returns the license models of an engine of instances that belong to
// no cluster, the default first.
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
