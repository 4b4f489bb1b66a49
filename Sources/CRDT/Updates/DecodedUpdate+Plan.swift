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
        for section in 0..<sections.count {
            sections[section].clock = store.clock(of: sections[section].client)
        }
        for section in 0..<sections.count where !planAlone(section, store: &store) {
            var stack = [Frame(section: section, target: .max)]
            sections[section].isOnStack = true
            while let frame = stack.last {
                step(frame, &stack, &missing, store: &store)
            }
        }
        return missing
    }

    /// Plans a section as far as it builds on what is there; true where that is all of it, as it nearly always is.
    private mutating func planAlone(_ index: Int, store: inout Store) -> Bool {
        var section = sections[index]
        while section.next < section.end {
            let record = records[section.next]
            if record.kind != .skip, record.end > section.clock {
                guard record.clock <= section.clock, firstUnmet(of: record, store: &store) == nil else { break }
                order.append(PlannedStruct(record: section.next, offset: section.clock - record.clock))
                section.clock = record.end
            }
            section.next += 1
        }
        sections[index] = section
        return section.next == section.end
    }

    /// One struct further, or one section up or down the stack.
    private mutating func step(
        _ frame: Frame, _ stack: inout [Frame], _ missing: inout [UInt64: UInt32], store: inout Store
    ) {
        let section = sections[frame.section]
        guard section.next < section.end, section.clock < frame.target, !section.isBlocked else {
            sections[frame.section].isOnStack = false
            stack.removeLast()
            return
        }
        let record = records[section.next]
        if record.kind == .skip || record.end <= section.clock {
            sections[frame.section].next += 1
        } else if record.clock > section.clock {
            note(RecordID(client: record.client, clock: record.clock - 1), in: &missing)
            sections[frame.section].isBlocked = true
        } else if let needed = firstUnmet(of: record, store: &store) {
            descend(to: needed, from: frame.section, &stack, &missing)
        } else {
            order.append(PlannedStruct(record: section.next, offset: section.clock - record.clock))
            sections[frame.section].next += 1
            sections[frame.section].clock = record.end
        }
    }

    /// Works on the section that brings what is needed; where none does, the struct waits.
    private mutating func descend(
        to needed: RecordID, from section: Int, _ stack: inout [Frame], _ missing: inout [UInt64: UInt32]
    ) {
        if let provider = self.section(of: needed.client), canProvide(provider) {
            sections[provider].isOnStack = true
            stack.append(Frame(section: provider, target: needed.clock + 1))
        } else {
            note(needed, in: &missing)
            sections[section].isBlocked = true
        }
    }

    private func canProvide(_ index: Int) -> Bool {
        let section = sections[index]
        return !section.isBlocked && !section.isOnStack && section.next < section.end
    }

    private func note(_ id: RecordID, in missing: inout [UInt64: UInt32]) {
        missing[id.client] = min(missing[id.client] ?? .max, id.clock)
    }

    /// The first unit of another client that the struct builds on and that is not there. Yjs: `getMissing`.
    private func firstUnmet(of record: StructRecord, store: inout Store) -> RecordID? {
        if isUnmet(record.origin, by: record, store: &store) { return record.origin }
        if isUnmet(record.rightOrigin, by: record, store: &store) { return record.rightOrigin }
        if isUnmet(record.parentID, by: record, store: &store) { return record.parentID }
        return nil
    }

    @inline(__always)
    private func isUnmet(_ id: RecordID, by record: StructRecord, store: inout Store) -> Bool {
        guard id.exists, id.client != record.client else { return false }
        if let section = section(of: id.client) { return id.clock >= sections[section].clock }
        return id.clock >= store.clock(of: id.client)
    }

    /// Sections are sorted by client id, descending.
    private func section(of client: UInt64) -> Int? {
        var low = 0
        var high = sections.count
        while low < high {
            let middle = (low + high) / 2
            if sections[middle].client > client { low = middle + 1 } else { high = middle }
        }
        return low < sections.count && sections[low].client == client ? low : nil
    }

    /// The clock that a client of this update has once everything planned is integrated.
    func clockAfter(of client: UInt64) -> UInt32? {
        section(of: client).map { sections[$0].clock }
    }

    /// What could not be planned, as an update of its own without deletes; nil where all was.
    func encodeRest(from input: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard sections.elements.contains(where: { $0.next < $0.end }) else { return nil }
        let waiting = sections.elements.filter { $0.next < $0.end }
        var writer = ByteWriter()
        writer.writeVarUInt(waiting.count)
        for section in waiting {
            writer.writeVarUInt(section.end - section.next)
            writer.writeVarUInt(section.client)
            writer.writeVarUInt(records[section.next].clock)
            for index in section.next..<section.end {
                writer.write(records[index].bytes.bytes(in: input))
            }
        }
        writer.writeVarUInt(0)
        return writer.finish()
    }
}
