/// Where one client's structs lie in an update.
struct UpdateSection: BitwiseCopyable {
    let client: UInt64
    /// Clock of the first struct.
    let clock: UInt32
    /// As the update claims; two bytes at least must be left for each.
    let structCount: Int
    /// Offset of the first struct's bytes.
    let start: Int
}

/// One struct of an update as decoded: ids name clients, spans name bytes of the update.
struct StructRecord: BitwiseCopyable {
    var client: UInt64 = 0
    var clock: UInt32 = 0
    var length: UInt32 = 0
    var kind: ContentKind = .gc

    var origin: RecordID = .none
    var rightOrigin: RecordID = .none
    var parent: Parent = .inherited
    /// The block that holds the parent, where ``parent`` says so.
    var parentID: RecordID = .none
    /// The parent's name, where it is a root.
    var rootName: Span = .empty
    /// The key it is a value of, where ``hasKey``.
    var key: Span = .empty
    /// Whether it is a value of a key; the key may be empty.
    var hasKey = false

    /// Text: its UTF-8. Several JSON texts or values: the elements without their count. Others: the whole content.
    var content: Span = .empty
    var typeKind: TypeKind = .array
    /// Name of an XML element or hook.
    var typeName: Span = .empty
    /// The whole struct.
    var bytes: Span = .empty

    @inline(__always) var end: UInt32 { clock + length }

    /// How an update says where a struct belongs.
    enum Parent: UInt8, BitwiseCopyable {
        /// It is that of the neighbours that the origins name.
        case inherited
        case root
        case block
    }
}

/// A unit of content by client id and clock.
struct RecordID: BitwiseCopyable, Equatable {
    var client: UInt64
    var clock: UInt32

    /// A client id that no encoding can carry.
    static let none = RecordID(client: .max, clock: 0)

    @inline(__always) var exists: Bool { client != .max }
}

/// Reads the structs of an update one by one and checks everything about them that needs no document.
/// Yjs: `readClientsStructRefs` and `lazyStructReaderGenerator`.
struct UpdateReader {
    var reader: ByteReader
    private let limits: Limits
    /// Sections (one per client) not yet begun, and structs of the current section not yet read.
    private(set) var sectionsLeft: Int
    private(set) var structsLeft = 0
    /// Of the section that is open, as is the clock that its next struct begins at.
    private var client: UInt64 = 0
    private var clock: UInt32 = 0

    /// Stands before the first section of a whole update.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil, limits: Limits
    ) throws(DecodingError) {
        reader = ByteReader(bytes, in: range)
        self.limits = limits
        sectionsLeft = try reader.readCount(ofSize: 3)
    }

    /// Stands inside a section of an update that was read before.
    init(_ bytes: UnsafeBufferPointer<UInt8>, resuming section: UpdateSection, limits: Limits) {
        reader = ByteReader(bytes, in: section.start..<bytes.count)
        self.limits = limits
        sectionsLeft = 0
        structsLeft = section.structCount
        client = section.client
        clock = section.clock
    }

    /// Begins the next section; nil after the last, where the delete set follows.
    mutating func nextSection() throws(DecodingError) -> UpdateSection? {
        guard sectionsLeft > 0 else { return nil }
        sectionsLeft -= 1
        structsLeft = try reader.readCount(ofSize: 2)
        client = try reader.readVarUInt()
        clock = try readClock()
        return UpdateSection(client: client, clock: clock, structCount: structsLeft, start: reader.position)
    }

    /// The next struct of the section; nil after its last.
    mutating func nextStruct() throws(DecodingError) -> StructRecord? {
        var record = StructRecord()
        return try readStruct(into: &record) ? record : nil
    }

    /// Reads the next struct of the section; false after its last. Whoever reads many saves copying each.
    mutating func readStruct(into record: inout StructRecord) throws(DecodingError) -> Bool {
        guard structsLeft > 0 else { return false }
        structsLeft -= 1
        let start = reader.position
        let info = try reader.readByte()
        guard let kind = ContentKind(rawValue: info & 0x1f) else {
            throw .unknownContent(reference: info & 0x1f, at: start)
        }
        record = StructRecord()
        record.client = client
        record.clock = clock
        record.kind = kind
        if kind == .gc || kind == .skip {
            record.length = try readClock()
        } else {
            try readOrigins(of: &record, info: info)
            try readContent(of: &record)
        }
        try finish(&record, start: start)
        return true
    }

    /// A struct without length would stand at the same clock as the next; clocks must fit 32 bits, in which the store
    /// keeps them.
    @inline(__always) private mutating func finish(_ record: inout StructRecord, start: Int) throws(DecodingError) {
        guard record.length > 0 || record.kind == .skip else { throw .emptyStruct(at: start) }
        guard UInt64(record.clock) + UInt64(record.length) <= limits.clock else { throw .clockOutOfRange(at: start) }
        record.bytes = Span(start..<reader.position)
        clock = record.end
    }

    /// A clock or a length, within what the document may count to.
    @inline(__always) private mutating func readClock() throws(DecodingError) -> UInt32 {
        let start = reader.position
        let clock = try reader.readVarUInt()
        guard clock <= limits.clock else { throw .clockOutOfRange(at: start) }
        return UInt32(clock)
    }

    /// An id of this client must be of an earlier clock: a struct that depends on itself would wait for ever.
    @inline(__always) private mutating func readID(before clock: UInt32) throws(DecodingError) -> RecordID {
        let start = reader.position
        let id = RecordID(client: try reader.readVarUInt(), clock: try readClock())
        guard id.client != client || id.clock < clock else { throw .dependsOnItself(at: start) }
        return id
    }

    /// The parent and the key are only written where neither origin is: else the neighbours tell them.
    @inline(__always) private mutating func readOrigins(of record: inout StructRecord, info: UInt8)
        throws(DecodingError)
    {
        if info & 0x80 != 0 { record.origin = try readID(before: record.clock) }
        if info & 0x40 != 0 { record.rightOrigin = try readID(before: record.clock) }
        guard info & 0xc0 == 0 else { return }
        if try reader.readVarUInt() == 1 {
            record.parent = .root
            record.rootName = try readKey()
        } else {
            record.parent = .block
            record.parentID = try readID(before: record.clock)
        }
        if info & 0x20 != 0 {
            record.hasKey = true
            record.key = try readKey()
        }
    }

    /// The name of a root or of a map's entry. Kept for the life of the document, so it is bounded.
    private mutating func readKey() throws(DecodingError) -> Span {
        let span = try reader.readText().span
        guard Int(span.count) <= limits.keyBytes else { throw .keyTooLong(at: Int(span.offset)) }
        return span
    }
}

