/// What an update may bring.
struct ApplyBounds {
    let limits: Limits
    /// Client ids that the document does not know.
    let newClients: Int
    /// More content than it deletes.
    let mayGrow: Bool
}

/// An update's way into a document. Yjs: `readUpdateV2`.
extension Store {
    /// Decodes, plans, integrates, deletes, tries again what waited, and tidies up.
    ///
    /// `decoded` is memory to be used again; it is handed on `inout`, as borrowing it would copy it. `takesID` tells
    /// whether somebody wrote under the id `local`. When this throws, neither the store nor `pending` has changed.
    mutating func apply(
        _ bytes: UnsafeBufferPointer<UInt8>, of update: [UInt8], decoded: inout DecodedUpdate, pending: inout Pending,
        size: inout EncodedSize, bounds: ApplyBounds, local: UInt64
    ) throws(UpdateError) -> (change: Document.Change, takesID: Bool) {
        defer { decoded.shrink() }
        let limits = bounds.limits
        do throws(DecodingError) {
            try decoded.decode(bytes, limits: limits)
        } catch {
            throw .malformed(error)
        }
        let missing = decoded.plan(for: &self)
        try checkClients(of: &decoded, pending, bounds)
        let growth = try checkRoom(for: &decoded, pending, &size, bounds)
        let rest = decoded.encodeRest(from: bytes)
        if let rest { try pending.reserve(rest.count, limits: limits) }

        beginTransaction()
        integrate(&decoded, input: bytes)
        size.grow(by: growth)
        if let rest { pending.add(rest, missing: missing, clients: decoded.waitingClients) }
        let deletesWait = applyDeletes(of: &decoded, pending: &pending)
        let isPure = rest == nil && pending.isEmpty && bringsOnlyNew(&decoded)
        if !pending.isEmpty { retry(&pending, decoded: &decoded, limits: limits) }
        endTransaction()
        let change = Document.Change(
            update: isPure ? update : encodeTransaction(), isPending: rest != nil || deletesWait)
        return (change, changed(local))
    }

    /// Refuses client ids beyond what the document may know. Those that it knows go on, however many there are.
    private func checkClients(
        of decoded: inout DecodedUpdate, _ pending: Pending, _ bounds: ApplyBounds
    ) throws(UpdateError) {
        var unknown = 0
        for section in decoded.sections.elements {
            let client = decoded.clients[section.client]
            if client.slot == .none, !pending.clients.contains(client.id) { unknown += 1 }
        }
        guard unknown > 0 else { return }
        guard unknown <= bounds.newClients, clients.count + pending.clients.count + unknown <= bounds.limits.clients
        else { throw .tooManyClients }
    }

    /// Refuses what would take the document beyond its limits. Each struct can split two blocks, each delete two
    /// more; what waits counts too, as it may be integrated in the same transaction. Gives the most by which the
    /// document's size grows. What brings nothing but deletes is not refused for the size: it is how room is made.
    private mutating func checkRoom(
        for decoded: inout DecodedUpdate, _ pending: Pending, _ size: inout EncodedSize, _ bounds: ApplyBounds
    ) throws(UpdateError) -> Int {
        let limits = bounds.limits
        let structs = decoded.records.count + pending.structCount
        let growth = 3 * structs + 2 * (decoded.deletes.count + pending.deletes.rangeCount)
        guard blockCount + growth <= limits.blocks else { throw .documentTooLarge }
        let splits = decoded.plannedCount + 2 * decoded.deletes.count
        let bytes = decoded.byteCount + EncodedSize.bytesPerSplit * splits
        if decoded.bringsStructs {
            if !bounds.mayGrow, decoded.contentBytes > contentFreed(by: &decoded) { throw .documentTooLarge }
            try checkSize(with: bytes, of: &decoded, pending, &size, limits: limits)
        }
        var unmet = 0
        for delete in decoded.deletes.elements {
            if delete.range.end > decoded.clients[delete.client].clock { unmet += 1 }
        }
        guard pending.deletes.rangeCount + unmet <= limits.pendingDeletes else { throw .tooMuchPending }
        return bytes
    }

    /// Bytes of content, and bytes as one update. Measured only where the sum is over the limit.
    private mutating func checkSize(
        with bytes: Int, of decoded: inout DecodedUpdate, _ pending: Pending, _ size: inout EncodedSize,
        limits: Limits
    ) throws(UpdateError) {
        var content = slab.liveBytes + keys.byteCount + decoded.contentBytes + pending.bytes
        var encoded = size.bound + bytes + pending.bytes
        if encoded > limits.updateBytes,
            size.isWorthMeasuring(content: slab.liveBytes, limit: limits.updateBytes)
        {
            size.measured(encodeState(since: StateVector()).count, content: slab.liveBytes)
            encoded = size.bound + bytes + pending.bytes
        }
        guard content > limits.contentBytes || encoded > limits.updateBytes else { return }
        // What it deletes makes room for what it brings: who has written too much can take some of it back.
        let freed = contentFreed(by: &decoded)
        content -= freed
        encoded -= freed
        guard content <= limits.contentBytes, encoded <= limits.updateBytes else { throw .documentTooLarge }
    }

