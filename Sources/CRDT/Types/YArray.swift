/// A shared list. A view: it holds no content, and reads as empty once the list is gone.
package struct YArray {
    let document: Document
    private let handle: TypeHandle
    var type: TypeIndex { document.store.type(of: handle) }

    init(document: Document, type: TypeIndex) {
        self.document = document
        handle = document.store.handle(of: type)
    }

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

    package func append(_ contents: [Input]) {
        insert(contents, at: count)
    }

    /// Deletes as many elements as there are from an index on, at most `length`.
    package func delete(at index: Int, length: Int = 1) {
        document.requireTransaction()
        document.store.deleteUnits(in: type, at: index, count: length)
    }
}
