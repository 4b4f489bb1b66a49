/// A shared text. A view: it holds no content, and reads as empty once the text is gone.
///
/// Indices and lengths count UTF-16 units, as in JavaScript.
package struct YText {
    let document: Document
    private let handle: TypeHandle
    var type: TypeIndex { document.store.type(of: handle) }

    init(document: Document, type: TypeIndex) {
        self.document = document
        handle = document.store.handle(of: type)
    }

    /// UTF-16 units; embeds and shared types in the text take one each.
    package var length: Int { Int(document.store.types[type].length) }

    /// The text without its embeds.
    package var string: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        document.store.forEachVisible(in: type) { block in
            let current = document.store.blocks[block]
            if current.kind == .string { bytes.append(contentsOf: document.store.slab.bytes(of: current.content)) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Attributes of the text as a whole, which Yjs's `setAttribute` sets.
    package var attributes: YMap { YMap(document: document, type: type) }

    /// The text as runs of equal attributes. Yjs: `toDelta`.
    package var delta: [TextRun] {
        document.delta(of: type)
    }

    /// Inserts before an index; one beyond the end counts as the end. Without `attributes` the text takes
    /// those of its place; with them it gets exactly those.
    package func insert(_ string: String, at index: Int, attributes: [String: Value]? = nil) {
        document.requireTransaction()
        guard !string.isEmpty else { return }
        document.insertText(.string(string), into: type, at: index, attributes: attributes)
    }

    /// Inserts an object into the text; it takes one unit of its length.
    package func insertEmbed(_ value: Value, at index: Int, attributes: [String: Value] = [:]) {
        document.requireTransaction()
        document.insertText(.embed(value), into: type, at: index, attributes: attributes)
    }

    /// Gives a stretch of text attributes; null takes one away.
    package func format(at index: Int, length: Int, attributes: [String: Value]) {
        document.requireTransaction()
        document.formatText(in: type, at: index, length: length, attributes: attributes)
    }

    /// Deletes as many units as there are from an index on, at most `length`.
    package func delete(at index: Int, length: Int) {
        document.requireTransaction()
        document.deleteText(in: type, at: index, length: length)
    }
}

/// A stretch of text with the same attributes, or an embed. Yjs: one operation of `toDelta`.
package struct TextRun {
    /// What a run is of.
    package enum Content {
        case text(String)
        case embed(Value)
        /// A shared type inside the text.
        case type(Output)
    }

    /// Text as long as the attributes are the same, or one embed.
    package let content: Content
    /// What is in force for it; null is never among them.
    package let attributes: [String: Value]
}

// MARK: - Places and formats

/// A place between two blocks of a text, with the attributes that are in force there. Yjs: `ItemTextListPosition`.
private struct TextPosition {
    var left: BlockIndex
    var right: BlockIndex
    var attributes: [KeyIndex: Value]

    /// Null ends an attribute. Yjs: `updateCurrentAttributes`.
    mutating func apply(_ format: TextFormat) {
        attributes[format.key] = format.value == .null ? nil : format.value
    }
}

/// The content of a format block: from here on, this attribute has this value.
private struct TextFormat {
    let key: KeyIndex
    let value: Value
}

/// Reading and writing text with attributes: Yjs's `YText`, function by function.
///
/// Attributes are blocks among the text that switch a value on or off; keys are compared as interned.
extension Document {
    /// The content of a format block; nil for others.
    private func format(of index: BlockIndex) -> TextFormat? {
        let block = store.blocks[index]
        guard block.kind == .format else { return nil }
        var reader = ByteReader(store.slab.bytes(of: block.content))
        guard let key = try? reader.readSpan(), let json = try? reader.readSpan() else { return nil }
        let keyBytes = Array(key.bytes(in: reader.bytes))
        let value = JSONScanner.parse(json.bytes(in: reader.bytes), nesting: .max) ?? .null
        return TextFormat(key: keyBytes.withUnsafeBufferPointer { store.keys.intern($0) }, value: value)
    }

    /// Steps over the block to the right.
    private func forward(_ position: inout TextPosition) {
        guard position.right != .none else { return }
        if !store.blocks[position.right].isDeleted, let format = format(of: position.right) { position.apply(format) }
        position.left = position.right
        position.right = store.blocks[position.right].right
    }

    /// Yjs: `findPosition`.
    private func position(_ index: Int, in type: TypeIndex) -> TextPosition {
        var position = TextPosition(left: .none, right: store.types[type].start, attributes: [:])
        var left = index
        while position.right != .none, left > 0 {
            let block = store.blocks[position.right]
            if block.isVisible {
                if left < Int(block.length) { store.splitBlock(position.right, at: UInt32(left)) }
                left -= Int(store.blocks[position.right].length)
            }
            forward(&position)
        }
        return position
    }

    /// Inserts at the position and steps behind what was inserted.
    private func place(_ content: LocalContent, in type: TypeIndex, at position: inout TextPosition) {
        position.right = store.insert(
            content, by: clientID, left: position.left, right: position.right, parent: type)
        forward(&position)
    }

    /// Attributes by interned key, in the order of their names so that the same call writes the same bytes.
    private func intern(_ attributes: [String: Value]) -> [TextFormat] {
        attributes.sorted { $0.key < $1.key }.map { TextFormat(key: store.keys.intern($0.key), value: $0.value) }
    }

    // MARK: Insert

    /// Yjs: `YText.insert` and `insertText`.
    fileprivate func insertText(
        _ content: LocalContent, into type: TypeIndex, at index: Int, attributes: [String: Value]?
    ) {
        guard !store.types[type].isGone else { return }
        var position = position(index, in: type)
        var wanted = attributes.map(intern) ?? position.attributes.map { TextFormat(key: $0.key, value: $0.value) }
        for key in position.attributes.keys.sorted() where !wanted.contains(where: { $0.key == key }) {
            wanted.append(TextFormat(key: key, value: .null))
        }
        minimizeAttributeChanges(&position, wanted)
        let negated = insertAttributes(wanted, in: type, at: &position)
        place(content, in: type, at: &position)
        insertNegatedAttributes(negated, in: type, at: &position)
    }

    /// Goes on while what lies to the right is deleted or switches on what is wanted anyway.
    private func minimizeAttributeChanges(_ position: inout TextPosition, _ wanted: [TextFormat]) {
        while position.right != .none {
            if !store.blocks[position.right].isDeleted {
                guard let format = format(of: position.right) else { return }
                let value = wanted.first { $0.key == format.key }?.value ?? .null
                guard value == format.value else { return }
            }
            forward(&position)
        }
    }

    /// Switches on what is wanted and not in force; returns what must be restored behind.
    private func insertAttributes(
        _ wanted: [TextFormat], in type: TypeIndex, at position: inout TextPosition
    ) -> [TextFormat] {
        var negated: [TextFormat] = []
        for format in wanted {
            let current = position.attributes[format.key] ?? .null
            guard current != format.value else { continue }
            negated.append(TextFormat(key: format.key, value: current))
            place(.format(key: format.key, value: format.value), in: type, at: &position)
        }
        return negated
    }

    /// Switches off behind the text what was switched on before it, unless formats that are there already do. Yjs:
    /// `insertNegatedAttributes`.
    private func insertNegatedAttributes(
        _ negated: [TextFormat], in type: TypeIndex, at position: inout TextPosition
    ) {
        var negated = negated
        while position.right != .none {
            if !store.blocks[position.right].isDeleted {
                guard let format = format(of: position.right),
                    let index = negated.firstIndex(where: { $0.key == format.key && $0.value == format.value })
                else { break }
                negated.remove(at: index)
            }
            forward(&position)
        }
        for format in negated { place(.format(key: format.key, value: format.value), in: type, at: &position) }
    }

    // MARK: Format

    /// Yjs: `YText.format` and `formatText`; what lies beyond the end is not filled with newlines.
    fileprivate func formatText(in type: TypeIndex, at index: Int, length: Int, attributes: [String: Value]) {
        guard length > 0, !store.types[type].isGone else { return }
        var position = position(index, in: type)
        guard position.right != .none else { return }
        let wanted = intern(attributes)
        minimizeAttributeChanges(&position, wanted)
        var negated = insertAttributes(wanted, in: type, at: &position)
        var left = length
        while position.right != .none, left > 0 || (!negated.isEmpty && isGap(position.right)) {
            guard overwrite(&position, wanted, &negated, &left) else { break }
            forward(&position)
        }
        insertNegatedAttributes(negated, in: type, at: &position)
    }

    /// Whether a block takes no room in what is to be formatted.
    private func isGap(_ index: BlockIndex) -> Bool {
        store.blocks[index].isDeleted || store.blocks[index].kind == .format
    }

    /// Deletes a format that the new one replaces, or counts off text; false where nothing is left to do.
    private func overwrite(
        _ position: inout TextPosition, _ wanted: [TextFormat], _ negated: inout [TextFormat], _ left: inout Int
    ) -> Bool {
        let block = store.blocks[position.right]
        guard !block.isDeleted else { return true }
        guard let format = format(of: position.right) else {
            if left < Int(block.length) { store.splitBlock(position.right, at: UInt32(left)) }
            left -= Int(store.blocks[position.right].length)
            return true
        }
        guard let value = wanted.first(where: { $0.key == format.key })?.value else { return true }
        if value != format.value, left == 0 { return false }
        negated.removeAll { $0.key == format.key }
        if value != format.value { negated.append(format) }
        store.delete(position.right)
        return true
    }

    // MARK: Delete

    /// Yjs: `YText.delete` and `deleteText`.
    fileprivate func deleteText(in type: TypeIndex, at index: Int, length: Int) {
        guard length > 0, index >= 0 else { return }
        var position = position(index, in: type)
        let start = position
        var left = length
        while left > 0, position.right != .none {
            if store.blocks[position.right].isVisible {
                if left < Int(store.blocks[position.right].length) {
                    store.splitBlock(position.right, at: UInt32(left))
                }
                left -= Int(store.blocks[position.right].length)
                store.delete(position.right)
            }
            forward(&position)
        }
        cleanFormattingGap(from: start, to: position)
    }

    /// Deletes formats in a gap without text that are overwritten in it or change nothing. Yjs: `cleanupFormattingGap`.
    private func cleanFormattingGap(from start: TextPosition, to current: TextPosition) {
        var end = current
        while end.right != .none, !store.blocks[end.right].isVisible { forward(&end) }
        var index = start.right
        while index != end.right, index != .none {
            if !store.blocks[index].isDeleted, let format = format(of: index) {
                let isOverwritten = (end.attributes[format.key] ?? .null) != format.value
                let isNeedless = (start.attributes[format.key] ?? .null) == format.value
                if isOverwritten || isNeedless { store.delete(index) }
            }
            index = store.blocks[index].right
        }
    }
}

// MARK: - Delta

extension Document {
    /// Neighbouring blocks between two formats become one run, whoever wrote them.
    func delta(of type: TypeIndex) -> [TextRun] {
        var runs: [TextRun] = []
        var text: [UInt8] = []
        var position = TextPosition(left: .none, right: store.types[type].start, attributes: [:])
        func attributes() -> [String: Value] {
            position.attributes.reduce(into: [:]) { $0[store.keys.string(of: $1.key)] = $1.value }
        }
        func endRun() {
            guard !text.isEmpty else { return }
            runs.append(TextRun(content: .text(String(decoding: text, as: UTF8.self)), attributes: attributes()))
            text.removeAll()
        }
        while position.right != .none {
            let block = store.blocks[position.right]
            switch block.kind {
            case _ where block.isDeleted: break
            case .string: text.append(contentsOf: store.slab.bytes(of: block.content))
            case .format: endRun()
            case .embed, .type:
                endRun()
                runs.append(TextRun(content: embedded(position.right), attributes: attributes()))
            case .gc, .deleted, .json, .binary, .any, .document, .skip: break
            }
            forward(&position)
        }
        endRun()
        return runs
    }

    /// A plain value, or a view of a shared type.
    private func embedded(_ index: BlockIndex) -> TextRun.Content {
        let output = output(of: index, element: 0)
        return output.value.map { .embed($0) } ?? .type(output)
    }
}
