// Command nights checks that the results that Nereid's clients report are true,
// even in a bad night: the network fails, clocks are wrong, and other callers
// change the same resources. The command simulates such nights in virtual time.
//
//	go run ./internal/compare/nights -seed 1 -nights 10000 -table # run random nights, and print what they covered
//	go run ./internal/compare/nights -replay file.json            # run one plan again
//	go run ./internal/compare/nights -sabotage -nights 1000       # with code that is broken on purpose
//	go run ./internal/compare/nights -symptoms -against 65c4e07 -nights 2500 # with the client of an old revision
//	go run ./internal/compare/nights -subject sdk                 # with the client of aws-sdk-go-v2
//	go run ./internal/compare/nights -subject unsure              # with a client that reports every outcome as unknown
//
// A night is one run of a [Plan], which the command generates from a seed. A plan has steps and
// events. The steps are calls, waits and runs of the example programs. The events are network
// faults before and after the service acts, in each phase of a connection; slow connections;
// responses of proxies, throttling and maintenance pages; wrong clocks; credentials that expire, or
// whose retrieval fails or hangs; actions of other callers; interruptions; and failing middleware.
// Describe responses may lag during the whole night. The network consists of the Transport and the
// Server of net/http with connections in memory, and the service is nereidtest.
//
// Afterwards the oracle compares the result of each step with the journal,
// which records what the service did. The oracle uses no code of the client. It
// reports a [Finding] for a false success, a false failure, an effect that
// happened twice, a step that ran past its deadline or did not end, an outcome
// that was reported as unknown without need, and a leak of a goroutine or a
// secret. The command then removes the events that the finding does not depend
// on, and prints the rest of the plan as JSON. If there are findings, it exits
// with a status other than zero. The plans in testdata/corpus once had
// findings.
//
// # Limits on unknown outcomes
//
// After a lost response, a client may report that the outcome of a call is unknown. The oracle
// limits how often this may happen. A limit applies to a call if it had at most one fault, for
// example a lost response, and if Describe responses lagged by at most 20 seconds. No limit applies
// in these cases:
//
//   - The call had a deadline.
//   - The credentials provider had a fault, or returned the same keys until
//     they expired.
//   - The service rejected one attempt because of expired keys and another
//     because of a wrong clock. After that, only one attempt is left.
//   - The call creates a resource, and the Date headers are missing or wrong.
//   - The operation must not be repeated.
//   - docs/reliability.md permits an unknown outcome of the operation. The
//     reason is in the field doubt of the type variant.
//
// There are three reasons for which docs/reliability.md permits an unknown
// outcome:
//
//   - Describe responses do not show when the resource was created. This is so for groups,
//     endpoints, global clusters, copies and instances.
//   - The effect takes longer than RecoveryTime. This is so for failovers, the
//     removal from a global cluster, and the rename of a global cluster.
//   - While AWS takes the final snapshot of a cluster, Describe responses show the cluster as
//     before.
//
// If no other caller acts on the resource, the limit is 0: no outcome may be
// unknown. If another caller acts on it during the call or at most 90 seconds
// before the call, the limit is 2 % of such calls. In ten thousand nights,
// there were about 13,000 calls with another caller. The outcome was unknown
// for 0.9 % of them, and for 1.9 % of those that lost a response. When the
// outcome was unknown, the call and the other caller made similar changes: both
// stopped the same instance, and one of them also asked for a snapshot; both
// modified or renamed the same resource; or one removed a role from a cluster
// that the other was stopping.
//
// After two or more lost responses, any number of outcomes may be unknown. If a
// call lost no response, an unknown outcome is a finding.
//
// # What the oracle leaves out
//
//   - Another caller creates a resource with the same members, and Describe responses cannot show
//     which of the two creations succeeded (docs/reliability.md, "What is not promised"). The
//     oracle counts these calls in Counts.Apart.
//   - Two things happen together: Describe responses lag by more than RecoveryTime, which is 30
//     seconds, and the service rejects a repetition with the not-found code of another resource
//     type. The client then reports a failure although the call had its effect. In some nights
//     Describe responses lag by 45 seconds, but the longest lag seen with AWS was 20 seconds.
//   - If responses have no correct Date, the client cannot measure how much the
//     clocks differ, and allows for four minutes. Therefore, the simulated
//     clocks differ by at most three minutes in this case. The fake rejects
//     signatures that are off by more than five minutes.
//
// The order of two events at the same time is random, and so are the client's
// pauses. To see a finding again, it may therefore be necessary to run its seed
// several times.
package main
