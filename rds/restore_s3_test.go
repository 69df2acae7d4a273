package rds_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

const ingestion = "arn:aws:iam::123456789012:role/ingestion"

func clusterFromS3(id string) *rds.RestoreDBClusterFromS3Input {
	return &rds.RestoreDBClusterFromS3Input{
		DBClusterIdentifier: &id, Engine: nereid.String("aurora-mysql"), MasterUsername: nereid.String("boss"), MasterUserPassword: nereid.String("hunter2hunter2"),
		S3BucketName: nereid.String("backups"), S3Prefix: nereid.String("shop/"), S3IngestionRoleArn: nereid.String(ingestion),
		SourceEngine: nereid.String("mysql"), SourceEngineVersion: nereid.String("8.0.28"),
	}
}

func instanceFromS3(id string) *rds.RestoreDBInstanceFromS3Input {
	return &rds.RestoreDBInstanceFromS3Input{
		DBInstanceIdentifier: &id, DBInstanceClass: nereid.String("db.r6g.large"), Engine: nereid.String("mysql"), AllocatedStorage: nereid.Int32(100),
		MasterUsername: nereid.String("boss"), ManageMasterUserPassword: nereid.Bool(true),
		S3BucketName: nereid.String("backups"), S3IngestionRoleArn: nereid.String(ingestion),
		SourceEngine: nereid.String("mysql"), SourceEngineVersion: nereid.String("8.0.32"),
	}
}

// A backup in S3 becomes an Aurora MySQL cluster or a MySQL instance, with the settings of the
// request.
func TestRestoreFromS3(t *testing.T) {
	server := nereidtest.NewServer(t, nereidtest.WithClock(*at("2026-03-01T12:00:00Z")))
	client := rds.NewFromConfig(server.Config())
	c := clusterFromS3("Shop")
	c.BackupRetentionPeriod, c.Port, c.StorageEncrypted = nereid.Int32(7), nereid.Int32(3307), nereid.Bool(true)
	c.EngineVersion = nereid.String("8.0.mysql_aurora.3.08.1")
	made, err := client.RestoreDBClusterFromS3(t.Context(), c)
	if err != nil || *made.DBCluster.Status != "creating" || len(made.DBCluster.DBClusterMembers) != 0 {
		t.Fatalf("%v, %v", made, err)
	}
	own, err := client.RestoreDBInstanceFromS3(t.Context(), instanceFromS3("own"))
	if err != nil || *own.DBInstance.DBInstanceStatus != "creating" || *own.DBInstance.MasterUserSecret.SecretStatus != "creating" {
		t.Fatalf("%v, %v", own, err)
	}
	server.Advance(time.Hour)
	clusters, err := client.DescribeDBClusters(t.Context(), &rds.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("shop")})
	if err != nil {
		t.Fatal(err)
	}
	if c := clusters.DBClusters[0]; *c.Status != "available" || *c.Engine != "aurora-mysql" || *c.EngineVersion != "8.0.mysql_aurora.3.08.1" ||
		*c.Port != 3307 || *c.BackupRetentionPeriod != 7 || !*c.StorageEncrypted || *c.MasterUsername != "boss" {
		t.Errorf("%+v", c)
	}
	instances, err := client.DescribeDBInstances(t.Context(), dbInstance("own"))
	if err != nil {
		t.Fatal(err)
	}
	if i := instances.DBInstances[0]; *i.DBInstanceStatus != "available" || *i.Engine != "mysql" || *i.Endpoint.Port != 3306 ||
		*i.AutoMinorVersionUpgrade || *i.MasterUserSecret.SecretStatus != "active" {
		t.Errorf("%+v", i)
	}
}

