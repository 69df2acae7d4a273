package nereidtest

import (
	"slices"

	"github.com/nereid-go/nereid/neptune"
	neptunetypes "github.com/nereid-go/nereid/neptune/types"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// modifyDBCluster wants an available cluster. Settings of the control plane take
// effect at once. The name and the engine version are shown as pending: with
// ApplyImmediately while the cluster is renaming or upgrading, otherwise until the
// maintenance window, in which the same happens. Other settings put the cluster
// through modifying.
func (r *region) modifyDBCluster(in *neptune.ModifyDBClusterInput) (*clusterOutput, error) {
	c, err := r.cluster(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	if err := checkClusterSettings(in.BackupRetentionPeriod, in.Port, in.PreferredBackupWindow, in.PreferredMaintenanceWindow,
		in.StorageType, in.NetworkType); err != nil {
		return nil, err
	}
	scaling, err := scalingOf(c.engine(), in.ServerlessV2ScalingConfiguration)
	if err != nil {
		return nil, err
	}
	pending, err := r.pendingOf(c, in)
	if err != nil {
		return nil, err
	}
	if c.status != "available" {
		return nil, c.notAvailable()
	}

	d := &c.db
	busy := in.Port != nil || in.DBClusterParameterGroupName != nil || in.StorageType != nil || scaling != nil ||
		in.NetworkType != nil || in.MasterUserPassword != nil || in.VpcSecurityGroupIds != nil ||
		in.CloudwatchLogsExportConfiguration != nil ||
		deref(in.EnableIAMDatabaseAuthentication, *d.IAMDatabaseAuthenticationEnabled) != *d.IAMDatabaseAuthenticationEnabled
	assign(&d.IAMDatabaseAuthenticationEnabled, in.EnableIAMDatabaseAuthentication)
	assign(&d.BackupRetentionPeriod, in.BackupRetentionPeriod)
	assign(&d.CopyTagsToSnapshot, in.CopyTagsToSnapshot)
	assign(&d.DeletionProtection, in.DeletionProtection)
	assign(&d.PreferredBackupWindow, in.PreferredBackupWindow)
	assign(&d.PreferredMaintenanceWindow, lowerPtr(in.PreferredMaintenanceWindow))
	assign(&d.Port, in.Port)
	assign(&d.DBClusterParameterGroup, in.DBClusterParameterGroupName)
	assign(&d.NetworkType, in.NetworkType)
	assign(&d.ServerlessV2ScalingConfiguration, scaling)
	if in.StorageType != nil {
		d.StorageType = storageType(in.StorageType)
	}
	if in.VpcSecurityGroupIds != nil {
		d.VpcSecurityGroups = securityGroups(in.VpcSecurityGroupIds)
	}
	if logs := in.CloudwatchLogsExportConfiguration; logs != nil {
		on := append(slices.Clone(d.EnabledCloudwatchLogsExports), logs.EnableLogTypes...)
		slices.Sort(on)
		d.EnabledCloudwatchLogsExports = slices.DeleteFunc(slices.Compact(on), func(t string) bool {
			return slices.Contains(logs.DisableLogTypes, t)
		})
	}
	if pending != nil {
		c.addPending(pending)
		if deref(in.ApplyImmediately, false) {
			r.applyPending(c)
		} else {
			r.awaitWindow(c)
		}
	}
	if busy && c.status == "available" {
		r.enterFor(&c.lifecycle, "modifying", r.timings.ClusterModify, func() { r.enter(&c.lifecycle, "available") })
	}
	return &clusterOutput{r.describeCluster(c)}, nil
}

// assign sets what is given.
func assign[T any](to **T, given *T) {
	if given != nil {
		*to = given
	}
}

// pendingOf checks and collects what takes time to change, nil for nothing.
func (r *region) pendingOf(c *cluster, in *neptune.ModifyDBClusterInput) (*rdstypes.ClusterPendingModifiedValues, error) {
	var p rdstypes.ClusterPendingModifiedValues
	some := false
	if in.NewDBClusterIdentifier != nil {
		name, err := newName("NewDBClusterIdentifier", *in.NewDBClusterIdentifier, 63)
		if err != nil {
			return nil, err
		}
		if other := r.clusters[name]; other != nil && other != c {
			return nil, &neptunetypes.DBClusterAlreadyExistsFault{Message: message("DB Cluster already exists: %s", name)}
		}
		if name != c.name {
			p.DBClusterIdentifier, some = &name, true
		}
	}
	if v := in.EngineVersion; v != nil && *v != *c.db.EngineVersion {
		if err := checkUpgrade(c.engine(), *c.db.EngineVersion, *v, in.AllowMajorVersionUpgrade); err != nil {
			return nil, err
		}
		if c.global != nil {
			return nil, clusterState("The engine version of DbCluster %s is changed by its global cluster %s.", c.name, c.global.name)
		}
		p.EngineVersion, some = v, true
	}
	if !some {
		return nil, nil //nolint:nilnil // nothing is pending
	}
	return &p, nil
}

func (c *cluster) addPending(p *rdstypes.ClusterPendingModifiedValues) {
	have := rdstypes.ClusterPendingModifiedValues{}
	if c.db.PendingModifiedValues != nil {
		have = *c.db.PendingModifiedValues
	}
	assign(&have.DBClusterIdentifier, p.DBClusterIdentifier)
	assign(&have.EngineVersion, p.EngineVersion)
	c.db.PendingModifiedValues = &have
}

// awaitWindow carries out what is pending in the next maintenance window. If the
// cluster is not available then, it waits for the one after.
func (r *region) awaitWindow(c *cluster) {
	at, _ := nextWindow(r.now, *c.db.PreferredMaintenanceWindow)
	r.agenda.add(at, func() {
		switch {
		case r.clusters[c.name] != c, c.db.PendingModifiedValues == nil:
		case c.status == "available":
			r.applyPending(c)
		default:
			r.awaitWindow(c)
		}
	})
}

// applyPending carries out what is pending.
func (r *region) applyPending(c *cluster) {
	p := c.db.PendingModifiedValues
	status, d := "renaming", r.timings.ClusterModify
	if p.EngineVersion != nil {
		status, d = "upgrading", r.timings.ClusterUpgrade
	}
	r.enterFor(&c.lifecycle, status, d, func() {
		if p.EngineVersion != nil {
			c.notef(maintenance, "Database cluster engine version has been upgraded.")
		}
		assign(&c.db.EngineVersion, p.EngineVersion)
		c.db.PendingModifiedValues = nil
		// The name may have been taken while the cluster was renaming.
		if name := deref(p.DBClusterIdentifier, ""); name != "" && r.clusters[name] == nil {
			delete(r.clusters, c.name)
			old := c.name
			c.name = name
			r.clusters[name] = c
			c.notef(notification, "Renamed cluster from %s to %s.", old, name)
		}
		r.enter(&c.lifecycle, "available")
	})
}
