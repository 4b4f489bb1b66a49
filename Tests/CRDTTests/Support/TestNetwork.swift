import CRDT

/// Several peers, some Yjs, some ours and in half of the runs some Yrs, on a network that delays, reorders, repeats and loses.
///
/// In half of the runs everybody sends to everybody. In the others the first peer is a server of ours, which sends on
/// what integrating gave it: so it is known that ``Document/Change/update`` brings others as far as the server.
///
/// Either all peers collect garbage or none: where both kinds meet, Yjs often runs into a fault of its own, see
/// ``YjsOracle/Failure/isCollectedNeighbour``.
struct TestNetwork {
    struct Mismatch: Error, CustomStringConvertible {
        let description: String
    }

    private enum Peer {
        case yjs(Int)
        case yrs(Int)
        case engine(Document)
    }

    private struct Message {
        let from: Int
        let to: Int
        let update: [UInt8]
    }

    private var random: RepeatableRandom
    private let oracle: YjsOracle
    private let yrs: YrsOracle
    private var peers: [Peer] = []
    private var isConnected: [Bool] = []
    private var messages: [Message] = []
    /// Every update that a peer made.
    private var sent: [[UInt8]] = []
    private let isStar: Bool
    private var operations = 0

    init(seed: UInt64, oracle: YjsOracle, yrs: YrsOracle) throws {
        random = RepeatableRandom(seed: seed)
        self.oracle = oracle
        self.yrs = yrs
        isStar = random.chance(50)
        let engines = 1 + random.below(3)
        let ported = random.chance(50) ? 1 + random.below(2) : 0
        let others = 1 + random.below(4 - ported)
        random.isCommon = ported > 0
        let ids = Self.clients(engines + ported + others, &random)
        let collects = random.chance(70)
        for id in ids.prefix(engines) {
            peers.append(.engine(Document(clientID: id, collectsGarbage: collects)))
        }
        peers += (0..<ported).map { .yrs($0) } + (0..<others).map { .yjs($0) }
        let documents = ids.dropFirst(engines).map { (client: $0, collectsGarbage: collects) }
        try yrs.open(Array(documents.prefix(ported)))
        try oracle.open(Array(documents.dropFirst(ported)), isCommon: random.isCommon)
        isConnected = peers.map { _ in true }
    }

    /// Half of the ids are small, so that both short and long encodings and both orders occur. No two are alike.
    private static func clients(_ count: Int, _ random: inout RepeatableRandom) -> [UInt64] {
        var ids: Set<UInt64> = []
        while ids.count < count { ids.insert(random.chance(50) ? UInt64(1 + random.below(200)) : random.next() >> 32) }
        return ids.sorted().shuffled(using: &random)
    }

    /// Works at random, then delivers everything and compares; returns how many edits were made.
    mutating func run() throws -> Int {
        do {
            let steps = 20 + random.below(160)
            for _ in 0..<steps { try step() }
            try settle()
            try compare()
        } catch let mismatch as Mismatch {
            try checkYrs()
            try checkYjs()
            throw mismatch
        }
        return operations
    }

    /// Now and then a replica of Yrs lies: blocks of it overlap, and what it encodes is no whole document to anybody.
    private func checkYrs() throws {
        for case .yrs(let index) in peers {
            let state = try yrs.encodeStateAsUpdate(of: index)
            guard try oracle.stateLoading(state)["pending"] == false else { throw YrsOracle.OwnFault() }
        }
    }

    /// Once in some twenty thousand rounds Yjs ends in two ways: what a replica of it encodes shows something else in a new
    /// replica of it. Then nothing can be held against it.
    private func checkYjs() throws {
        for case .yjs(let index) in peers {
            let loaded = try oracle.stateLoading(try oracle.encodeStateAsUpdate(of: index, since: StateVector()))
            guard loaded["content"] == (try oracle.state(of: index))["content"] else { throw YjsOracle.OwnFault() }
        }
    }

