import CRDT
import Transport

/// One connection in a document room, and what the room keeps about it.
@ServiceLoop
final class Subscriber {
    let peer: any Peer
    var access: DocumentAccess

    /// How many messages with an update (sync step 2 or update) were taken from this connection.
    var taken: UInt64 = 0
    /// How many of them were already told to be durable.
    var acknowledged: UInt64 = 0
    /// Whether it has been told that it may not write, so that it hears it once.
    var knowsItIsDenied = false
    /// Why something was refused that it has and the document lacks. What it sends after that would wait for it, so
    /// nothing is taken until it has told everything anew.
    var behind: DropReason?
    let budget: PersonBudget
    /// What it said it has when it asked for the rest, and has not been told yet.
    var owedAnswer: StateVector?
    var isAnswerTimerSet = false
    /// When it was last asked what it has because something waits, and whether it will be again.
    var askedAt: ContinuousClock.Instant?
    var isQuestionDue = false
    /// Which of the room's `saved` messages it was sent last.
    var savedCount: UInt64 = 0
    /// Set while it reads too slowly to be sent each change: what it had been sent before.
    var missesSince: StateVector?
    var awarenessBudget: TokenBucket

    init(peer: any Peer, access: DocumentAccess, awarenessBudget: TokenBucket, budget: PersonBudget) {
        self.peer = peer
        self.access = access
        self.awarenessBudget = awarenessBudget
        self.budget = budget
    }
}