// MARK: - Delete set

extension UpdateReader {
    /// Reads the delete set, which follows the last section, and expects the update to end with it.
    mutating func readDeletes(_ body: (DecodedUpdate.DeleteRecord) -> Void) throws(DecodingError) {
        for _ in 0..<(try reader.readCount(ofSize: 2)) {
            let client = try reader.readVarUInt()
            for _ in 0..<(try reader.readCount(ofSize: 2)) {
                let start = try readClock()
                let length = try readClock()
                guard UInt64(start) + UInt64(length) <= limits.clock else {
                    throw .clockOutOfRange(at: reader.position)
                }
                guard length > 0 else { continue }
                body(DecodedUpdate.DeleteRecord(client: client, range: ClockRange(start: start, end: start + length)))
            }
        }
        try reader.expectEnd()
    }
}

// MARK: - Content

extension UpdateReader {
    /// Yjs: `contentRefs`.
    private mutating func readContent(of record: inout StructRecord) throws(DecodingError) {
        let start = reader.position
        record.length = 1
        switch record.kind {
        case .string:
            let text = try reader.readText()
            record.content = text.span
            record.length = UInt32(text.utf16Length)
            return
        case .deleted: record.length = try readClock()
        case .json, .any: return try readElements(of: &record)
        case .binary: _ = try reader.readSpan()
        case .embed: try readJSON()
        case .format:
            _ = try readKey()
            try readJSON()
        case .type: try readType(of: &record)
        case .document:
            _ = try reader.readText()
            try reader.skipValue(nesting: limits.valueNesting)
        case .gc, .skip: break
        }
        record.content = Span(start..<reader.position)
    }

    /// Elements are checked and stepped over; they are built when somebody reads them.
    private mutating func readElements(of record: inout StructRecord) throws(DecodingError) {
        let count = try reader.readCount()
        let start = reader.position
        for _ in 0..<count {
            if record.kind == .json {
                try readJSON(orUndefined: true)
            } else {
                try reader.skipValue(nesting: limits.valueNesting)
            }
        }
        record.length = UInt32(count)
        record.content = Span(start..<reader.position)
    }

    /// Yjs writes `undefined` for an element of that kind, which is no JSON.
    private mutating func readJSON(orUndefined: Bool = false) throws(DecodingError) {
        let span = try reader.readText().span
        let text = span.bytes(in: reader.bytes)
        if orUndefined, text.elementsEqual("undefined".utf8) { return }
        guard JSONScanner.isValid(text, nesting: limits.valueNesting) else {
            throw .invalidJSON(at: Int(span.offset))
        }
    }

    /// A type has a number; some have a name beside it.
    private mutating func readType(of record: inout StructRecord) throws(DecodingError) {
        let start = reader.position
        let reference = try reader.readVarUInt()
        guard let raw = UInt8(exactly: reference), let kind = TypeKind(rawValue: raw), kind != .root else {
            throw .unknownType(reference: reference, at: start)
        }
        record.typeKind = kind
        if kind.hasName { record.typeName = try readKey() }
    }
}
