import Transport

/// So many places, of which what one ``ClientNetwork`` takes is not what the others have left: above the usual number a
/// tenth more is held back for networks that have taken few.
///
/// A town hall is one network, and may take them all. Whoever fills them on purpose does it from one place too, or from
/// few; those who come from elsewhere then still get in. Who has many addresses has them side by side, as a rule:
/// another tenth is for networks whose whole neighbourhood has taken few.
struct Places {
    /// For everybody.
    let count: Int

    /// Held back for networks with fewer than ``few``.
    private var reserve: Int { count / 10 }
    private var few: Int { max(1, count / 100) }

    /// - Parameter heldByNeighbourhood: where it is not counted, none is held back by it.
    func hasOne(taken: Int, heldByNetwork held: Int, heldByNeighbourhood heldAround: Int = .max) -> Bool {
        guard held < few else { return taken < count }
        return taken < count + reserve + (heldAround < few ? reserve : 0)
    }
}

/// How many places each network holds.
extension [ClientNetwork: Int] {
    /// One fewer; what is none is not kept.
    mutating func lessen(_ network: ClientNetwork) {
        let others = self[network, default: 1] - 1
        self[network] = others > 0 ? others : nil
    }
}

/// Who has a place in a session, and who of them was never seen there. A value: no I/O, no clock.
///
/// A place is taken in the same turn of the loop in which it is asked for, before anything is written, and comes back
/// when the grant is taken back, when what was to be written failed, or when the person never came: a form that is sent
/// costs nothing, a page that is open does. So whoever sends three thousand forms fills nothing: where no place is
/// left, the one that was waited for longest, of the network that has most of them, goes to whoever asks now.
struct Seating {
    private struct Expected {
        let id: String
        let network: ClientNetwork?
        let since: ContinuousClock.Instant
    }

    private let places: Places
    private var seated: Set<String>
    /// Where those came from who took a place since the room was opened.
    private var networks: [String: ClientNetwork] = [:]
    /// How many of them each network has.
    private var held: [ClientNetwork: Int] = [:]
    /// Oldest first.
    private var expected: [Expected] = []

    /// - Parameters:
    ///   - seated: those who have a place already.
    ///   - expected: those of them who were never seen, first first; they are waited for from now.
    init(places: Places, seated: Set<String>, expected ids: [String] = [], at now: ContinuousClock.Instant) {
        self.places = places
        self.seated = seated
        expected = ids.filter(seated.contains).map { Expected(id: $0, network: nil, since: now) }
    }

    var count: Int { seated.count }
    var isExpectingNobody: Bool { expected.isEmpty }

    func has(_ id: String) -> Bool { seated.contains(id) }

    /// Takes a place.
    ///
    /// - Returns: who has to go for it, if anybody; nil when there is none to be had.
    mutating func take(_ id: String, from network: ClientNetwork?, at now: ContinuousClock.Instant) -> Seat? {
        var gone: String?
        if !places.hasOne(taken: seated.count, heldByNetwork: network.map { held[$0, default: 0] } ?? 0) {
            guard let place = mostExpected else { return nil }
            gone = expected[place].id
            giveBack(expected[place].id)
        }
        seated.insert(id)
        note(network, of: id)
        expected.append(Expected(id: id, network: network, since: now))
        return Seat(gone: gone)
    }

    /// A place that was taken.
    struct Seat {
        /// Who lost it.
        let gone: String?
    }

    mutating func giveBack(_ id: String) {
        seated.remove(id)
        note(nil, of: id)
        expected.removeAll { $0.id == id }
    }

    /// Where somebody came from, in place of what was noted before.
    private mutating func note(_ network: ClientNetwork?, of id: String) {
        if let before = networks.removeValue(forKey: id) { held.lessen(before) }
        guard let network else { return }
        networks[id] = network
        held[network, default: 0] += 1
    }

    /// The person was seen: the place is theirs.
    ///
    /// - Returns: whether they were waited for.
    mutating func arrived(_ id: String) -> Bool {
        guard let place = expected.firstIndex(where: { $0.id == id }) else { return false }
        expected.remove(at: place)
        return true
    }

    /// Those who were waited for since before `then`.
    func overdue(since then: ContinuousClock.Instant) -> [String] { expected.prefix { $0.since < then }.map(\.id) }

    private var mostExpected: Int? {
        let counts = expected.reduce(into: [ClientNetwork?: Int]()) { $0[$1.network, default: 0] += 1 }
        let most = counts.max { $0.value < $1.value }?.key
        return expected.firstIndex { $0.network == most }
    }
}
