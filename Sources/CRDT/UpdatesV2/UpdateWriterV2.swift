/// Writes an update of encoding V2 from the structs of one of V1. Yjs: `UpdateEncoderV2`.
struct UpdateWriterV2: ~Copyable {
    private let input: UnsafeBufferPointer<UInt8>
    private var keyClocks = DifferenceRunWriter()
    private var clients = OptionalRunWriter()
    private var leftClocks = DifferenceRunWriter()
    private var rightClocks = DifferenceRunWriter()
    private var infos = RunWriter()
    private var strings = StringColumnWriter()
    private var parentInfos = RunWriter()
    private var typeReferences = OptionalRunWriter()
    private var lengths = OptionalRunWriter()
    private var rest = ByteWriter(capacity: 256)
    /// The next key's number.
    private var keyCount: UInt64 = 0

    /// `input` is the update of encoding V1, which must have been read as one before.
    init(_ input: UnsafeBufferPointer<UInt8>) {
        self.input = input
    }

    /// Before any section.
    mutating func writeSectionCount(_ count: Int) {
        rest.writeVarUInt(count)
    }

    /// A client's section; as many structs as it says must follow.
    mutating func write(_ section: UpdateSection) {
        rest.writeVarUInt(section.structCount)
        clients.write(section.client)
        rest.writeVarUInt(section.clock)
    }

    /// - Throws: where an embed or a format that was read as JSON is none.
    mutating func write(_ record: StructRecord) throws(DecodingError) {
        let info = input[Int(record.bytes.offset)]
        infos.write(info)
        switch record.kind {
        case .gc: lengths.write(UInt64(record.length))
        case .skip: rest.writeVarUInt(record.length)
        case .deleted, .json, .binary, .string, .embed, .format, .type, .any, .document:
            writeOrigins(of: record)
            try writeContent(of: record)
        }
    }

    /// As the info byte says, which was copied: parent and key only where there is no origin.
    private mutating func writeOrigins(of record: StructRecord) {
        if record.origin.exists { writeLeft(record.origin) }
        if record.rightOrigin.exists {
            clients.write(record.rightOrigin.client)
            rightClocks.write(UInt64(record.rightOrigin.clock))
        }
        guard record.parent != .inherited else { return }
        parentInfos.write(record.parent == .root ? 1 : 0)
        if record.parent == .root { write(string: record.rootName) } else { writeLeft(record.parentID) }
        if record.hasKey { write(string: record.key) }
    }

    private mutating func writeLeft(_ id: RecordID) {
        clients.write(id.client)
        leftClocks.write(UInt64(id.clock))
    }

    /// With its length in UTF-16, in which the column of strings is cut.
    private mutating func write(string span: Span) {
        let text = span.bytes(in: input)
        strings.write(text, units: UTF8Scanner.utf16Length(validating: text) ?? 0)
    }

    /// Yjs numbers keys but never uses a number twice.
    private mutating func write(key span: Span) {
        keyClocks.write(keyCount)
        keyCount += 1
        write(string: span)
    }

    /// The other way round than in ``UpdateTranscoder``, kind by kind.
    private mutating func writeContent(of record: StructRecord) throws(DecodingError) {
        var reader = ByteReader(input, in: record.content.range)
        switch record.kind {
        case .deleted: lengths.write(UInt64(record.length))
        case .string: strings.write(record.content.bytes(in: input), units: Int(record.length))
        case .binary: rest.write(record.content.bytes(in: input))
        case .embed: try writeValue(&reader)
        case .format:
            write(key: try reader.readSpan())
            try writeValue(&reader)
        case .type:
            typeReferences.write(UInt64(record.typeKind.rawValue))
            if record.typeKind.hasName { write(key: record.typeName) }
        case .document:
            write(string: try reader.readSpan())
            rest.write(UnsafeBufferPointer(rebasing: input[reader.position..<record.content.range.upperBound]))
        case .any:
            lengths.write(UInt64(record.length))
            rest.write(record.content.bytes(in: input))
        case .json:
            lengths.write(UInt64(record.length))
            for _ in 0..<record.length { write(string: try reader.readSpan()) }
        case .gc, .skip: break
        }
    }

    /// V1 keeps embeds and attributes as JSON, V2 as plain values.
    private mutating func writeValue(_ reader: inout ByteReader) throws(DecodingError) {
        let json = try reader.readSpan()
        guard let value = JSONScanner.parse(json.bytes(in: input), nesting: .max) else {
            throw .invalidJSON(at: Int(json.offset))
        }
        rest.writeValue(value)
    }

    /// The finished update. Ranges must come sorted, client by client.
    mutating func finish(deletes: DeleteSet) -> [UInt8] {
        writeDeletes(deletes)
        var update = ByteWriter(capacity: rest.count + 64)
        update.writeVarUInt(0 as UInt64)
        update.writeSpan(keyClocks.finish())
        update.writeSpan(clients.finish())
        update.writeSpan(leftClocks.finish())
        update.writeSpan(rightClocks.finish())
        update.writeSpan(infos.finish())
        update.writeSpan(strings.finish())
        update.writeSpan(parentInfos.finish())
        update.writeSpan(typeReferences.finish())
        update.writeSpan(lengths.finish())
        update.write(rest.written)
        return update.finish()
    }

    /// Clocks as differences to where the range before ended, lengths less one; clients from the highest, as Yjs writes
    /// them.
    private mutating func writeDeletes(_ deletes: DeleteSet) {
        rest.writeVarUInt(deletes.ranges.count)
        for (client, ranges) in deletes.ranges.sorted(by: { $0.key > $1.key }) {
            rest.writeVarUInt(client)
            rest.writeVarUInt(ranges.count)
            var clock: UInt64 = 0
            for range in ranges {
                rest.writeVarUInt(range.lowerBound - clock)
                rest.writeVarUInt(range.upperBound - range.lowerBound - 1)
                clock = range.upperBound
            }
        }
    }
}
