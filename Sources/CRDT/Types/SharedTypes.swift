/// What is read from an array or a map.
///
/// Shared types are views, not copies. Whoever follows them by recursion must bound how deep: a client can nest them
/// as deep as it likes.
package enum Output {
    case value(Value)
    case text(YText)
    case array(YArray)
    case map(YMap)
    case xml(YXML)
    case subdocument(guid: String)
}

extension Output {
    /// The plain value, where it is one.
    package var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}

/// From a document to its shared types.
extension Document {
    /// The root with this name read as text, whatever its writers took it for.
    package func text(_ root: String) -> YText { YText(document: self, type: type(ofRoot: root)) }
    /// The root with this name read as a list.
    package func array(_ root: String) -> YArray { YArray(document: self, type: type(ofRoot: root)) }
    /// The root with this name read as a map.
    package func map(_ root: String) -> YMap { YMap(document: self, type: type(ofRoot: root)) }
    /// The root with this name read as a fragment of XML.
    package func xml(_ root: String) -> YXML { YXML(document: self, type: type(ofRoot: root)) }

    /// Yjs: `Doc.get`. A root that is only read is there from then on, and nothing is encoded of it.
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

    /// The view that fits how the type was written.
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

/// A shared list. A view: it holds no content, and reads as empty once the list is gone.
package struct YArray {
    let document: Document
    private let handle: TypeHandle
    var type: TypeIndex { document.store.type(of: handle) }

    init(document: Document, type: TypeIndex) {
        self.document = document
        handle = document.store.handle(of: type)
    }

    /// Elements that are not deleted. Yjs: `length`.
    package var count: Int { Int(document.store.types[type].length) }

    /// The element at an index; nil outside the list.
    package subscript(index: Int) -> Output? {
        guard index >= 0, let position = document.store.locate(index, in: type) else { return nil }
        return document.output(of: position.block, element: position.offset)
    }

    /// All elements. Each unit of text counts as one.
    package var elements: [Output] {
        var all: [Output] = []
        document.store.forEachVisible(in: type) { block in
            for offset in 0..<document.store.blocks[block].length {
                all.append(document.output(of: block, element: offset))
            }
        }
        return all
    }

    /// Inserts before an index; one beyond the end counts as the end.
    package func insert(_ contents: [Input], at index: Int) {
        document.requireTransaction()
        document.insert(contents, into: type, at: index)
    }

    /// Behind the last element. Yjs: `YArray.push`.
    package func append(_ contents: [Input]) {
        insert(contents, at: count)
    }

    /// Deletes as many elements as there are from an index on, at most `length`.
    package func delete(at index: Int, length: Int = 1) {
        document.requireTransaction()
        document.store.deleteUnits(in: type, at: index, count: length)
    }
}

/// A shared map. A view: it holds no content, and reads as empty once the map is gone.
package struct YMap {
    let document: Document
    private let handle: TypeHandle
    var type: TypeIndex { document.store.type(of: handle) }

    init(document: Document, type: TypeIndex) {
        self.document = document
        handle = document.store.handle(of: type)
    }

    /// The keys that have a value, in the order in which they were first set here.
    package var keys: [String] {
        var keys: [String] = []
        var entry = document.store.types[type].firstEntry
        while entry != .none {
            let current = document.store.entries[entry]
            if current.tail != .none, !document.store.blocks[current.tail].isDeleted {
                keys.append(document.store.keys.string(of: current.key))
            }
            entry = current.next
        }
        return keys
    }

    /// The current value; nil where the key was never set or was removed.
    package subscript(key: String) -> Output? {
        guard let key = document.store.keys.find(key) else { return nil }
        let block = document.store.tail(type, key)
        guard block != .none, !document.store.blocks[block].isDeleted else { return nil }
        return document.output(of: block, element: document.store.blocks[block].length - 1)
    }

    /// Sets a key. What it held before is deleted, also where it was the same.
    package func set(_ key: String, _ input: Input) {
        document.requireTransaction()
        document.set(key, of: type, to: input)
    }

    /// Deletes a key's value; a key without one needs nothing.
    package func remove(_ key: String) {
        document.requireTransaction()
        guard let key = document.store.keys.find(key) else { return }
        let block = document.store.tail(type, key)
        if block != .none { document.store.delete(block) }
    }
}

/// An XML type: the engine keeps it whole and lets it be looked through, but does not write it.
package struct YXML {
    let document: Document
    private let handle: TypeHandle
    var type: TypeIndex { document.store.type(of: handle) }

    init(document: Document, type: TypeIndex) {
        self.document = document
        handle = document.store.handle(of: type)
    }

    /// As it was written; ``TypeKind/root`` for a root, whose kind nobody has written down.
    package var kind: TypeKind { document.store.types[type].kind }

    /// The node name of an element, the hook name of a hook; empty for others.
    package var name: String {
        String(decoding: document.store.slab.bytes(of: document.store.types[type].name), as: UTF8.self)
    }

    /// Elements and texts in their order.
    package var children: YArray { YArray(document: document, type: type) }
    /// Attributes of an element, entries of a hook.
    package var attributes: YMap { YMap(document: document, type: type) }
    /// What an XML text holds.
    package var text: YText { YText(document: document, type: type) }
}

// MARK: - Writing

/// What is written into an array or a map: a plain value, or a shared type with what is in it from the start.
package indirect enum Input: Sendable {
    case value(Value)
    case text(String)
    case array([Input])
    case map([(String, Input)])
}

/// Writing arrays, maps and the types nested in them.
extension Document {
    /// Yjs: `typeListInsertGenerics`.
    fileprivate func insert(_ inputs: [Input], into type: TypeIndex, at index: Int) {
        guard !store.types[type].isGone else { return }
        let left = store.blockBefore(index, in: type)
        let right = left == .none ? store.types[type].start : store.blocks[left].right
        insert(inputs, into: type, left: left, right: right)
    }

