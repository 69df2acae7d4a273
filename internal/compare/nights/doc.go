// Command nights simulates nights of programs that use Nereid, in virtual time, and looks for lies.
//
//	go run ./internal/compare/nights -seed 1 -nights 10000 -table # draw nights, judge them, and list what was drawn
//	go run ./internal/compare/nights -replay file.json            # run one plan again
//	go run ./internal/compare/nights -sabotage -nights 1000       # on code that is broken on purpose
//	go run ./internal/compare/nights -symptoms -against 65c4e07 -nights 2500
//	go run ./internal/compare/nights -subject sdk                 # with aws-sdk-go-v2 as the client
//	go run ./internal/compare/nights -subject unsure              # with one that knows nothing
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
// had findings once. A run with findings ends with a status that is not zero.
//
// # The budget of unknown outcomes
//
// The budget is for calls with at most one lost answer, while descriptions lag by up to 20 seconds and
// nothing else is in the way, neither a deadline nor trouble with credentials, nor keys that expired
// together with a clock that is wrong, which take two attempts. It is for every
// operation but those that must not be repeated, and those whose recipe says in its member doubt which
// rule leaves the outcome open:
//
//   - A description does not tell when the resource was made: groups, endpoints, global clusters,
//     copies and instances (rule 5 of docs/reliability.md).
//   - The effect takes longer than a call looks: failovers, the removal from a global cluster, and the
//     rename of a global cluster.
//   - AWS shows a cluster as before while it takes the final snapshot (rule 7).
//
// Without another actor no outcome may be unknown. With another actor, who acts on the same resource
// between 90 seconds before the call and its end, at most 2 % may be. Outcomes for which more than one
// answer was lost have no budget, and a call without a lost answer whose outcome is unknown is a
// finding. Of about 13,000 such calls in ten thousand nights 0.9 % were unknown, and
// 1.9 % of those that lost an answer. The rest of those are unknown by the rules, because what another
// actor did looks like what the call did: both stop an instance, and one asks for a snapshot first; both
// modify or rename the same resource; a role is to be removed from what is being stopped.
//
// # What the oracle leaves out
//
//   - A creation that another actor asked for with the same members, while its description has no time yet
//     (exports and snapshots of instances): the very same thing, which is counted apart. So is everything
//     that rule 5 counts apart.
//   - A refusal with the not-found code of another kind of resource after an effect that shows later than
//     30 seconds, for which a call looks. AWS was seen to lag by 20; 45 are drawn to see what
//     calls make of it.
//   - Without a Date that counts, clocks differ by at most three minutes in all, because calls allow for
//     four (rule 5). AWS refuses signatures that are off by more than five; the fake does so from 15 on.
//   - The order of two things at the same moment, and the client's own pauses, are left to chance, so that
//     a finding may need several runs of its seed to show again.
package main
