import DequeModule
package import Storage
package import Transport

/// Somebody with the code who waits to be let in. Kept in memory only: who is still there after a restart knocks anew.
package struct Knock: Sendable {
    package enum Answer: String, Sendable, Codable, CaseIterable {
        case waiting, admitted, refused
    }

    /// Drawn at random; known to the one who waits, and to those who lead.
    package let id: String
    package internal(set) var participant: ParticipantRecord
    /// What the browser's token will open once the person is let in.
    package internal(set) var grant: GrantRecord
    /// Whose place at the door it takes.
    package let network: ClientNetwork
    package internal(set) var answer = Answer.waiting
    /// Counts those who came to the door.
    var arrival: UInt64 = 0
    /// Whether its asker has asked what became of it.
    var hasAsked = false
    /// When its asker last asked what became of it.
    var askedAt: ContinuousClock.Instant?

    package init(id: String, participant: ParticipantRecord, grant: GrantRecord, network: ClientNetwork) {
        self.id = id
        self.participant = participant
        self.grant = grant
        self.network = network
    }
}

/// Who waits at a session's door. A value: no I/O, no clock.
///
/// Room here is owned. A browser has one place: who knocks again stands where they stood, with what they wrote last.
/// Who has left the page, or was answered, gives the place back; the answer is kept for a while to be heard. And what
/// one network or its neighbourhood fills, it fills for itself: see ``Places``.
struct Door {
    /// How long somebody who waits may not ask. A page asks every two seconds, one in the background once a minute.
    private static let patience: Duration = .seconds(300)
    /// How long somebody who has not asked yet keeps the place when somebody else needs it: a page asks within two
    /// seconds, and whoever knocks for the sake of knocking never does.
    private static let firstAsking: Duration = .seconds(3)
    /// How often those who need a place look for who left without a word.
    private static let tidying: Duration = .seconds(1)
    /// How long an answer is kept for an asker who has heard it, or has not.
    private static let heard: Duration = .seconds(60)

    private let places: Places
    private var knocks: [String: Knock] = [:]
    /// By the token of their browser.
    private var ids: [[UInt8]: String] = [:]
    /// How many each network has waiting here.
    private var held: [ClientNetwork: Int] = [:]
    private var heldByNeighbourhood: [ClientNetwork: Int] = [:]
    private var arrivals: UInt64 = 0
    /// Those who knocked, first first; also of who has asked or left since.
    private var unasked: Deque<String> = []
    private var tidiedAt: ContinuousClock.Instant?
    private(set) var waitingCount = 0

    init(places: Places) { self.places = places }

    /// First first.
    var waiting: [Knock] {
        knocks.values.filter { $0.answer == .waiting }.sorted { $0.arrival < $1.arrival }
    }

    /// Those of the waiting whom to show where not all can be: from each neighbourhood its first, then from each its
    /// second, and within one in the same way by network; who sends a thousand there hides nobody else. Where there is
    /// room for all, first first.
    ///
    /// - Parameter name: letters that the name is to have in it, large or small; none for everybody.
    func shown(_ most: Int, named name: String = "") -> [Knock] {
        let name = name.lowercased()
        let found = waiting.filter { name.isEmpty || $0.participant.displayName.lowercased().contains(name) }
        guard found.count > most else { return found }
        let fair = inTurn(inTurn(found, by: \.network), by: \.network.neighbourhood)
        return Array(fair.prefix(most))
    }

