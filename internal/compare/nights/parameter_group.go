package main

import "net/url"

// A parameterList holds the name, the value and the apply method of each
// parameter.
type parameterList [][3]string

// parameterGroupRecipes returns the recipes for the operations on cluster
// parameter groups if infix is "Cluster", and on instance parameter groups if
// infix is "". The argument what is the resource type.
func parameterGroupRecipes(infix, what string) []recipe {
	group := "DB" + infix + "ParameterGroup"
	id, target, description := group+"Name", "Target"+group+"Identifier", "Target"+group+"Description"
	change := parameterList{{"neptune_query_timeout", "9999", "pending-reboot"}}
	other := map[string]string{"Parameters.Parameter.1.ParameterValue": "8888"}
	return []recipe{
		{op: "Create" + group, service: "neptune", effect: identity, resource: what, key: []string{id}, variants: []variant{
			{members: members{id: "%", "DBParameterGroupFamily": "neptune1.4", "Description": "ours"}, other: map[string]string{"Description": "theirs"}, doubt: noBirth},
		}},
		{op: "Copy" + group, service: "neptune", effect: identity, resource: what, key: []string{target}, variants: []variant{
			{members: members{target: "%", "Source" + group + "Identifier": "default.neptune1.4", description: "ours"}, other: map[string]string{description: "theirs"}, doubt: noBirth},
		}},
		{op: "Delete" + group, service: "neptune", effect: state, resource: what, key: []string{id}, atOnce: true, variants: []variant{
			{members: members{id: "%"}, prepare: what},
			{name: "missing", members: members{id: "%"}},
		}},
		{op: "Modify" + group, service: "neptune", effect: settings, resource: what, key: []string{id}, again: true, variants: []variant{
			{members: members{id: "%", "Parameters": change}, prepare: what, other: other},
		}},
		{op: "Reset" + group, service: "neptune", effect: settings, resource: what, key: []string{id}, again: true, variants: []variant{
			{members: members{id: "%", "ResetAllParameters": true}, prepare: what},
		}},
	}
}

// undoGroup returns requests that another caller sends to undo a change to a
// parameter group.
func undoGroup(infix, name string) []url.Values {
	group := "DB" + infix + "ParameterGroup"
	return []url.Values{
		{"Action": {"Delete" + group}, group + "Name": {name}},
		{"Action": {"Create" + group}, group + "Name": {name}, "DBParameterGroupFamily": {"neptune1.3"}, "Description": {"theirs"}},
	}
}
