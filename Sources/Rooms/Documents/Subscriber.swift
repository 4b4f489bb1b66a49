import CRDT
import Transport

/// What one connection may do with a document, decided at the handshake and checked at every message.
package struct DocumentAccess: Sendable {
    /// Whether updates from the connection reach the engine. A locked document refuses them all the same.
    package var canWrite: Bool
    /// Whether the connection asked for `saved` (`&saved=1`).
    package var wantsSaved: Bool
    /// Whether the connection asked for `acknowledged` (`&acknowledge=1`).
    package var wantsAcknowledged: Bool

    /// Who is behind the connection: equal for all connections of one token. `nil`: not known to be anybody's.
    package var person: [UInt8]?

    /// The unit or other party the person writes for; `nil` when for none.
    package var party: String?

    /// Who the others are told the person is; `nil` leaves that to what the connection says.
    package var presented: PresentedPerson?

    /// What the person may still use up; `nil` gives the connection a budget of its own.
    package var budget: PersonBudget?

    package init(
        canWrite: Bool, wantsSaved: Bool = false, wantsAcknowledged: Bool = false, person: [UInt8]? = nil,
        party: String? = nil, presented: PresentedPerson? = nil, budget: PersonBudget? = nil
    ) {
        self.canWrite = canWrite
        self.wantsSaved = wantsSaved
        self.wantsAcknowledged = wantsAcknowledged
        self.person = person
        self.party = party
        self.presented = presented
        self.budget = budget
    }
}

/// Whether the updates of one connection are taken, and what it has been told about that. No I/O, no clock.
struct WriterStanding {
    /// How often a connection is asked what it has.
    private static let interval: Duration = .seconds(1)

    /// Why something was refused that it has and the document lacks. What it sends after that would wait for it, so
    /// nothing is taken until it has told everything anew.
    private(set) var behind: DropReason?
    /// Whether it has been told that it may not write.
    private(set) var knowsItIsDenied = false
    /// When it was last asked what it has, and whether it will be again.
    private var askedAt: ContinuousClock.Instant?
    private var isQuestionDue = false

    /// Something was refused.
    ///
    /// - Returns: whether to say so: it hears it once.
    mutating func deny() -> Bool {
        guard !knowsItIsDenied else { return false }
        knowsItIsDenied = true
        return true
    }

    /// There was no room for something that it has.
    mutating func fallBehind(because reason: DropReason) { behind = reason }

    /// It is asked for what was refused, and told again should that be refused again.
    mutating func isGivenAnotherChance() { knowsItIsDenied = false }

    /// Everything it has was taken. Told again should it be refused again: an acknowledgement would be taken for that
    /// of what was refused.
    mutating func catchUp() {
        guard behind != nil else { return }
        behind = nil
        knowsItIsDenied = false
    }

    /// How long to wait before it is asked what it has: zero is now; nil where it will be asked anyway.
    mutating func scheduleQuestion(at now: ContinuousClock.Instant) -> Duration? {
        guard !isQuestionDue else { return nil }
        let wait = askedAt.map { now.duration(to: $0 + Self.interval) } ?? .zero
        isQuestionDue = wait > .zero
        return max(.zero, wait)
    }

    mutating func questionIsNoLongerDue() { isQuestionDue = false }

    mutating func wasAsked(at now: ContinuousClock.Instant) { askedAt = now }
}

/// One connection in a document room, and what the room and its parts keep about it.
@ServiceLoop
final class Subscriber {
    let peer: any Peer
    var access: DocumentAccess

    /// How many messages with an update (sync step 2 or update) were taken from this connection.
    var taken: UInt64 = 0
    /// How many of them were already told to be durable.
    var acknowledged: UInt64 = 0
    /// Whether what it sends is taken.
    var standing = WriterStanding()
    let budget: PersonBudget
    /// What it said it has when it asked for the rest, and has not been told yet.
    var owedAnswer: StateVector?
    var isAnswerTimerSet = false
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

    /// Whether it reads fast enough to be sent `bytes` more now.
    func keepsUp(with bytes: Int, limit: Int) -> Bool {
        guard missesSince == nil else { return false }
        let queued = peer.queuedBytes
        // A large message behind others would be one too many for the transport, which then hangs up.
        return queued <= limit && (queued == 0 || queued + bytes <= 2 * limit)
    }
}