    /// Bytes of content that are there now and that the update deletes.
    private mutating func contentFreed(by decoded: inout DecodedUpdate) -> Int {
        var freed = 0
        for delete in decoded.deletes.elements {
            let client = decoded.clients[delete.client].slot
            guard client != .none, delete.range.start < clients[client].clock else { continue }
            var place = clients[client].entries.search(delete.range.start)
            while let entry = clients[client].entries.entry(at: place), entry.clock < delete.range.end {
                let block = blocks[entry.block]
                let part = Int(min(block.end, delete.range.end)) - Int(max(block.clock, delete.range.start))
                if !block.isDeleted, block.kind.hasBytes, part > 0 {
                    freed += Int(block.content.count) * part / max(1, Int(block.length))
                }
                place = clients[client].entries.place(after: place)
            }
        }
        return freed
    }

    /// In the planned order, so that nothing can be missing any more: this never fails.
    private mutating func integrate(_ decoded: inout DecodedUpdate, input: UnsafeBufferPointer<UInt8>) {
        reserve(blocks: decoded.plannedCount, contentBytes: decoded.contentBytes)
        for run in decoded.order.elements {
            if decoded.clients[run.client].slot == .none {
                decoded.clients[run.client].slot = slot(of: decoded.clients[run.client].id)
            }
            let source = UpdateSource(bytes: input, clients: decoded.clients.elements)
            let client = decoded.clients[run.client].slot
            let first = decoded.records[run.first]
            if run.offset > 0 || !extendLastRun(of: client, with: first, from: source) {
                integrate(first, of: client, offset: run.offset, from: source)
            }
            for index in (run.first + 1)..<run.end {
                integrate(decoded.records[index], of: client, offset: 0, from: source)
            }
        }
    }

    /// Whether the update can be sent on as it came: all its structs were new, and about as much was deleted as it names.
    ///
    /// A state names what its own structs brought deleted; an update of someone who joins names much that is long
    /// deleted here, and must not be sent to everybody.
    private func bringsOnlyNew(_ decoded: inout DecodedUpdate) -> Bool {
        guard !transaction.isEmpty, decoded.plannedCount == decoded.records.count else { return false }
        var named = 0
        for delete in decoded.deletes.elements { named += Int(delete.range.end - delete.range.start) }
        guard named <= transaction.deletedUnits else { return false }
        return decoded.order.elements.allSatisfy { $0.offset == 0 }
    }

    /// Applies the deletes of the update. Tells whether some wait.
    private mutating func applyDeletes(of decoded: inout DecodedUpdate, pending: inout Pending) -> Bool {
        var wait = false
        var hint = 0
        for delete in decoded.deletes.elements {
            let client = decoded.clients[delete.client]
            guard let rest = applyDelete(of: client.slot, delete.range, hint: &hint) else { continue }
            pending.add(client.id, rest)
            wait = true
        }
        return wait
    }
}

// MARK: - What waited

extension Store {
    /// Integrates what waited for this update.
    private mutating func retry(_ pending: inout Pending, decoded: inout DecodedUpdate, limits: Limits) {
        if pending.canRetry(&self) { retryStructs(&pending, decoded: &decoded, limits: limits) }
        guard !pending.deletes.isEmpty else { return }
        for slot in transaction.changedClients.elements {
            let client = clients[slot]
            var hint = 0
            for range in pending.takeDeletes(of: client.id, below: client.clock) {
                let clocks = ClockRange(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
                if let rest = applyDelete(of: slot, clocks, hint: &hint) { pending.add(client.id, rest) }
            }
        }
    }

    /// All that waits as one update, through the same way as what arrives; its checks were made when it came.
    private mutating func retryStructs(_ pending: inout Pending, decoded: inout DecodedUpdate, limits: Limits) {
        let updates = pending.takeStructs()
        do throws(UpdateError) {
            let merged = try mergeUpdates(updates)
            try merged.withUnsafeBufferPointer { (bytes) throws(UpdateError) in
                do throws(DecodingError) {
                    try decoded.decode(bytes, limits: limits)
                } catch {
                    throw .malformed(error)
                }
                let missing = decoded.plan(for: &self)
                integrate(&decoded, input: bytes)
                if let rest = decoded.encodeRest(from: bytes) {
                    pending.add(rest, missing: missing, clients: decoded.waitingClients)
                }
            }
        } catch {
            assertionFailure("what waits was checked when it came: \(error)")
        }
    }
}

// MARK: - The size

/// How many bytes a document takes as one update: never less than it says, and exact after each measuring.
///
/// Measuring is encoding, which takes as long as the document is large. So what comes in is added up, with what it may
/// cost beyond its own bytes, and measured only when the sum has reached the limit and there is something to be gained.
struct EncodedSize {
    /// A struct that is put into the middle of a run makes two of it, and the second names its neighbours anew: two ids
    /// of at most 15 bytes, a head, a length.
    static let bytesPerSplit = 40

    /// Bytes, at most.
    private(set) var bound = 0
    private var boundWhenMeasured = 0
    private var contentWhenMeasured = 0

    mutating func grow(by bytes: Int) { bound += bytes }

    /// Whether the document may be so much smaller than the bound that measuring is worth its time.
    func isWorthMeasuring(content: Int, limit: Int) -> Bool {
        let step = limit / 16
        return bound - boundWhenMeasured > step || contentWhenMeasured - content > step
    }

    /// What encoding gave, and how much content there was then.
    mutating func measured(_ bytes: Int, content: Int) {
        bound = bytes
        boundWhenMeasured = bytes
        contentWhenMeasured = content
    }
}
