/// Content that is written here.
enum LocalContent {
    case string(String)
    case embed(Value)
    case format(key: KeyIndex, value: Value)
    /// Values that share a block. Yjs: `ContentAny`.
    case values([Value])
    case binary([UInt8])
    /// A shared type, empty as yet.
    case type(TypeKind)
}

/// Making blocks of our own.
extension Store {
    /// Inserts content of `client` between two neighbours, or as the new value of a key. Yjs: `new Item(…).integrate`.
    @discardableResult
    mutating func insert(
        _ content: LocalContent, by client: UInt64, left: BlockIndex, right: BlockIndex, parent: TypeIndex,
        key: KeyIndex = .none
    ) -> BlockIndex {
        let slot = slot(of: client)
        var block = Block(client: slot, clock: clients[slot].clock, length: 1, kind: .gc, isDeleted: false)
        block.left = left
        block.right = right
        block.origin = left == .none ? .none : blocks[left].lastID
        block.rightOrigin = right == .none ? .none : blocks[right].id
        block.parent = parent
        block.key = key
        take(content, into: &block)
        let index = makeBlock(block)
        if case .type(let kind) = content { makeType(kind, name: .empty, heldBy: index) }
        link(index)
        append(index)
        deleteIfOutdated(index)
        return index
    }

    /// Encodes the content as an update would hold it, and stores that.
    private mutating func take(_ content: LocalContent, into block: inout Block) {
        var writer = ByteWriter()
        switch content {
        case .string(let string):
            block.kind = .string
            block.length = UInt32(string.utf16.count)
            writer.write(Array(string.utf8))
        case .embed(let value):
            block.kind = .embed
            writer.writeString(value.json)
        case .format(let key, let value):
            block.kind = .format
            writer.writeSpan(keys.bytes(of: key))
            writer.writeString(value.json)
        case .values(let values):
            block.kind = .any
            block.length = UInt32(values.count)
            for value in values { writer.writeValue(value) }
        case .binary(let bytes):
            block.kind = .binary
            writer.writeSpan(bytes)
        case .type:
            block.kind = .type
        }
        if block.kind.hasBytes { block.content = slab.append(writer.written) }
    }
}
