package main

// endpointRecipes returns the recipes for the operations on cluster endpoints
// and subnet groups.
func endpointRecipes() []recipe {
	id, group := "DBClusterEndpointIdentifier", "DBSubnetGroupName"
	return []recipe{
		{op: "CreateDBClusterEndpoint", service: "neptune", effect: identity, resource: "endpoint", key: []string{id}, variants: []variant{
			{members: members{id: "%-end", "DBClusterIdentifier": "%", "EndpointType": "READER"}, prepare: "pair", other: map[string]string{"EndpointType": "ANY"}, doubt: noBirth},
		}},
		{op: "DeleteDBClusterEndpoint", service: "neptune", effect: state, resource: "endpoint", key: []string{id}, variants: []variant{
			{members: members{id: "%-end"}, prepare: "endpoint"},
		}},
		{op: "ModifyDBClusterEndpoint", service: "neptune", effect: settings, resource: "endpoint", key: []string{id, "EndpointType"}, again: true, variants: []variant{
			{members: members{id: "%-end", "EndpointType": "ANY"}, prepare: "endpoint", other: map[string]string{"EndpointType": "READER"}},
		}},
		{op: "CreateDBSubnetGroup", service: "neptune", effect: identity, resource: "subnet group", key: []string{group}, variants: []variant{
			{members: members{group: "%", "DBSubnetGroupDescription": "ours", "SubnetIds": subnets()}, other: map[string]string{"DBSubnetGroupDescription": "theirs"}, doubt: noBirth},
		}},
		{op: "DeleteDBSubnetGroup", service: "neptune", effect: state, resource: "subnet group", key: []string{group}, atOnce: true, variants: []variant{
			{members: members{group: "%"}, prepare: "subnet group"},
		}},
		{op: "ModifyDBSubnetGroup", service: "neptune", effect: settings, resource: "subnet group", key: []string{group, "DBSubnetGroupDescription"}, again: true, variants: []variant{
			{members: members{group: "%", "DBSubnetGroupDescription": "ours", "SubnetIds": subnets()}, prepare: "subnet group", other: map[string]string{"DBSubnetGroupDescription": "theirs"}},
		}},
	}
}

// sharingRecipes returns the recipes for the operations on snapshot attributes.
func sharingRecipes() []recipe {
	const attribute, friend, stranger = "AttributeName", "210987654321", "310987654321"
	shared := func(id string) members {
		return members{id: "%", attribute: "restore", "ValuesToAdd": []string{friend}}
	}
	other := map[string]string{"ValuesToAdd.AttributeValue.1": stranger}
	const cluster, db = "DBClusterSnapshotIdentifier", "DBSnapshotIdentifier"
	return []recipe{
		{op: "ModifyDBClusterSnapshotAttribute", effect: settings, resource: "snapshot", key: []string{cluster, attribute}, again: true, variants: []variant{
			{members: shared(cluster), prepare: "snapshot", other: other},
		}},
		{op: "ModifyDBSnapshotAttribute", service: "rds", effect: settings, resource: "db snapshot", key: []string{db, attribute}, again: true, variants: []variant{
			{members: shared(db), prepare: "db snapshot", other: other},
		}},
		{op: "ModifyDBSnapshot", service: "rds", effect: settings, resource: "db snapshot", key: []string{db, "OptionGroupName"}, again: true, variants: []variant{
			{members: members{db: "%", "OptionGroupName": "ours"}, prepare: "db snapshot", other: map[string]string{"OptionGroupName": "theirs"}},
		}},
	}
}

func subnets() []string { return []string{"subnet-a", "subnet-b"} }
