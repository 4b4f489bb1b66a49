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

    package subscript(key: String) -> Output? {
        guard let key = document.store.keys.find(key) else { return nil }
        let block = document.store.tail(type, key)
        guard block != .none, !document.store.blocks[block].isDeleted else { return nil }
        return document.output(of: block, element: document.store.blocks[block].length - 1)
    }

    package func set(_ key: String, _ input: Input) {
        document.requireTransaction()
        document.set(key, of: type, to: input)
    }

    package func remove(_ key: String) {
        document.requireTransaction()
        guard let key = document.store.keys.find(key) else { return }
        let block = document.store.tail(type, key)
        if block != .none { document.store.delete(block) }
    }
}
