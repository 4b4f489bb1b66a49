/// The columns of an update of encoding V2. Yjs: `UpdateDecoderV2`.
struct UpdateColumns {
    /// Numbers of keys that were named before.
    var keyClocks: DifferenceRunReader
    /// Of sections, origins and parents alike.
    var clients: OptionalRunReader
    var leftClocks: DifferenceRunReader
    var rightClocks: DifferenceRunReader
    /// Kind of content, and which of origins and key follow.
    var infos: RunReader
    var strings: StringColumnReader
    var parentInfos: RunReader
    var typeReferences: OptionalRunReader
    var lengths: OptionalRunReader
    /// What has no column.
    var rest: ByteReader

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(DecodingError) {
        rest = ByteReader(bytes)
        // Flags for the future, which Yjs does not look at.
        _ = try rest.readVarUInt()
        keyClocks = DifferenceRunReader(bytes, in: try rest.readSpan().range)
        clients = OptionalRunReader(bytes, in: try rest.readSpan().range)
        leftClocks = DifferenceRunReader(bytes, in: try rest.readSpan().range)
        rightClocks = DifferenceRunReader(bytes, in: try rest.readSpan().range)
        infos = RunReader(bytes, in: try rest.readSpan().range)
        strings = try StringColumnReader(bytes, in: try rest.readSpan().range)
        parentInfos = RunReader(bytes, in: try rest.readSpan().range)
        typeReferences = OptionalRunReader(bytes, in: try rest.readSpan().range)
        lengths = OptionalRunReader(bytes, in: try rest.readSpan().range)
    }
}

/// Turns an update of encoding V2 into one of V1, struct by struct. Yjs: `convertUpdateFormatV2ToV1`.
///
/// V2 keeps each kind of number in a column of its own, with runs written once. So a few bytes can stand for any
/// number of structs: what comes out is bounded while it is written. That the result is a sound update is checked
/// where it is read, as with every other update of encoding V1.
struct UpdateTranscoder: ~Copyable {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: Limits
    /// Bytes, by ``Limits/expansion`` and ``Limits/expandedBytes``.
    private let outputLimit: Int
    private var columns: UpdateColumns
    /// Keys met so far, UTF-8, by their number.
    private var keys: [[UInt8]] = []
    private var output = ByteWriter(capacity: 256)

    /// `bytes` are the update that the columns are of.
    init(_ columns: UpdateColumns, of bytes: UnsafeBufferPointer<UInt8>, limits: Limits) {
        self.columns = columns
        self.bytes = bytes
        self.limits = limits
        outputLimit = min(limits.updateBytes, max(limits.expandedBytes, limits.expansion * bytes.count))
    }

    /// The sections in their order, then the delete set.
    ///
    /// - Throws: where a column ends early, and where what comes out would be larger than a legitimate update expands
    ///   to.
    mutating func transcode() throws(DecodingError) -> [UInt8] {
        let sections = try columns.rest.readCount(ofSize: 2)
        output.writeVarUInt(sections)
        for _ in 0..<sections {
            let structs = try columns.rest.readVarUInt()
            output.writeVarUInt(structs)
            output.writeVarUInt(try columns.clients.next())
            output.writeVarUInt(try columns.rest.readVarUInt())
            var index: UInt64 = 0
            while index < structs {
                try transcodeStruct()
                index += 1
            }
        }
        try transcodeDeletes()
        try columns.rest.expectEnd()
        return output.finish()
    }

    /// Asked after each struct and each element: memory for what a run of one byte stands for is never taken first.
    private func checkRoom(for more: Int = 0) throws(DecodingError) {
        guard output.count + more <= outputLimit else { throw .expandsTooMuch(limit: outputLimit) }
    }

    /// The info byte is the same in both encodings, so what it says of origins and keys needs no translation.
    private mutating func transcodeStruct() throws(DecodingError) {
        let info = try columns.infos.next()
        guard let kind = ContentKind(rawValue: info & 0x1f) else {
            throw .unknownContent(reference: info & 0x1f, at: columns.rest.position)
        }
        output.write(info)
        switch kind {
        case .gc: output.writeVarUInt(try columns.lengths.next())
        case .skip: output.writeVarUInt(try columns.rest.readVarUInt())
        case .deleted, .json, .binary, .string, .embed, .format, .type, .any, .document:
            try transcodeOrigins(info)
            try transcodeContent(kind)
        }
        try checkRoom()
    }