    private mutating func step() throws {
        let peer = random.below(peers.count)
        if random.chance(3) { try toggleConnection(of: peer) }
        if random.chance(2) { try deliverAll() }
        if random.chance(60), !messages.isEmpty { try deliver(random.below(messages.count)) }
        try edit(peer)
    }

    private mutating func edit(_ peer: Int) throws {
        let edits = random.chance(50) ? 1 : 2 + random.below(14)
        operations += edits
        let seed = UInt32(random.next() >> 32)
        switch peers[peer] {
        case .yjs(let index): try oracle.work(index, seed: seed, edits: edits).forEach { send($0, from: peer) }
        case .yrs(let index): try yrs.work(index, seed: seed, edits: edits).forEach { send($0, from: peer) }
        case .engine(let document):
            if let update = EngineWork.edit(document, times: edits, &random) { send(update, from: peer) }
            try checkInvariants(of: document)
        }
    }

    private func checkInvariants(of document: Document) throws {
        if let broken = document.brokenInvariant() { throw Mismatch(description: "broken invariant: \(broken)") }
    }
}

// MARK: - Delivery

extension TestNetwork {
    private func isLinked(_ a: Int, _ b: Int) -> Bool {
        a != b && isConnected[a] && isConnected[b] && (!isStar || a == 0 || b == 0)
    }

    private mutating func send(_ update: [UInt8], from peer: Int) {
        sent.append(update)
        spread(update, from: peer)
    }

    private mutating func spread(_ update: [UInt8], from peer: Int) {
        for other in peers.indices where isLinked(peer, other) {
            messages.append(Message(from: peer, to: other, update: update))
        }
    }

    private mutating func deliver(_ index: Int) throws {
        let message = random.chance(5) ? messages[index] : messages.remove(at: index)
        try receive(message.update, at: message.to)
    }

    private mutating func receive(_ update: [UInt8], at peer: Int) throws {
        switch peers[peer] {
        case .yjs(let index): try oracle.apply(update, to: index).forEach { send($0, from: peer) }
        case .yrs(let index): try yrs.apply(update, to: index)
        case .engine(let document):
            let change = try apply(update, to: document, "an update that was sent")
            try checkInvariants(of: document)
            if isStar, peer == 0, let update = change.update { spread(update, from: peer) }
        }
    }

    /// Without repeats, so that it ends.
    private mutating func deliverAll() throws {
        while !messages.isEmpty {
            let message = messages.remove(at: random.below(messages.count))
            try receive(message.update, at: message.to)
        }
    }

    private mutating func toggleConnection(of peer: Int) throws {
        if isConnected[peer] {
            messages.removeAll { $0.from == peer || $0.to == peer }
            isConnected[peer] = false
        } else {
            isConnected[peer] = true
            for other in peers.indices where isLinked(peer, other) {
                try synchronise(from: peer, to: other)
                try synchronise(from: other, to: peer)
            }
        }
    }

    /// Sync step 1 and 2: what one has and the other lacks goes onto the network.
    private mutating func synchronise(from source: Int, to target: Int) throws {
        let known =
            switch peers[target] {
            case .yjs(let index): try oracle.stateVector(of: index)
            case .yrs(let index): try yrs.stateVector(of: index)
            case .engine(let document): document.stateVector
            }
        let update =
            switch peers[source] {
            case .yjs(let index): try oracle.encodeStateAsUpdate(of: index, since: known)
            case .yrs(let index): try yrs.encodeStateAsUpdate(of: index, since: known)
            case .engine(let document): document.encodeStateAsUpdate(since: known)
            }
        messages.append(Message(from: source, to: target, update: update))
    }

    private mutating func settle() throws {
        for peer in peers.indices where !isConnected[peer] { try toggleConnection(of: peer) }
        try deliverAll()
        for _ in 0..<2 {
            for peer in peers.indices.dropFirst() {
                try synchronise(from: peer, to: 0)
                try deliverAll()
                try synchronise(from: 0, to: peer)
                try deliverAll()
            }
        }
    }
}

// MARK: - Comparison

