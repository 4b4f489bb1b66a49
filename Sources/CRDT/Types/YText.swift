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
