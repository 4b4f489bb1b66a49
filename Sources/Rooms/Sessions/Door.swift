import Storage
import Transport

/// Who waits at a session's door. A value: no I/O, no clock.
///
/// Room here is owned. A browser has one place: who knocks again stands where they stood, with what they wrote last. Who
/// has left the page, or has heard the answer, gives the place back. And what one network fills, it fills for itself: the
/// last tenth is for those that have few there.
struct Door {
    /// How long somebody who waits may not ask. A page asks every two seconds, one in the background once a minute.
    private static let patience: Duration = .seconds(300)
    /// How long an answer is kept for an asker who has heard it, or has not.
    private static let heard: Duration = .seconds(60)

    private let places: Places
    /// First first.
    private(set) var knocks: [Knock] = []

    init(places: Places) { self.places = places }

    var waiting: some Sequence<Knock> { knocks.lazy.filter { $0.answer == .waiting } }
    var waitingCount: Int { knocks.count { $0.answer == .waiting } }

    /// Puts somebody at the door, or changes what they wrote there.
    ///
    /// - Returns: the knock's id; nil where there is no room for this network.
    mutating func knock(_ knock: Knock, at now: ContinuousClock.Instant) -> String? {
        tidy(at: now)
        if let place = knocks.firstIndex(where: { $0.grant.tokenHash == knock.grant.tokenHash }) {
            switch knocks[place].answer {
            case .admitted: return knocks[place].id
            case .refused: knocks.remove(at: place)
            case .waiting:
                knocks[place].rewrite(as: knock, at: now)
                return knocks[place].id
            }
        }
        let held = knocks.count { $0.network == knock.network }
        guard places.hasOne(taken: knocks.count, heldByNetwork: held) else { return nil }
        var knock = knock
        knock.askedAt = now
        knocks.append(knock)
        return knock.id
    }

    /// Whether a browser with this token has a knock here; then the token is ours, though it opens nothing yet.
    func knows(_ tokenHash: [UInt8]) -> Bool { knocks.contains { $0.grant.tokenHash == tokenHash } }

    /// What became of a knock, told to its asker.
    mutating func answer(to id: String, at now: ContinuousClock.Instant) -> Knock.Answer? {
        guard let place = knocks.firstIndex(where: { $0.id == id }) else { return nil }
        if knocks[place].answer == .waiting { knocks[place].askedAt = now }
        return knocks[place].answer
    }

    /// - Returns: the knock that was answered; nil when nobody waits by that id any more.
    mutating func set(_ answer: Knock.Answer, _ id: String, at now: ContinuousClock.Instant) -> Knock? {
        guard let place = knocks.firstIndex(where: { $0.id == id }) else { return nil }
        knocks[place].answer = answer
        knocks[place].askedAt = now
        return knocks[place]
    }

    /// Those who knocked before a time, in milliseconds since 1970, stand here no more.
    mutating func removeAll(joinedBefore time: Int64) { knocks.removeAll { $0.participant.joinedAt < time } }

    /// Lets go of who left without a word, and of answers that were there to be heard.
    ///
    /// - Returns: whether those who wait are fewer.
    @discardableResult
    mutating func tidy(at now: ContinuousClock.Instant) -> Bool {
        let before = waitingCount
        knocks.removeAll { knock in
            let silence = knock.askedAt.map { now - $0 } ?? .zero
            return silence > (knock.answer == .waiting ? Self.patience : Self.heard)
        }
        return waitingCount < before
    }
}

extension Knock {
    /// The same person, who wrote something else.
    fileprivate mutating func rewrite(as other: Knock, at now: ContinuousClock.Instant) {
        let id = participant.id
        participant = other.participant
        participant.id = id
        grant = other.grant
        grant.participantID = id
        askedAt = now
    }
}
