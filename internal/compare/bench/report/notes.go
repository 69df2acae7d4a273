package main

// notes contains explanations of missed goals, by the ID of the goal.
// docs/benchmarks.md shows each explanation together with the goal and, if
// there is one, a CPU or memory profile. Each explanation was tested by
// removing the cause and measuring again.
var notes = map[string]string{
	"time of DescribeExportTasks, 100 tasks":   pages,
	"time of DescribeDBClusters, 100 clusters": pages,
	"binary": "The binary contains the call path, the codec and the signer (see below), and the parts of reflect and smithy-go that they need.\n" +
		"To reach a fifth, all code would have to be half as long. A program contains the faults of the operations that it calls. Each\n" +
		"operation adds only its shapes and some 600 bytes.",
	"build": "rds and neptune consist of shapes and, for each resource type, the types of a paginator and a waiter. A quarter of the\n" +
		"time goes to smithy-go, the imports of its HTTP transport, and the linker.",
	"init": "This library has no package initialization: the measured initialization is smithy-go's.",
}

const pages = "The profile has no peak: the time is spent on comparing element names, finding the ends of values, checking characters and\n" +
	"copying strings. The runtime's part is the memory of the output and garbage collection. The ratio varies from run to run."