    /// Plain values that stand together become one block, as Yjs packs them.
    private func insert(_ inputs: [Input], into type: TypeIndex, left: BlockIndex, right: BlockIndex) {
        var left = left
        var values: [Value] = []
        func place(_ content: LocalContent) -> BlockIndex {
            store.insert(content, by: clientID, left: left, right: right, parent: type)
        }
        for input in inputs {
            if case .value(let value) = input, value.isPacked {
                values.append(value)
                continue
            }
            if !values.isEmpty {
                left = place(.values(values))
                values.removeAll()
            }
            left = place(content(for: input))
            fill(left, with: input)
        }
        if !values.isEmpty { _ = place(.values(values)) }
    }

    /// Yjs: `typeMapSet`.
    fileprivate func set(_ key: String, of type: TypeIndex, to input: Input) {
        guard !store.types[type].isGone else { return }
        let key = store.keys.intern(key)
        let block = store.insert(
            content(for: input), by: clientID, left: store.tail(type, key), right: .none, parent: type, key: key)
        fill(block, with: input)
    }

    /// Bytes are a kind of content of their own; all other plain values go as ``ContentKind/any``.
    private func content(for input: Input) -> LocalContent {
        switch input {
        case .value(.bytes(let bytes)): .binary(bytes)
        case .value(let value): .values([value])
        case .text: .type(.text)
        case .array: .type(.array)
        case .map: .type(.map)
        }
    }

    /// Writes what a new shared type holds from the start.
    private func fill(_ block: BlockIndex, with input: Input) {
        let type = store.type(heldBy: block)
        guard type != .none else { return }
        switch input {
        case .value: return
        case .text(let string):
            guard !string.isEmpty else { return }
            store.insert(.string(string), by: clientID, left: .none, right: .none, parent: type)
        case .array(let inputs): insert(inputs, into: type, left: .none, right: .none)
        case .map(let members):
            for (key, member) in members { set(key, of: type, to: member) }
        }
    }
}

extension Value {
    /// Bytes become a block of their own.
    fileprivate var isPacked: Bool {
        if case .bytes = self { false } else { true }
    }
}
