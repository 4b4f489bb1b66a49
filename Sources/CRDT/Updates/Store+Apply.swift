/// An update's way into a document. Yjs: `readUpdateV2`.
extension Store {
    /// Decodes, plans, integrates, deletes, tries again what waited, and tidies up.
    ///
    /// `decoded` is memory to be used again; it is handed on `inout`, as borrowing it would copy it. `takesID` tells
    /// whether somebody wrote under the id `local`. When this throws, neither the store nor `pending` has changed.
    mutating func apply(
        _ bytes: UnsafeBufferPointer<UInt8>, of update: [UInt8], decoded: inout DecodedUpdate, pending: inout Pending,
        local: UInt64, limits: Limits
    ) throws(UpdateError) -> (change: Document.Change, takesID: Bool) {
        defer { decoded.shrink() }
        do throws(DecodingError) {
            try decoded.decode(bytes, limits: limits)
        } catch {
            throw .malformed(error)
        }
        let missing = decoded.plan(for: &self)
        try checkRoom(for: &decoded, pending, limits: limits)
        let rest = decoded.encodeRest(from: bytes)
        if let rest { try pending.reserve(rest.count, limits: limits) }

        beginTransaction()
        integrate(&decoded, input: bytes)
        if let rest { pending.add(rest, missing: missing) }
        let deletesWait = applyDeletes(of: &decoded, pending: &pending)
        let isPure = rest == nil && pending.isEmpty && bringsOnlyNew(&decoded)
        if !pending.isEmpty { retry(&pending, decoded: &decoded, limits: limits) }
        endTransaction()
        let change = Document.Change(
            update: isPure ? update : encodeTransaction(), isPending: rest != nil || deletesWait)
        return (change, changed(local))
    }

    /// Refuses what would take the document beyond its limits. Each struct can split two blocks, each delete two
    /// more; what waits counts too, as it may be integrated in the same transaction.
    private mutating func checkRoom(
        for decoded: inout DecodedUpdate, _ pending: Pending, limits: Limits
    ) throws(UpdateError) {
        let structs = decoded.records.count + pending.structCount
        let growth = 3 * structs + 2 * (decoded.deletes.count + pending.deletes.rangeCount)
        guard blockCount + growth <= limits.blocks else { throw .documentTooLarge }
        let content = slab.liveBytes + decoded.contentBytes + pending.bytes
        guard content + keys.byteCount <= limits.contentBytes else { throw .documentTooLarge }
        guard clients.count + decoded.sections.count <= limits.clients else { throw .documentTooLarge }
        var unmet = 0
        for delete in decoded.deletes.elements {
            if delete.range.end > decoded.clients[delete.client].clock { unmet += 1 }
        }
        guard pending.deletes.rangeCount + unmet <= limits.pendingDeletes else { throw .tooMuchPending }
    }

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
                if let rest = decoded.encodeRest(from: bytes) { pending.add(rest, missing: missing) }
            }
        } catch {
            assertionFailure("what waits was checked when it came: \(error)")
        }
    }
}
