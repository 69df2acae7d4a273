package types

type DBCluster struct{}