    /// Left and right origins share the column of clients, but have a column of clocks each.
    private mutating func transcodeOrigins(_ info: UInt8) throws(DecodingError) {
        if info & 0x80 != 0 { try writeLeftID() }
        if info & 0x40 != 0 {
            output.writeVarUInt(try columns.clients.next())
            output.writeVarUInt(try columns.rightClocks.next())
        }
        guard info & 0xc0 == 0 else { return }
        let isRoot = try columns.parentInfos.next() == 1
        output.write(isRoot ? 1 : 0)
        if isRoot { output.writeSpan(try columns.strings.next()) } else { try writeLeftID() }
        if info & 0x20 != 0 { output.writeSpan(try columns.strings.next()) }
    }

    /// A left origin, and a parent that is a block: Yjs puts both into the same columns.
    private mutating func writeLeftID() throws(DecodingError) {
        output.writeVarUInt(try columns.clients.next())
        output.writeVarUInt(try columns.leftClocks.next())
    }

    // MARK: Content

    /// Puts together what V2 has spread over its columns.
    private mutating func transcodeContent(_ kind: ContentKind) throws(DecodingError) {
        switch kind {
        case .deleted: output.writeVarUInt(try columns.lengths.next())
        case .string: output.writeSpan(try columns.strings.next())
        case .binary: output.writeSpan(try columns.rest.readSpan().bytes(in: bytes))
        case .embed: try writeJSON()
        case .format:
            try writeKey()
            try writeJSON()
        case .type:
            let reference = try columns.typeReferences.next()
            output.writeVarUInt(reference)
            if let raw = UInt8(exactly: reference), TypeKind(rawValue: raw)?.hasName == true { try writeKey() }
        case .document:
            output.writeSpan(try columns.strings.next())
            try copyValue()
        case .any, .json: try transcodeElements(kind)
        case .gc, .skip: break
        }
    }

    /// Elements of JSON stand in the column of strings, any other values in the rest.
    private mutating func transcodeElements(_ kind: ContentKind) throws(DecodingError) {
        let count = try columns.lengths.next()
        output.writeVarUInt(count)
        var index: UInt64 = 0
        while index < count {
            if kind == .json { output.writeSpan(try columns.strings.next()) } else { try copyValue() }
            try checkRoom()
            index += 1
        }
    }

    /// A value is the same bytes in both encodings: checked, and not built.
    private mutating func copyValue() throws(DecodingError) {
        let start = columns.rest.position
        try columns.rest.skipValue(nesting: limits.valueNesting)
        output.write(UnsafeBufferPointer(rebasing: bytes[start..<columns.rest.position]))
    }

    /// V2 keeps embeds and attributes as plain values, V1 as JSON.
    private mutating func writeJSON() throws(DecodingError) {
        output.writeString(try columns.rest.readValue(nesting: limits.valueNesting).json)
    }

    /// A key that was there before is named by its number.
    private mutating func writeKey() throws(DecodingError) {
        let number = try columns.keyClocks.next()
        if number < UInt64(keys.count) {
            let key = keys[Int(number)]
            try checkRoom(for: key.count)
            return output.writeSpan(key)
        }
        let key = try columns.strings.next()
        keys.append(key)
        output.writeSpan(key)
    }

    // MARK: Deletes

    /// Clocks are differences to where the range before ended, lengths are less one.
    private mutating func transcodeDeletes() throws(DecodingError) {
        let count = try columns.rest.readCount(ofSize: 2)
        output.writeVarUInt(count)
        for _ in 0..<count {
            output.writeVarUInt(try columns.rest.readVarUInt())
            let ranges = try columns.rest.readCount(ofSize: 2)
            output.writeVarUInt(ranges)
            var clock: UInt64 = 0
            for _ in 0..<ranges {
                let start = clock + (try columns.rest.readVarUInt())
                let length = try columns.rest.readVarUInt() + 1
                guard start + length <= limits.clock else { throw .clockOutOfRange(at: columns.rest.position) }
                output.writeVarUInt(start)
                output.writeVarUInt(length)
                clock = start + length
            }
        }
    }
}
