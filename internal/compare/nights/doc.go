// Command nights simulates nights of programs that use Nereid, in virtual time, and looks for lies.
//
//	go run ./internal/compare/nights -seed 1 -nights 1000         # draw nights and judge them
//	go run ./internal/compare/nights -replay file.json            # run one plan again
//	go run ./internal/compare/nights -against 65c4e07 -nights 500 # the same on older code
//	go run ./internal/compare/nights -sabotage                    # on code that is broken on purpose
//	go run ./internal/compare/nights -subject sdk                 # with aws-sdk-go-v2 as the client
//
// A night is drawn from a seed as a [Plan]: the steps of a program, which are calls, waits and the
// example programs, and the events that happen to it: faults of the network before and after the
// service acts, in each phase of a connection, proxies, throttling, maintenance, descriptions that
// lag, clocks that are wrong, credentials that expire, fail or hang, other actors, interruptions and
// failing middleware. The network is the Transport and the Server of net/http over connections in
// memory; the service is nereidtest.
//
// Afterwards the oracle compares what each step reported with the journal of what the service did. It
// knows nothing of how the client decides. What it reports is a [Finding]: a false success, a false
// failure, something done twice, a step that ran past its deadline or did not end, an outcome that was
// called unknown although it need not be, a leak of a goroutine or a secret. The plan of a finding
// is reduced to the fewest events with which it shows, and printed as JSON. The plans in testdata/corpus
// had findings once.
package main
