/// Writes what is visible of shared types as JSON, as `JSON.stringify(type.toJSON())` does under Yjs.
///
/// Types can be nested as deep as an attacker likes, so this works with a stack of its own instead of recursion. Each
/// block is read once from its beginning to its end: what is written costs time in proportion to its length.
struct VisibleJSON {
    let document: Document
    private(set) var bytes: [UInt8] = []
    private var stack: [Frame] = []

    /// Where writing goes on.
    private enum Frame {
        case list(BlockIndex, isFirst: Bool)
        case entries(UInt32, isFirst: Bool)
        case xmlChildren(BlockIndex)
        case literal([UInt8])
        case endQuote
    }

    init(document: Document) {
        self.document = document
    }

    /// The three ways to look at a root: it is not written down which of them its writers took.
    mutating func writeViews(of type: TypeIndex) {
        write("{\"string\":")
        writeText(of: type)
        write(",\"array\":")
        writeList(of: type)
        write(",\"map\":")
        writeEntries(of: type)
        write("}")
    }

    mutating func write(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// As a JSON string.
    mutating func write(quoted text: String) {
        bytes.append(contentsOf: Value.string(text).json.utf8)
    }

    // MARK: Views

    /// The text without embeds and formats. Yjs: `YText.toString`.
    private mutating func writeText(of type: TypeIndex) {
        var text: [UInt8] = []
        document.store.forEachVisible(in: type) { block in
            let block = document.store.blocks[block]
            if block.kind == .string { text.append(contentsOf: document.store.slab.bytes(of: block.content)) }
        }
        write(quoted: String(decoding: text, as: UTF8.self))
    }

    private mutating func writeList(of type: TypeIndex) {
        write("[")
        stack.append(.list(document.store.types[type].start, isFirst: true))
        run()
    }

    private mutating func writeEntries(of type: TypeIndex) {
        write("{")
        stack.append(.entries(document.store.types[type].firstEntry, isFirst: true))
        run()
    }

    /// Until the stack is empty: what was opened is written to its end.
    private mutating func run() {
        while let frame = stack.popLast() {
            switch frame {
            case .list(let block, let isFirst): stepList(block, isFirst: isFirst)
            case .entries(let entry, let isFirst): stepEntries(entry, isFirst: isFirst)
            case .xmlChildren(let block): stepChildren(block)
            case .literal(let literal): writeXML(literal)
            case .endQuote: write("\"")
            }
        }
    }

    // MARK: Lists and entries

    /// Writes until the list ends or a nested type comes, which goes first.
    private mutating func stepList(_ start: BlockIndex, isFirst: Bool) {
        var index = start
        var isFirst = isFirst
        while index != .none {
            let block = document.store.blocks[index]
            if block.isVisible {
                if !isFirst { write(",") }
                isFirst = false
                if block.kind == .type {
                    stack.append(.list(block.right, isFirst: false))
                    return open(block.content.offset)
                }
                writeElements(of: block, from: 0)
            }
            index = block.right
        }
        write("]")
    }

    /// Writes until the keys end or a nested type comes, as with lists.
    private mutating func stepEntries(_ start: UInt32, isFirst: Bool) {
        var entry = start
        var isFirst = isFirst
        while entry != .none {
            let current = document.store.entries[entry]
            entry = current.next
            guard current.tail != .none, isWritten(current.tail) else { continue }
            if !isFirst { write(",") }
            isFirst = false
            write(quoted: document.store.keys.string(of: current.key))
            write(":")
            let block = document.store.blocks[current.tail]
            if block.kind == .type {
                stack.append(.entries(entry, isFirst: false))
                return open(block.content.offset)
            }
            writeElements(of: block, from: block.length - 1)
        }
        write("}")
    }

    /// `JSON.stringify` leaves out what is undefined.
    private func isWritten(_ index: BlockIndex) -> Bool {
        let block = document.store.blocks[index]
        guard block.isVisible else { return false }
        guard block.kind == .any || block.kind == .json else { return true }
        return document.output(of: index, element: block.length - 1).value != .undefined
    }

    /// Begins a nested type; what lies behind it waits on the stack.
    private mutating func open(_ type: TypeIndex) {
        switch document.store.types[type].kind {
        case .array:
            write("[")
            stack.append(.list(document.store.types[type].start, isFirst: true))
        case .map, .xmlHook:
            write("{")
            stack.append(.entries(document.store.types[type].firstEntry, isFirst: true))
        case .text: writeText(of: type)
        case .xmlElement, .xmlFragment, .xmlText, .root:
            write("\"")
            stack.append(.endQuote)
            openXML(type)
        }
    }

    // MARK: Content

    /// The elements of a block from one on, with commas between them.
    private mutating func writeElements(of block: Block, from first: UInt32) {
        let content = document.store.slab.bytes(of: block.kind.hasBytes ? block.content : .empty)
        guard block.kind != .string else { return writeUnits(of: content, from: Int(first)) }
        var reader = ByteReader(content)
        for element in 0..<block.length {
            let value = Self.readElement(of: block.kind, &reader)
            guard element >= first else { continue }
            if element > first { write(",") }
            bytes.append(contentsOf: value.json.utf8)
        }
    }

    /// Reads on from where the element before ended: a block is gone through once.
    private static func readElement(of kind: ContentKind, _ reader: inout ByteReader) -> Value {
        do throws(DecodingError) {
            switch kind {
            case .any: return try reader.readValue(nesting: .max)
            case .binary: return .bytes(try reader.readBytes())
            case .document: return .object(["guid": .string(try reader.readString())])
            case .json, .embed:
                let text = try reader.readSpan().bytes(in: reader.bytes)
                return JSONScanner.parse(text, nesting: .max) ?? .undefined
            case .string, .format, .type, .deleted, .gc, .skip: return .undefined
            }
        } catch {
            assertionFailure("stored content is not what it was checked to be: \(error)")
            return .undefined
        }
    }

    /// Each UTF-16 unit by itself, as a list that holds text has them; half a surrogate pair as `JSON.stringify`
    /// escapes it.
    private mutating func writeUnits(of text: UnsafeBufferPointer<UInt8>, from first: Int) {
        for (index, unit) in String(decoding: text, as: UTF8.self).utf16.enumerated() where index >= first {
            if index > first { write(",") }
            if let scalar = Unicode.Scalar(unit) {
                write(quoted: String(Character(scalar)))
            } else {
                bytes.append(contentsOf: "\"\\u\(String(unit, radix: 16))\"".utf8)
            }
        }
    }
}

// MARK: - XML

extension VisibleJSON {
    /// Yjs: `YXmlElement.toString`, `YXmlFragment.toString` and `YXmlText.toString`.
    private mutating func openXML(_ type: TypeIndex) {
        let record = document.store.types[type]
        switch record.kind {
        case .xmlElement:
            let name = String(decoding: document.store.slab.bytes(of: record.name), as: UTF8.self).lowercased()
            writeXML(Array("<\(name)\(attributes(of: type))>".utf8))
            stack.append(.literal(Array("</\(name)>".utf8)))
            stack.append(.xmlChildren(record.start))
        case .xmlText, .text: writeXML(Array(document.markedText(of: type).utf8))
        case .array, .map, .xmlFragment, .xmlHook, .root: stack.append(.xmlChildren(record.start))
        }
    }

