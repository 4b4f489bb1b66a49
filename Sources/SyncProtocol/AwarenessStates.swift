/// What a connection may make a room remember about who is there.
package struct AwarenessLimits: Sendable {
    /// Bytes of one state. A name, a colour and a cursor take some 200; each is sent to everybody.
    package var stateBytes = 16 << 10
    /// Client ids one connection may introduce. A browser has one; a page that reloads inside one connection, a few.
    package var clientsPerOwner = 8
    /// Clocks remembered of clients that left, so that a late or returning message can be told from a new one.
    package var departed = 4096

    /// Bytes of all states of a room. All of them are sent to who joins, in one message; 1,000 people take as much.
    package var roomBytes = 320 << 10

    /// What rooms use.
    package static let standard = AwarenessLimits()

    package init() {}
}

/// Who is in a room, as its clients say. A value: it belongs to its room.
///
/// Three rules go beyond y-protocols. A connection speaks only for client ids that it introduced. A heartbeat, which is a
/// higher clock with the state that is known, is echoed to its sender and told to the others in one message for all
/// (``takeHeartbeats()``): told one by one, 500 idle clients would cost 16,700 messages a second. And who comes back
/// with a clock that others have heard the end of is told so, upon which its client takes a higher one.
package struct AwarenessStates {
    /// y-protocols' `outdatedTimeout`: who says nothing for so long is taken for gone.
    package static let timeout: Duration = .seconds(30)

    /// A client that is here.
    private struct Present {
        var clock: UInt64
        var state: String
        var owner: UInt64
        var heard: ContinuousClock.Instant
        /// Its clock rose without the others having been told.
        var hasHeartbeat = false
    }

    private var present: [UInt64: Present] = [:]
    /// Which clients each connection speaks for.
    private var owned: [UInt64: Set<UInt64>] = [:]
    /// Clocks under which clients were told to be gone, and the order in which they went.
    private var departed: [UInt64: UInt64] = [:]
    private var departures: [UInt64] = []
    private let limits: AwarenessLimits
    /// Bytes that those present take in a message.
    private var presentBytes = 0
    /// Beside its state an entry takes two numbers and a length.
    private static let bytesPerEntry = 24

    package init(limits: AwarenessLimits = .standard) {
        self.limits = limits
    }

    /// What to do with an update: send to everybody (its sender too, who expects a message now and then), send to its
    /// sender alone, the client ids that the sender may not speak for, and those for which there is no room.
    package typealias Outcome = (
        broadcast: AwarenessUpdate?, echoOnly: AwarenessUpdate?, refused: [UInt64], crowdedOut: [UInt64]
    )

    /// Takes over what is later than what is known, entry by entry: one that is refused keeps none of the others out.
    ///
    /// - Parameters:
    ///   - owner: the connection that it came by, by a number of the room's own.
    ///   - now: of a clock that never goes back; ``removeOutdated(at:)`` compares with it.
    package mutating func apply(
        _ update: AwarenessUpdate, from owner: UInt64, at now: ContinuousClock.Instant
    ) -> Outcome {
        var broadcast: [AwarenessUpdate.Entry] = []
        var echo: [AwarenessUpdate.Entry] = []
        var refused: [UInt64] = []
        var crowdedOut: [UInt64] = []
        for entry in update.entries {
            switch apply(entry, from: owner, at: now) {
            case .broadcast: broadcast.append(entry)
            case .echo(let entry): echo.append(entry)
            case .crowdedOut: crowdedOut.append(entry.clientID)
            case .refused: refused.append(entry.clientID)
            case .ignored: break
            }
        }
        return (AwarenessUpdate(nonEmpty: broadcast), AwarenessUpdate(nonEmpty: echo), refused, crowdedOut)
    }

    /// Whether an entry is later than what is known of its client.
    package func isNews(_ entry: AwarenessUpdate.Entry) -> Bool {
        present[entry.clientID].map { entry.clock > $0.clock } ?? true
    }

    /// Everybody who came with this connection has left.
    package mutating func removeAll(of owner: UInt64) -> AwarenessUpdate? {
        remove(clients(of: owner))
    }

    /// Everybody who said nothing for ``timeout`` has left.
    package mutating func removeOutdated(at now: ContinuousClock.Instant) -> AwarenessUpdate? {
        remove(present.filter { $0.value.heard + Self.timeout <= now }.keys)
    }

    /// The heartbeats since the last call, for everybody. Clients forget who they heard nothing of for 30 s, and
    /// heartbeats come every 15 s: call this every 10 s.
    package mutating func takeHeartbeats() -> AwarenessUpdate? {
        let due = present.filter { $0.value.hasHeartbeat }
        for client in due.keys { present[client]?.hasHeartbeat = false }
        return AwarenessUpdate(nonEmpty: Self.entries(due))
    }

    /// What a newcomer is told; nil where nobody is there.
    package func encodedAll() -> AwarenessUpdate? {
        AwarenessUpdate(nonEmpty: Self.entries(present))
    }

    /// The clients that a connection speaks for.
    package func clients(of owner: UInt64) -> [UInt64] {
        owned[owner, default: []].sorted()
    }

    /// The connection that speaks for a client; nil for one that is not here.
    package func owner(of client: UInt64) -> UInt64? {
        present[client]?.owner
    }

    /// Lets a connection speak for the clients of another: the same person came back before the old connection was
    /// noticed to be dead.
    package mutating func transfer(from oldOwner: UInt64, to newOwner: UInt64) {
        guard oldOwner != newOwner, let clients = owned.removeValue(forKey: oldOwner) else { return }
        for client in clients { present[client]?.owner = newOwner }
        owned[newOwner, default: []].formUnion(clients)
    }
}

