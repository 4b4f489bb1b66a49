/// One Yjs document.
///
/// Not sendable: it belongs to the room that serves it and is used on that room's thread only. Nothing in it
/// suspends, blocks or does I/O.
package final class Document {
    /// The id under which local writes are made. Replaced when a remote update brings content under it.
    package private(set) var clientID: UInt64
    /// What the document keeps to from now on; what is in it already may be beyond.
    package var limits: Limits
    /// Everything that is integrated.
    var store: Store
    /// Everything that has come and waits for something that has not.
    var pending = Pending()
    /// Memory for decoding, kept from one update to the next.
    private var decoded = DecodedUpdate()
    /// What bounds ``encodedBound``, without encoding after every update.
    private var size = EncodedSize()
    /// Asked only when somebody else writes under ``clientID``; a test gives ids of its own.
    private let makeClientID: () -> UInt64
    /// Open calls of ``transact(_:)``.
    private var transactionDepth = 0

    /// - Parameters:
    ///   - collectsGarbage: whether the content of what is deleted is forgotten. Yjs: `gc`.
    ///   - makeClientID: where a new client id comes from should another client use ours.
    package init(
        clientID: UInt64, limits: Limits = .standard, collectsGarbage: Bool = true,
        makeClientID: @escaping () -> UInt64 = { UInt64(UInt32.random(in: 1 ... .max)) }
    ) {
        self.clientID = clientID
        self.limits = limits
        self.makeClientID = makeClientID
        store = Store(collectsGarbage: collectsGarbage)
    }
}

// MARK: - Updates

extension Document {
    /// What applying an update did.
    package struct Change: Sendable, Hashable {
        /// What was integrated, as an update to send on; nil where nothing was new.
        ///
        /// It may hold more than the update applied, namely what had waited for it: who sent that update lacks
        /// this too, unless the two are equal.
        package let update: [UInt8]?
        /// Some of it waits for what it builds on. What waits is not in ``update`` but in the update of the change that
        /// integrates it: a log of changes alone would lose it in a crash.
        package let isPending: Bool

        package init(update: [UInt8]?, isPending: Bool) {
            self.update = update
            self.isPending = isPending
        }
    }

    /// Integrates an update of encoding V1. Yjs: `applyUpdate`.
    ///
    /// The whole update is read and checked first. When this throws, the document is byte for byte as it was.
    ///
    /// - Parameters:
    ///   - newClients: how many client ids it may bring that the document does not know. Each is named by every state
    ///     vector for ever.
    ///   - mayGrow: false takes no more content than it deletes.
    package func apply(
        _ update: [UInt8], newClients: Int = .max, mayGrow: Bool = true
    ) throws(UpdateError) -> Change {
        precondition(transactionDepth == 0, "updates can't be applied inside a local transaction")
        guard update.count <= limits.updateBytes else {
            throw .updateTooLarge(bytes: update.count, limit: limits.updateBytes)
        }
        // One call for all of it: whoever reaches into a class's storage has Swift check each time that nobody else
        // is there, and a keystroke would pay for thirty such checks.
        let result = try update.withUnsafeBufferPointer { (bytes) throws(UpdateError) in
            try store.apply(
                bytes, of: update, decoded: &decoded, pending: &pending, size: &size,
                bounds: ApplyBounds(limits: limits, newClients: newClients, mayGrow: mayGrow), local: clientID)
        }
        // Another client writes under our id: take another one. Yjs does the same.
        if result.takesID { clientID = makeClientID() }
        return result.change
    }
}

// MARK: - State

extension Document {
    /// Whether something waits for what it builds on.
    package var hasPending: Bool { !pending.isEmpty }

    /// What must arrive for what waits: for each client, the first clock needed. Nil where no structs wait.
    package var missingStateVector: StateVector? {
        guard pending.hasStructs else { return nil }
        return StateVector(pending.missing.mapValues { UInt64($0) + 1 })
    }

    /// Client ids that are known, or that wait for what they build on.
    package var clientCount: Int { store.clients.count + pending.clients.count }

    /// The most bytes that everything takes as one update; ``Limits/updateBytes`` bounds it.
    package var encodedBound: Int { size.bound + pending.bytes }

    /// What of each client is integrated; what waits is not counted. Yjs: `getStateVector`.
    package var stateVector: StateVector {
        var clocks: [UInt64: UInt64] = [:]
        for client in store.clients.elements where client.clock > 0 { clocks[client.id] = UInt64(client.clock) }
        return StateVector(clocks)
    }

    /// All that was ever deleted here. A copy, which takes time in proportion to its ranges.
    package var deleteSet: DeleteSet {
        var set = DeleteSet()
        for client in store.clients.elements {
            set.setRanges(client.deleted.elements.map { UInt64($0.start)..<UInt64($0.end) }, of: client.id)
        }
        return set
    }

    /// Everything that a peer with `since` lacks, what waits included. Yjs: `encodeStateAsUpdate`.
    package func encodeStateAsUpdate(since: StateVector = .init()) -> [UInt8] {
        let state = store.encodeState(since: since)
        guard !pending.isEmpty else { return state }
        do throws(UpdateError) {
            let waiting = try diffUpdate(try mergeUpdates(pending.asUpdates), since: since)
            return try mergeUpdates([state, waiting])
        } catch {
            assertionFailure("what waits was checked when it came: \(error)")
            return state
        }
    }
}

// MARK: - What an update would bring

extension Document {
    /// Whether an update brings nothing that the document lacks. Reads both and changes neither; bytes that are no
    /// update are not contained. Costs as much as looking through the whole document.
    package func contains(_ update: [UInt8]) -> Bool {
        guard let rest = try? diffUpdate(update, since: stateVector) else { return false }
        return rest.withUnsafeBufferPointer { bytes in
            var reader = ByteReader(bytes)
            // No structs are left; then come the deletions, which a difference keeps whole.
            guard (try? reader.readVarUInt()) == 0, let deletes = try? DeleteSet(&reader) else { return false }
            return deletes.isSubset(of: deleteSet)
        }
    }
}

// MARK: - Local writes

extension Document {
    /// Runs `body`, in which shared types may be written. Yjs: `transact`.
    ///
    /// Everything written becomes one update, to be stored and sent; nil where nothing changed. A call inside another
    /// one is part of it and gives no update. What `body` wrote before it throws stays written, as in Yjs; it is then
    /// only found in the document's state.
    package func transact<Result>(_ body: () throws -> Result) rethrows -> (result: Result, update: [UInt8]?) {
        if transactionDepth > 0 { return (try body(), nil) }
        store.beginTransaction()
        transactionDepth += 1
        var isFinished = false
        defer {
            if !isFinished { finishTransaction() }
        }
        let result = try body()
        isFinished = true
        finishTransaction()
        let update = store.encodeTransaction()
        size.grow(by: update.map { 4 * $0.count } ?? 0)
        return (result, update)
    }

    /// Closes a call of ``transact(_:)``; also on the way out of a body that threw.
    private func finishTransaction() {
        transactionDepth -= 1
        store.endTransaction()
    }

    /// Shared types may be written only inside ``transact(_:)``: the update would be lost otherwise.
    func requireTransaction() {
        precondition(transactionDepth > 0, "shared types are written inside transact(_:)")
    }
}

// MARK: - Invariants

extension Document {
    /// The first rule of the data structure found broken, in words. For tests: it walks over everything.
    /// - Parameter ofHonestPeers: also what updates that were made up need not keep, in Yjs either.
    package func brokenInvariant(ofHonestPeers: Bool = true) -> String? {
        store.brokenInvariant(ofHonestPeers: ofHonestPeers)
    }
}