extension TestNetwork {
    private mutating func compare() throws {
        let expected = try state(of: peers.count - 1)
        guard expected["pending"] == false else { throw Mismatch(description: "Yjs still waits for something") }
        for peer in peers.indices {
            try expect(try state(of: peer), equals: expected, "peer \(peer)")
        }
        try compareRebuilt(with: expected)
        if random.isCommon { try compareYrs(with: expected) }
        for case .engine(let document) in peers {
            let encoded = document.encodeStateAsUpdate()
            try expect(try oracle.stateLoading(encoded), equals: expected, "our state loaded into Yjs")
            try expectLoads(encoded, as: expected, "our state loaded by us")
        }
    }

    /// What Yrs itself reads, in its replicas, in what we encode and in its own merge.
    private func compareYrs(with expected: [String: Value]) throws {
        let content = CommonState.of(expected)
        for peer in peers {
            switch peer {
            case .yjs: break
            case .yrs(let index): try expect(try yrs.content(of: index), equals: content, "what Yrs reads")
            case .engine(let document):
                let encoded = document.encodeStateAsUpdate()
                try expect(try yrs.contentLoading(encoded), equals: content, "our state loaded into Yrs")
            }
        }
        try expect(try yrs.contentLoading(try mergeUpdates(sent)), equals: content, "our merge loaded by Yrs")
        try expectLoads(try yrs.mergeUpdates(sent), as: expected, "Yrs's merge loaded by us")
    }

    /// A document made of all updates at once, whoever merged them.
    private func compareRebuilt(with expected: [String: Value]) throws {
        let merged = try mergeUpdates(sent)
        try expectLoads(merged, as: expected, "our merge loaded by us")
        try expect(try oracle.stateLoading(merged), equals: expected, "our merge loaded by Yjs")
        try expectLoads(try oracle.mergeUpdates(sent), as: expected, "Yjs's merge loaded by us")
        let vector = try encodeStateVector(fromUpdate: merged)
        let half = StateVector(vector.clocks.mapValues { $0 / 2 })
        let document = Document(clientID: 1)
        _ = try document.apply(try diffUpdate(merged, since: half))
        _ = try document.apply(merged)
        try expect(DocumentState.of(document), equals: expected, "a difference and then the merge")
    }

    /// An update of an honest peer that is refused is a mismatch, too.
    private func apply(_ update: [UInt8], to document: Document, _ what: String) throws -> Document.Change {
        do {
            return try document.apply(update)
        } catch {
            throw Mismatch(description: "\(what) is refused: \(error): \(Hex.text(update))")
        }
    }

    private func load(_ update: [UInt8], _ what: String) throws -> [String: Value] {
        let document = Document(clientID: 1)
        _ = try apply(update, to: document, what)
        try checkInvariants(of: document)
        return DocumentState.of(document)
    }

    private func state(of peer: Int) throws -> [String: Value] {
        switch peers[peer] {
        case .yjs(let index): try oracle.state(of: index)
        // Yrs tells neither deletes nor what waits: what it encodes is loaded here.
        case .yrs(let index): try load(try yrs.encodeStateAsUpdate(of: index), "the state of Yrs")
        case .engine(let document): DocumentState.of(document)
        }
    }

    /// The texts from shortly before where they part.
    private static func difference(between expected: String, and found: String) -> String {
        let expected = Array(expected)
        let found = Array(found)
        let common = zip(expected, found).prefix { $0 == $1 }.count
        func excerpt(_ characters: [Character]) -> String {
            String(characters[max(0, common - 120)..<min(characters.count, common + 120)])
        }
        return "expected …\(excerpt(expected))…\nfound    …\(excerpt(found))…"
    }

    private func expectLoads(_ update: [UInt8], as expected: [String: Value], _ what: String) throws {
        try expect(try load(update, what), equals: expected, what)
    }

    private func expect(_ state: [String: Value], equals expected: [String: Value], _ what: String) throws {
        for (key, value) in expected where state[key] != value {
            throw Mismatch(
                description: """
                    \(what) differs in \(key) (\(isStar ? "star" : "mesh"))
                    \(Self.difference(between: value.json, and: (state[key] ?? .undefined).json))
                    """)
        }
    }
}
