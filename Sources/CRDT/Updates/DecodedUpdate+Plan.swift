/// What of an update can be integrated now. Yjs decides this while it integrates (`integrateStructs`); here it is
/// decided before, from clocks alone, so that an update which must be refused is refused before anything changed.
extension DecodedUpdate {
    /// A section that is worked on until its client's clock reaches `target`.
    private struct Frame {
        let section: Int
        let target: UInt32
    }

    /// Fills ``order``. Returns the lowest clock that is missing of each client that something waits for.
    mutating func plan(for store: inout Store) -> [UInt64: UInt32] {
        var missing: [UInt64: UInt32] = [:]
        findClients(in: &store)
        if !planInTurn() { planInterleaved(&missing) }
        return missing
    }

    /// Plans one section after the other. Twice, as the first may build on the last; what builds on each other is left.
    private mutating func planInTurn() -> Bool {
        for _ in 0..<2 {
            var isAll = true
            for section in 0..<sections.count where !planAlone(section) { isAll = false }
            if isAll { return true }
        }
        return false
    }

    /// Plans each section as far as it goes, and wherever it waits for another one, that one first.
    private mutating func planInterleaved(_ missing: inout [UInt64: UInt32]) {
        for section in 0..<sections.count where sections[section].next < sections[section].end {
            var stack = [Frame(section: section, target: .max)]
            sections[section].isOnStack = true
            while let frame = stack.last {
                step(frame, &stack, &missing)
            }
        }
    }

    /// One look-up a client: from here on slots and clocks are read from the update's own table.
    private mutating func findClients(in store: inout Store) {
        for index in 0..<UInt32(clients.count) {
            guard let slot = store.knownSlot(of: clients[index].id) else { continue }
            clients[index].slot = slot
            clients[index].clock = store.clients[slot].clock
        }
    }

    /// Plans a section as far as it builds on what is there; true where that is all of it, as it nearly always is.
    private mutating func planAlone(_ index: Int) -> Bool {
        let section = sections[index]
        var next = section.next
        while next < section.end {
            let record = records[next]
            let clock = clients[section.client].clock
            if record.kind != .skip, record.end > clock {
                guard record.clock <= clock, firstUnmet(of: record, by: section.client) == nil else { break }
                plan(next, of: section.client)
            }
            next += 1
        }
        sections[index].next = next
        return next == section.end
    }

    /// Puts a struct at the end of the order.
    @inline(__always) private mutating func plan(_ index: Int, of client: UInt32) {
        let record = UInt32(index)
        let offset = clients[client].clock - records[record].clock
        clients[client].clock = records[record].end
        plannedCount += 1
        if offset == 0, let last = order.last, last.end == record, last.client == client {
            order[order.count - 1].end = record + 1
        } else {
            order.append(PlannedRun(client: client, first: record, end: record + 1, offset: offset))
        }
    }

    /// One struct further, or one section up or down the stack.
    private mutating func step(_ frame: Frame, _ stack: inout [Frame], _ missing: inout [UInt64: UInt32]) {
        let section = sections[frame.section]
        let clock = clients[section.client].clock
        guard section.next < section.end, clock < frame.target, !section.isBlocked else {
            sections[frame.section].isOnStack = false
            stack.removeLast()
            return
        }
        let record = records[section.next]
        if record.kind == .skip || record.end <= clock {
            sections[frame.section].next += 1
        } else if record.clock > clock {
            note(NamedID(client: section.client, clock: record.clock - 1), in: &missing)
            sections[frame.section].isBlocked = true
        } else if let needed = firstUnmet(of: record, by: section.client) {
            descend(to: needed, from: frame.section, &stack, &missing)
        } else {
            plan(section.next, of: section.client)
            sections[frame.section].next += 1
        }
    }

    /// Works on the section that brings what is needed; where none does, the struct waits.
    private mutating func descend(
        to needed: NamedID, from section: Int, _ stack: inout [Frame], _ missing: inout [UInt64: UInt32]
    ) {
        let provider = clients[needed.client].section
        if provider != .none, canProvide(provider) {
            sections[provider].isOnStack = true
            stack.append(Frame(section: Int(provider), target: needed.clock + 1))
        } else {
            note(needed, in: &missing)
            sections[section].isBlocked = true
        }
    }

    /// Whether a section can still be worked on; one that is on the stack waits for what waits for it.
    private func canProvide(_ index: UInt32) -> Bool {
        let section = sections[index]
        return !section.isBlocked && !section.isOnStack && section.next < section.end
    }

    /// Keeps the lowest clock: once that has come, another try is worth it.
    private func note(_ id: NamedID, in missing: inout [UInt64: UInt32]) {
        let client = clients[id.client].id
        missing[client] = min(missing[client] ?? .max, id.clock)
    }

    /// The first unit of another client that the struct builds on and that is not there. Yjs: `getMissing`.
    @inline(__always) private func firstUnmet(of record: DecodedStruct, by client: UInt32) -> NamedID? {
        if isUnmet(record.origin, by: client) { return record.origin }
        if isUnmet(record.rightOrigin, by: client) { return record.rightOrigin }
        if isUnmet(record.parentID, by: client) { return record.parentID }
        return nil
    }

    /// A client's own earlier structs are planned before, or the section would have stopped.
    @inline(__always) private func isUnmet(_ id: NamedID, by client: UInt32) -> Bool {
        id.exists && id.client != client && id.clock >= clients[id.client].clock
    }

    /// What could not be planned, as an update of its own without deletes; nil where all was.
    mutating func encodeRest(from input: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard sections.elements.contains(where: { $0.next < $0.end }) else { return nil }
        let waiting = sections.elements.filter { $0.next < $0.end }
        var writer = ByteWriter()
        writer.writeVarUInt(waiting.count)
        for section in waiting {
            writer.writeVarUInt(section.end - section.next)
            writer.writeVarUInt(clients[section.client].id)
            writer.writeVarUInt(records[section.next].clock)
            let structs = Int(records[section.next].start)..<section.endOffset
            writer.write(UnsafeBufferPointer(rebasing: input[structs]))
        }
        writer.writeVarUInt(0)
        return writer.finish()
    }
}
