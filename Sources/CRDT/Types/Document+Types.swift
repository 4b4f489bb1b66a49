/// From a document to its shared types.
extension Document {
    /// The root with this name read as text, whatever its writers took it for.
    package func text(_ root: String) -> YText { YText(document: self, type: type(ofRoot: root)) }
    package func array(_ root: String) -> YArray { YArray(document: self, type: type(ofRoot: root)) }
    package func map(_ root: String) -> YMap { YMap(document: self, type: type(ofRoot: root)) }
    package func xml(_ root: String) -> YXML { YXML(document: self, type: type(ofRoot: root)) }

    private func type(ofRoot name: String) -> TypeIndex {
        store.root(named: store.keys.intern(name))
    }

    /// Names of the roots that anything was ever written to, in the order in which they were first met.
    package var rootNames: [String] {
        store.types.elements
            .filter { $0.kind == .root && ($0.start != .none || $0.firstEntry != .none) }
            .map { store.keys.string(of: $0.rootName) }
    }

    /// One element of a visible block. Yjs: `content.getContent()[element]`.
    func output(of index: BlockIndex, element: UInt32) -> Output {
        let block = store.blocks[index]
        if block.kind == .type { return output(of: block.content.offset) }
        var reader = ByteReader(store.slab.bytes(of: block.content))
        do throws(DecodingError) {
            switch block.kind {
            case .string: return .value(.string(Self.unit(element, of: store.slab.bytes(of: block.content))))
            case .binary: return .value(.bytes(try reader.readBytes()))
            case .embed, .format: return .value(try Self.readLastJSON(&reader))
            case .document: return .subdocument(guid: try reader.readString())
            case .any:
                for _ in 0..<element { try reader.skipValue(nesting: .max) }
                return .value(try reader.readValue(nesting: limits.valueNesting))
            case .json:
                for _ in 0..<element { _ = try reader.readSpan() }
                return .value(try Self.readJSON(&reader))
            case .gc, .deleted, .type, .skip: return .value(.undefined)
            }
        } catch {
            assertionFailure("stored content is not what it was checked to be: \(error)")
            return .value(.undefined)
        }
    }

    func output(of type: TypeIndex) -> Output {
        switch store.types[type].kind {
        case .array: .array(YArray(document: self, type: type))
        case .map: .map(YMap(document: self, type: type))
        case .text: .text(YText(document: self, type: type))
        case .xmlElement, .xmlFragment, .xmlHook, .xmlText, .root: .xml(YXML(document: self, type: type))
        }
    }

    /// One UTF-16 unit of text, as JavaScript's `split('')` gives it; half a surrogate pair reads as U+FFFD.
    private static func unit(_ index: UInt32, of text: UnsafeBufferPointer<UInt8>) -> String {
        let start = UTF8Scanner.offset(ofUnits: Int(index), in: text)
        let end = UTF8Scanner.offset(ofUnits: Int(index) + 1, in: text)
        if start.insidePair || end.insidePair { return "\u{fffd}" }
        return String(decoding: text[start.offset..<end.offset], as: UTF8.self)
    }

    private static func readJSON(_ reader: inout ByteReader) throws(DecodingError) -> Value {
        let text = try reader.readSpan().bytes(in: reader.bytes)
        return JSONScanner.parse(text, nesting: .max) ?? .undefined
    }

    /// An embed is JSON; a format is a key and JSON.
    private static func readLastJSON(_ reader: inout ByteReader) throws(DecodingError) -> Value {
        var value = try readJSON(&reader)
        while reader.remaining > 0 { value = try readJSON(&reader) }
        return value
    }
}
