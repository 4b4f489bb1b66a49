/// Writes structs that come in order of client and clock, and makes one of structs that continue each other.
///
/// The structs need not come from one update: spans name bytes of the input that each call passes along.
/// Yjs: `LazyStructWriter`, which does not join structs.
struct SectionWriter: ~Copyable {
    /// Finished sections.
    private var sections = ByteWriter(capacity: 256)
    private var sectionCount = 0
    /// Structs of the section that is open.
    private var structs = ByteWriter(capacity: 256)
    private var structCount = 0
    private var client: UInt64 = 0
    private var startClock: UInt32 = 0

    /// The struct that may still grow: its head is in `structs`, its content is here.
    private var open: OpenStruct?
    private var content = ByteWriter(capacity: 256)

    /// What has to be known of a struct to tell whether another one continues it.
    private struct OpenStruct {
        var client: UInt64
        var kind: ContentKind
        var end: UInt32
        var length: UInt32
        var rightOrigin: RecordID
    }

    /// Writes a struct without its first `offset` units. It must not begin before what was written of its client.
    mutating func write(_ record: StructRecord, offset: UInt32, input: UnsafeBufferPointer<UInt8>) {
        let start = record.clock + offset
        let origin = offset == 0 ? record.origin : RecordID(client: record.client, clock: start - 1)
        if let open, open.client == record.client {
            if continues(open, record, start: start, origin: origin) {
                self.open?.end = record.end
                self.open?.length += record.length - offset
                appendContent(of: record, offset: offset, input: input)
                return
            }
            closeStruct()
            if open.end < start { writeSkip(start - open.end) }
        } else {
            closeSection()
            client = record.client
            startClock = start
        }
        openStruct(record, offset: offset, origin: origin, input: input)
    }

    /// Whether a struct goes on where the open one ends, so that one struct can say both: the same kind and right
    /// origin, and the open one's last unit for its origin.
    private func continues(_ open: OpenStruct, _ record: StructRecord, start: UInt32, origin: RecordID) -> Bool {
        guard open.kind == record.kind, open.kind.isMergeable, open.end == start else { return false }
        if open.kind == .gc { return true }
        return origin == RecordID(client: open.client, clock: open.end - 1) && open.rightOrigin == record.rightOrigin
    }

    /// The head is written at once; the content waits, because more of it may come.
    private mutating func openStruct(
        _ record: StructRecord, offset: UInt32, origin: RecordID, input: UnsafeBufferPointer<UInt8>
    ) {
        writeHead(of: record, origin: origin, input: input)
        structCount += 1
        open = OpenStruct(
            client: record.client, kind: record.kind, end: record.end, length: record.length - offset,
            rightOrigin: record.rightOrigin)
        appendContent(of: record, offset: offset, input: input)
    }

    /// A gap in a client's clocks has to be said, or what follows would be counted from the wrong clock.
    private mutating func writeSkip(_ length: UInt32) {
        structs.write(ContentKind.skip.rawValue)
        structs.writeVarUInt(length)
        structCount += 1
    }

    /// Writes what was gathered, now that its length is known.
    private mutating func closeStruct() {
        guard let open else { return }
        switch open.kind {
        case .gc, .deleted, .skip: structs.writeVarUInt(open.length)
        case .string: structs.writeVarUInt(content.count)
        case .json, .any: structs.writeVarUInt(open.length)
        case .binary, .embed, .format, .type, .document: break
        }
        structs.write(content.written)
        content.removeAll()
        self.open = nil
    }

    /// A section begins with how many structs it has, so they are kept until it ends.
    private mutating func closeSection() {
        closeStruct()
        guard structCount > 0 else { return }
        sections.writeVarUInt(structCount)
        sections.writeVarUInt(client)
        sections.writeVarUInt(startClock)
        sections.write(structs.written)
        structs.removeAll()
        structCount = 0
        sectionCount += 1
    }

    /// The finished update.
    mutating func finish(deletes: DeleteSet) -> [UInt8] {
        closeSection()
        var update = ByteWriter(capacity: sections.count + 16)
        update.writeVarUInt(sectionCount)
        update.write(sections.written)
        deletes.encode(into: &update)
        return update.finish()
    }
}

// MARK: - Structs

extension SectionWriter {
    /// Yjs: `Item.write`. A struct that begins in the middle of another has an origin where it may have had none, and
    /// then neither parent nor key.
    private mutating func writeHead(
        of record: StructRecord, origin: RecordID, input: UnsafeBufferPointer<UInt8>
    ) {
        guard record.kind != .gc, record.kind != .skip else { return structs.write(record.kind.rawValue) }
        let hasParent = !origin.exists && !record.rightOrigin.exists
        structs.write(
            record.kind.rawValue | (origin.exists ? 0x80 : 0) | (record.rightOrigin.exists ? 0x40 : 0)
                | (hasParent && record.hasKey ? 0x20 : 0))
        if origin.exists { write(origin) }
        if record.rightOrigin.exists { write(record.rightOrigin) }
        guard hasParent else { return }
        if record.parent == .root {
            structs.write(1)
            structs.writeSpan(record.rootName.bytes(in: input))
        } else {
            structs.write(0)
            write(record.parentID)
        }
        if record.hasKey { structs.writeSpan(record.key.bytes(in: input)) }
    }

    private mutating func write(_ id: RecordID) {
        structs.writeVarUInt(id.client)
        structs.writeVarUInt(id.clock)
    }

    /// Text that is cut inside of a surrogate pair begins with U+FFFD, as Yjs cuts it.
    private mutating func appendContent(
        of record: StructRecord, offset: UInt32, input: UnsafeBufferPointer<UInt8>
    ) {
        let bytes = record.content.bytes(in: input)
        switch record.kind {
        case .gc, .deleted, .skip: return
        case .string where offset > 0:
            let cut = UTF8Scanner.offset(ofUnits: Int(offset), in: bytes)
            if cut.insidePair { content.write(UTF8Scanner.replacement) }
            content.write(UnsafeBufferPointer(rebasing: bytes[(cut.offset + (cut.insidePair ? 4 : 0))...]))
        case .json, .any:
            let cut = record.kind.offset(ofElement: offset, in: bytes)
            content.write(UnsafeBufferPointer(rebasing: bytes[cut...]))
        case .binary, .string, .embed, .format, .type, .document: content.write(bytes)
        }
    }
}
