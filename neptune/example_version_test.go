package neptune_test

import (
	"context"
	"fmt"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
)

// The example lists the versions to which an older cluster can be upgraded.
func ExampleClient_DescribeDBEngineVersions() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.DescribeDBEngineVersions(context.Background(), &neptune.DescribeDBEngineVersionsInput{
		Engine:        nereid.String("neptune"),
		EngineVersion: nereid.String("1.4.6.3"),
	})
	if err != nil || len(out.DBEngineVersions) == 0 {
		fmt.Println("there is no such version", err)
		return
	}
	for _, target := range out.DBEngineVersions[0].ValidUpgradeTarget {
		fmt.Println(*target.EngineVersion, *target.IsMajorVersionUpgrade)
	}
	// Output:
	// 1.4.7.0 false
	// 1.4.7.1 false
}

// The example lists the options for new instances of a class.
func ExampleNewDescribeOrderableDBInstanceOptionsPaginator() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	options := neptune.NewDescribeOrderableDBInstanceOptionsPaginator(client, &neptune.DescribeOrderableDBInstanceOptionsInput{
		Engine:          nereid.String("neptune"),
		EngineVersion:   nereid.String("1.4.7.1"),
		DBInstanceClass: nereid.String("db.r8g.large"),
	})
	for option, err := range options.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*option.DBInstanceClass, *option.StorageType, *option.SupportsGlobalDatabases)
	}
	// Output:
	// db.r8g.large aurora true
	// db.r8g.large aurora-iopt1 true
}
