// Command nights simulates nights of programs that use Nereid, in virtual time,
// and looks for lies.
//
//	go run ./internal/compare/nights -seed 1 -nights 1000         # draw nights and judge them
//	go run ./internal/compare/nights -replay file.json            # run one plan again
//	go run ./internal/compare/nights -against 65c4e07 -nights 500 # the same on older code
//	go run ./internal/compare/nights -sabotage                    # on code that is broken on purpose
//	go run ./internal/compare/nights -subject sdk                 # with aws-sdk-go-v2 as the client
//
// A night is drawn from a seed as a [Plan]: the steps of a program, and the
// events that happen to it. Steps are calls, waits and the example programs.
// Events are faults of the network before and after the service acts, in each
// phase of a connection, proxies, throttling, maintenance, lagging
// descriptions, wrong clocks, credentials that expire, fail or hang, other
// actors, interruptions and failing middleware. The network is the Transport
// and the Server of net/http over connections in memory. The service is
// nereidtest.
//
// Afterwards the oracle compares the report of each step with the journal of
// the service. The oracle does not know how the client decides. It reports a
// [Finding] for a false success, a false failure, an effect that happened
// twice, a step that missed its deadline or did not end, an outcome that was
// unnecessarily called unknown, or a leak of a goroutine or a secret. The plan
// of a finding is reduced to the fewest events with which it occurs, and
// printed as JSON. The plans in testdata/corpus had findings once.
package main