    /// Children that are no types are left out.
    private mutating func stepChildren(_ start: BlockIndex) {
        var index = start
        while index != .none {
            let block = document.store.blocks[index]
            if block.isVisible, block.kind == .type {
                stack.append(.xmlChildren(block.right))
                return openXML(block.content.offset)
            }
            index = block.right
        }
    }

    private func attributes(of type: TypeIndex) -> String {
        let map = YMap(document: document, type: type)
        return map.keys.sorted().map { key in
            let value = map[key]?.value ?? .null
            if case .string(let text) = value { return " \(key)=\"\(text)\"" }
            return " \(key)=\"\(value.json)\""
        }.joined()
    }

    /// XML is always part of a JSON string.
    private mutating func writeXML(_ text: [UInt8]) {
        let quoted = Value.string(String(decoding: text, as: UTF8.self)).json.utf8
        bytes.append(contentsOf: quoted.dropFirst().dropLast())
    }
}

extension Document {
    /// Each root that anything was ever written to, by name, with its visible content seen as a text, as a list and as a
    /// map: `{"name":{"string":…,"array":…,"map":…}}`, UTF-8.
    package var visibleJSON: [UInt8] {
        var json = VisibleJSON(document: self)
        json.write("{")
        for (index, name) in rootNames.enumerated() {
            if index > 0 { json.write(",") }
            json.write(quoted: name)
            json.write(":")
            json.writeViews(of: text(name).type)
        }
        json.write("}")
        return json.bytes
    }

    /// Text with its formats as elements around it, by name. Yjs: `YXmlText.toString`.
    fileprivate func markedText(of type: TypeIndex) -> String {
        delta(of: type).map { run in
            let marks = run.attributes.sorted { $0.key < $1.key }
            let open = marks.map { "<\($0.key)\(Self.attributes(of: $0.value))>" }.joined()
            let close = marks.reversed().map { "</\($0.key)>" }.joined()
            if case .text(let text) = run.content { return open + text + close }
            return open + close
        }.joined()
    }

    private static func attributes(of mark: Value) -> String {
        guard case .object(let members) = mark else { return "" }
        return members.sorted { $0.key < $1.key }.map { key, value in
            if case .string(let text) = value { return " \(key)=\"\(text)\"" }
            return " \(key)=\"\(value.json)\""
        }.joined()
    }
}
