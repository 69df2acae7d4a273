// Command nights simulates nights of programs that use Nereid, in virtual time, and looks for results
// that are not true.
//
//	go run ./internal/compare/nights -seed 1 -nights 10000 -table # draw nights, judge them, and list what happened
//	go run ./internal/compare/nights -replay file.json            # run one plan again
//	go run ./internal/compare/nights -sabotage -nights 1000       # with code that is broken on purpose
//	go run ./internal/compare/nights -symptoms -against 65c4e07 -nights 2500 # with the client of an old revision
//	go run ./internal/compare/nights -subject sdk                 # with the client of aws-sdk-go-v2
//	go run ./internal/compare/nights -subject unsure              # with a client that reports every outcome as unknown
//
// The command draws a [Plan] from the seed of a night. A plan has steps and events. The steps are
// calls, waits and runs of the example programs. The events are network faults before and after the
// service acts, in each phase of a connection; slow connections; responses of proxies, throttling and
// maintenance pages; wrong clocks; credentials that expire, fail or hang; actions of other callers; interruptions; and
// failing middleware. Descriptions may lag all night. The network consists of the Transport and the
// Server of net/http with connections in memory, and the service is nereidtest.
//
// Afterwards the oracle compares the result of each step with the journal of what the service did. The
// oracle uses no code of the client. It reports a [Finding] for a false success, a false failure, an
// effect that happened twice, a step that ran past its deadline or did not end, an outcome that was
// reported as unknown without need, and a leak of a goroutine or a secret. The command then removes
// the events without which the finding still shows, and prints the rest of the plan as JSON. With
// findings, it exits with a status other than zero. The plans in testdata/corpus once had findings.
//
// # The budget of unknown outcomes
//
// The budget applies to calls with at most one lost response, while
// descriptions lag by up to 20 seconds. It does not apply if the call had a
// deadline or trouble with credentials. Nor does it apply if the call had both
// expired keys and a wrong clock, because these cost two attempts. It does not
// apply to operations that must not be repeated either, nor to those whose
// outcome may be unknown by the rules of docs/reliability.md. The member doubt
// of their recipes gives the reason:
//
//   - Descriptions do not show when the resource was created: groups, endpoints, global clusters, copies
//     and instances.
//   - The effect takes longer than RecoveryTime: failovers, the removal from a global cluster, and the
//     rename of a global cluster.
//   - A cluster shows as before while AWS takes the final snapshot.
//
// Without another actor, no such outcome may be unknown. With another actor, at
// most 2 % may be; the other actor acts on the same resource at most 90 seconds
// before the call, or during the call. In ten thousand nights, there were about
// 13,000 such calls. The outcome was unknown for 0.9 % of them, and for 1.9 %
// of those that lost a response. In these cases the other effect looks like
// that of the call: both stop an instance, and one of them asks for a snapshot
// first; both modify or rename the same resource; or a role is removed from a
// cluster that is being stopped.
//
// Outcomes after two or more lost responses have no budget. An unknown outcome of a call that lost no
// response is a finding.
//
// # What the oracle leaves out
//
//   - Another actor creates a resource with the same members, and descriptions cannot show which of the
//     two creations it was (docs/reliability.md, "What is not promised"). The oracle counts these calls
//     in Counts.Apart.
//   - The effect shows after more than 30 seconds, which is RecoveryTime, and the service rejected a
//     repetition with the not-found code of another kind of resource. AWS was seen to lag by 20 seconds.
//     The nights also draw 45.
//   - Without a correct Date, clocks differ by at most three minutes, because calls allow for four. The
//     fake rejects signatures that are off by more than five minutes.
//
// The order of two events at the same moment and the client's own pauses are random. A finding may need
// several runs of its seed to show again.
package main