    /// The first of each, then the second of each; among those, and within each, in the order in which they come.
    private func inTurn(_ knocks: [Knock], by part: (Knock) -> ClientNetwork) -> [Knock] {
        var seen: [ClientNetwork: Int] = [:]
        let ranked = knocks.enumerated().map { place, knock in
            defer { seen[part(knock), default: 0] += 1 }
            return (rank: seen[part(knock), default: 0], place: place, knock: knock)
        }
        return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.knock)
    }

    /// Puts somebody at the door, or changes what they wrote there.
    ///
    /// - Returns: the knock's id; nil where there is no room for this network.
    mutating func knock(_ knock: Knock, at now: ContinuousClock.Instant) -> String? {
        if let id = ids[knock.grant.tokenHash], let known = knocks[id] {
            switch known.answer {
            case .admitted: return id
            case .refused: remove(id)
            case .waiting:
                knocks[id]?.rewrite(as: knock, at: now)
                return id
            }
        }
        if !hasPlace(for: knock.network) {
            if tidiedAt.map({ now - $0 > Self.tidying }) ?? true { tidy(at: now) }
            if !hasPlace(for: knock.network) { removeFirstUnasked(at: now) }
        }
        guard hasPlace(for: knock.network) else { return nil }
        var knock = knock
        knock.askedAt = now
        arrivals += 1
        unasked.append(knock.id)
        knock.arrival = arrivals
        knocks[knock.id] = knock
        ids[knock.grant.tokenHash] = knock.id
        if knock.answer == .waiting { holdPlace(of: knock) }
        return knock.id
    }

    private func hasPlace(for network: ClientNetwork) -> Bool {
        places.hasOne(
            taken: waitingCount, heldByNetwork: held[network, default: 0],
            heldByNeighbourhood: heldByNeighbourhood[network.neighbourhood, default: 0])
    }

    /// Whether a browser with this token has a knock here; then the token is ours, though it opens nothing yet.
    func knows(_ tokenHash: [UInt8]) -> Bool { ids[tokenHash] != nil }

    /// Whether somebody waits by that id.
    func isWaiting(_ id: String) -> Bool { knocks[id]?.answer == .waiting }

    /// What became of a knock, told to its asker.
    mutating func answer(to id: String, at now: ContinuousClock.Instant) -> Knock.Answer? {
        guard let answer = knocks[id]?.answer else { return nil }
        if answer == .waiting {
            knocks[id]?.askedAt = now
            knocks[id]?.hasAsked = true
        }
        return answer
    }

    /// - Returns: the knock that was answered; nil when nobody waits by that id any more.
    mutating func set(_ answer: Knock.Answer, _ id: String, at now: ContinuousClock.Instant) -> Knock? {
        guard let known = knocks[id] else { return nil }
        if known.answer == .waiting { givePlaceBack(of: known) }
        if answer == .waiting { holdPlace(of: known) }
        knocks[id]?.answer = answer
        knocks[id]?.askedAt = now
        return knocks[id]
    }

    /// Those who knocked before a time, in milliseconds since 1970, stand here no more.
    mutating func removeAll(joinedBefore time: Int64) {
        for knock in knocks.values where knock.participant.joinedAt < time { remove(knock.id) }
    }

    /// Lets go of who left without a word, and of answers that were there to be heard.
    ///
    /// - Returns: whether those who wait are fewer.
    @discardableResult
    mutating func tidy(at now: ContinuousClock.Instant) -> Bool {
        let before = waitingCount
        tidiedAt = now
        for knock in knocks.values {
            let silence = knock.askedAt.map { now - $0 } ?? .zero
            if silence > (knock.answer == .waiting ? Self.patience : Self.heard) { remove(knock.id) }
        }
        unasked.removeAll { knocks[$0].map { $0.hasAsked } ?? true }
        return waitingCount < before
    }

    /// Whoever knocked first of those who have not asked since gives the place to who comes.
    private mutating func removeFirstUnasked(at now: ContinuousClock.Instant) {
        while let id = unasked.first {
            let knock = knocks[id]
            let isUnasked = knock.map { $0.answer == .waiting && !$0.hasAsked } ?? false
            if isUnasked, let askedAt = knock?.askedAt, now - askedAt <= Self.firstAsking { return }
            unasked.removeFirst()
            if isUnasked { return remove(id) }
        }
    }

    private mutating func remove(_ id: String) {
        guard let gone = knocks.removeValue(forKey: id) else { return }
        ids[gone.grant.tokenHash] = nil
        if gone.answer == .waiting { givePlaceBack(of: gone) }
    }

    private mutating func holdPlace(of knock: Knock) {
        held[knock.network, default: 0] += 1
        heldByNeighbourhood[knock.network.neighbourhood, default: 0] += 1
        waitingCount += 1
    }

    private mutating func givePlaceBack(of knock: Knock) {
        held.lessen(knock.network)
        heldByNeighbourhood.lessen(knock.network.neighbourhood)
        waitingCount -= 1
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