// A backup that AWS cannot restore is rejected, and creates nothing.
func TestRestoreFromS3Refused(t *testing.T) {
	server := nereidtest.NewServer(t)
	client := rds.NewFromConfig(server.Config())
	code := func(err error) string {
		var fault smithy.APIError
		if !errors.As(err, &fault) {
			return fmt.Sprint(err)
		}
		return fault.ErrorCode()
	}
	for _, test := range []struct {
		name   string
		change func(*rds.RestoreDBClusterFromS3Input)
		code   string
	}{
		{"another engine", func(in *rds.RestoreDBClusterFromS3Input) { in.Engine = nereid.String("aurora-postgresql") }, "InvalidParameterValue"},
		{"a backup of another engine", func(in *rds.RestoreDBClusterFromS3Input) { in.SourceEngine = nereid.String("mariadb") }, "InvalidParameterValue"},
		{"a backup of an old version", func(in *rds.RestoreDBClusterFromS3Input) { in.SourceEngineVersion = nereid.String("5.6.40") }, "InvalidParameterValue"},
		{"a version that is none", func(in *rds.RestoreDBClusterFromS3Input) { in.SourceEngineVersion = nereid.String("8") }, "InvalidParameterValue"},
		{"a version of another MySQL", func(in *rds.RestoreDBClusterFromS3Input) {
			in.SourceEngineVersion, in.EngineVersion = nereid.String("5.7.40"), nereid.String("8.0.mysql_aurora.3.08.1")
		}, "InvalidParameterCombination"},
		{"no such bucket", func(in *rds.RestoreDBClusterFromS3Input) { in.S3BucketName = nereid.String("No_Bucket") }, "InvalidS3BucketFault"},
		{"a role of another account", func(in *rds.RestoreDBClusterFromS3Input) {
			in.S3IngestionRoleArn = nereid.String(strings.Replace(ingestion, "123456789012", "210987654321", 1))
		}, "InvalidParameterValue"},
		{"two passwords", func(in *rds.RestoreDBClusterFromS3Input) { in.ManageMasterUserPassword = nereid.Bool(true) }, "InvalidParameterCombination"},
		{"no such group", func(in *rds.RestoreDBClusterFromS3Input) { in.DBClusterParameterGroupName = nereid.String("none") }, "DBClusterParameterGroupNotFound"},
	} {
		in := clusterFromS3("copy")
		test.change(in)
		if _, err := client.RestoreDBClusterFromS3(t.Context(), in); code(err) != test.code {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	for _, test := range []struct {
		name   string
		change func(*rds.RestoreDBInstanceFromS3Input)
		code   string
	}{
		{"another engine", func(in *rds.RestoreDBInstanceFromS3Input) { in.Engine = nereid.String("mariadb") }, "InvalidParameterValue"},
		{"a class without imports", func(in *rds.RestoreDBInstanceFromS3Input) { in.DBInstanceClass = nereid.String("db.t2.micro") }, "InvalidParameterCombination"},
		{"no such bucket", func(in *rds.RestoreDBInstanceFromS3Input) { in.S3BucketName = nereid.String("..") }, "InvalidS3BucketFault"},
		{"no role", func(in *rds.RestoreDBInstanceFromS3Input) { in.S3IngestionRoleArn = nereid.String("ingestion") }, "InvalidParameterValue"},
		{"no storage", func(in *rds.RestoreDBInstanceFromS3Input) { in.AllocatedStorage = nil }, "InvalidParameterValue"},
	} {
		in := instanceFromS3("copy")
		test.change(in)
		if _, err := client.RestoreDBInstanceFromS3(t.Context(), in); code(err) != test.code {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	server.Inject(nereidtest.Fault{Action: "RestoreDBInstanceFromS3", Code: "InvalidS3BucketFault"})
	_, err := client.RestoreDBInstanceFromS3(t.Context(), instanceFromS3("copy"))
	if fault := new(types.InvalidS3BucketFault); !errors.As(err, &fault) {
		t.Errorf("a missing bucket: %v", err)
	}
	if out, err := client.DescribeDBInstances(t.Context(), nil); err != nil || len(out.DBInstances) != 0 {
		t.Errorf("%v, %v", out, err)
	}
	if out, err := client.DescribeDBClusters(t.Context(), nil); err != nil || len(out.DBClusters) != 0 {
		t.Errorf("%v, %v", out, err)
	}
}

// A MySQL backup in S3 becomes an Aurora MySQL cluster.
func ExampleClient_RestoreDBClusterFromS3() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.RestoreDBClusterFromS3(context.Background(), &rds.RestoreDBClusterFromS3Input{
		DBClusterIdentifier:      nereid.String("imported"),
		Engine:                   nereid.String("aurora-mysql"),
		MasterUsername:           nereid.String("boss"),
		ManageMasterUserPassword: nereid.Bool(true),
		S3BucketName:             nereid.String("backups"),
		S3IngestionRoleArn:       nereid.String("arn:aws:iam::123456789012:role/ingestion"),
		SourceEngine:             nereid.String("mysql"),
		SourceEngineVersion:      nereid.String("8.0.28"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.DBClusterIdentifier, *out.DBCluster.Status)
	// Output: imported creating
}

// A MySQL backup in S3 becomes an instance that belongs to no cluster.
func ExampleClient_RestoreDBInstanceFromS3() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.RestoreDBInstanceFromS3(context.Background(), &rds.RestoreDBInstanceFromS3Input{
		DBInstanceIdentifier:     nereid.String("imported"),
		DBInstanceClass:          nereid.String("db.r6g.large"),
		AllocatedStorage:         nereid.Int32(100),
		Engine:                   nereid.String("mysql"),
		MasterUsername:           nereid.String("boss"),
		ManageMasterUserPassword: nereid.Bool(true),
		S3BucketName:             nereid.String("backups"),
		S3Prefix:                 nereid.String("2026-11-20/"),
		S3IngestionRoleArn:       nereid.String("arn:aws:iam::123456789012:role/ingestion"),
		SourceEngine:             nereid.String("mysql"),
		SourceEngineVersion:      nereid.String("8.0.32"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstance.DBInstanceIdentifier, *out.DBInstance.DBInstanceStatus)
	// Output: imported creating
}