// MARK: - One entry

extension AwarenessStates {
    /// What becomes of one entry.
    private enum Verdict {
        case broadcast
        case echo(AwarenessUpdate.Entry)
        case refused
        case crowdedOut
        case ignored
    }

    private mutating func apply(
        _ entry: AwarenessUpdate.Entry, from owner: UInt64, at now: ContinuousClock.Instant
    ) -> Verdict {
        guard let known = present[entry.clientID] else { return introduce(entry, from: owner, at: now) }
        guard known.owner == owner else { return .refused }
        if entry.isNull {
            guard entry.clock >= known.clock else { return .ignored }
            depart(entry.clientID, clock: entry.clock)
            return .broadcast
        }
        guard entry.clock > known.clock else { return .ignored }
        // What came with clock 0, as every client's first state does, y-protocols takes for known: nobody has heard it.
        let isHeartbeat = entry.state == known.state && known.clock > 0
        guard isHeartbeat || makesRoom(for: entry.state, insteadOf: known.state) else { return .crowdedOut }
        present[entry.clientID] = Present(
            clock: entry.clock, state: entry.state, owner: owner, heard: now, hasHeartbeat: isHeartbeat)
        return isHeartbeat ? .echo(entry) : .broadcast
    }

    private mutating func introduce(
        _ entry: AwarenessUpdate.Entry, from owner: UInt64, at now: ContinuousClock.Instant
    ) -> Verdict {
        guard !entry.isNull else { return .ignored }
        if let clock = departed[entry.clientID], entry.clock <= clock {
            return .echo(AwarenessUpdate.Entry(clientID: entry.clientID, clock: clock, state: "null"))
        }
        guard owned[owner]?.count ?? 0 < limits.clientsPerOwner else { return .refused }
        guard makesRoom(for: entry.state, insteadOf: nil) else { return .crowdedOut }
        departed[entry.clientID] = nil
        owned[owner, default: []].insert(entry.clientID)
        present[entry.clientID] = Present(clock: entry.clock, state: entry.state, owner: owner, heard: now)
        return .broadcast
    }

    /// Counts a state, unless all of them would be more than can be told. What a state shrinks by is always taken.
    private mutating func makesRoom(for state: String, insteadOf old: String?) -> Bool {
        let growth = state.utf8.count + Self.bytesPerEntry - (old.map { $0.utf8.count + Self.bytesPerEntry } ?? 0)
        guard growth <= 0 || presentBytes + growth <= limits.roomBytes else { return false }
        presentBytes += growth
        return true
    }

    /// The server speaks for who can't any more: one clock higher, and null, as y-protocols' `removeAwarenessStates`
    /// does it.
    private mutating func remove(_ clients: some Sequence<UInt64>) -> AwarenessUpdate? {
        var gone: [AwarenessUpdate.Entry] = []
        for client in clients.sorted() {
            guard let known = present[client] else { continue }
            gone.append(AwarenessUpdate.Entry(clientID: client, clock: known.clock + 1, state: "null"))
            depart(client, clock: known.clock + 1)
        }
        return AwarenessUpdate(nonEmpty: gone)
    }

    /// Remembers the clock of who went. Of those the older half is forgotten when there are more than
    /// ``AwarenessLimits/departed``.
    private mutating func depart(_ client: UInt64, clock: UInt64) {
        if let gone = present.removeValue(forKey: client) {
            presentBytes -= gone.state.utf8.count + Self.bytesPerEntry
            disown(client, by: gone.owner)
        }
        if departed.updateValue(clock, forKey: client) == nil { departures.append(client) }
        guard departures.count > limits.departed else { return }
        for client in departures.prefix(limits.departed / 2) { departed[client] = nil }
        departures.removeFirst(limits.departed / 2)
    }

    /// A connection that speaks for nobody is not remembered.
    private mutating func disown(_ client: UInt64, by owner: UInt64) {
        owned[owner]?.remove(client)
        if owned[owner]?.isEmpty ?? false { owned[owner] = nil }
    }

    /// By client id, so that the same states take the same bytes.
    private static func entries(_ present: [UInt64: Present]) -> [AwarenessUpdate.Entry] {
        present.sorted { $0.key < $1.key }.map {
            AwarenessUpdate.Entry(clientID: $0.key, clock: $0.value.clock, state: $0.value.state)
        }
    }
}
