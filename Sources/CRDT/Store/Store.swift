/// Everything a document holds, in a few pools of trivial values. Yjs: `StructStore` with the types of `Doc.share`.
///
/// It is not copyable and is owned by one ``Document``: calls into it need neither reference counting nor
/// run-time exclusivity checks.
struct Store: ~Copyable {
    /// All blocks; those in ``freeBlocks`` are unused.
    var blocks = Buffer<Block>(capacity: 64)
    var freeBlocks = Buffer<BlockIndex>()
    var clients = Buffer<ClientRecord>()
    var slots: [UInt64: ClientSlot] = [:]
    var types = Buffer<TypeRecord>()
    var entries = Buffer<MapEntry>()
    /// Type index in the upper half, key in the lower: index of the ``MapEntry``.
    var entryIndices: [UInt64: UInt32] = [:]
    var keys = KeyTable()
    var roots: [KeyIndex: TypeIndex] = [:]
    var slab = TextSlab()
    var transaction = TransactionLog()
    /// Blocks still to be deleted or collected; empty between calls.
    var worklist = Buffer<BlockIndex>()
    /// Steps of the conflict scan so far; see ``scanConflicts(of:)``.
    var scanStep: UInt32 = 0
    /// The client looked up last.
    private var lastClient: (id: UInt64, slot: ClientSlot) = (.max, .none)
    let collectsGarbage: Bool

    init(collectsGarbage: Bool) {
        self.collectsGarbage = collectsGarbage
    }

    deinit {
        for client in clients.elements { client.deallocate() }
        clients.deallocate()
        blocks.deallocate()
        freeBlocks.deallocate()
        types.deallocate()
        entries.deallocate()
        worklist.deallocate()
        transaction.deallocate()
    }

    /// Blocks in use.
    var blockCount: Int { blocks.count - freeBlocks.count }

    /// Slot of a client that the document knows.
    @inline(__always) mutating func knownSlot(of client: UInt64) -> ClientSlot? {
        if lastClient.id == client { return lastClient.slot }
        guard let slot = slots[client] else { return nil }
        lastClient = (client, slot)
        return slot
    }

    mutating func slot(of client: UInt64) -> ClientSlot {
        if let slot = knownSlot(of: client) { return slot }
        let slot = ClientSlot(clients.count)
        clients.append(ClientRecord(id: client))
        slots[client] = slot
        lastClient = (client, slot)
        return slot
    }

    /// The next clock of a client, 0 for an unknown one. Yjs: `getState`.
    mutating func clock(of client: UInt64) -> UInt32 {
        guard let slot = knownSlot(of: client) else { return 0 }
        return clients[slot].clock
    }

    mutating func makeBlock(_ block: Block) -> BlockIndex {
        if let free = freeBlocks.popLast() {
            blocks[free] = block
            return free
        }
        blocks.append(block)
        return BlockIndex(blocks.count - 1)
    }

    /// Puts a new block at the end of its client's history. Yjs: `addStruct`.
    mutating func append(_ index: BlockIndex) {
        let block = blocks[index]
        noteChange(of: block.client)
        clients[block.client].entries.append(BlockEntry(clock: block.clock, block: index))
        clients[block.client].clock = block.end
    }
}

// MARK: - Types

extension Store {
    mutating func root(named name: KeyIndex) -> TypeIndex {
        if let root = roots[name] { return root }
        let root = TypeIndex(types.count)
        types.append(TypeRecord(kind: .root, block: .none, rootName: name))
        roots[name] = root
        return root
    }

    /// The shared type that a block holds; none where it holds none, or none any more.
    func type(heldBy index: BlockIndex) -> TypeIndex {
        let block = blocks[index]
        return block.kind == .type ? block.content.offset : .none
    }

    func isDeleted(_ type: TypeIndex) -> Bool {
        let record = types[type]
        return record.isGone || (record.block != .none && blocks[record.block].isDeleted)
    }

    func entry(_ type: TypeIndex, _ key: KeyIndex) -> UInt32? {
        entryIndices[UInt64(type) << 32 | UInt64(key)]
    }

    /// The current value of a key, deleted or not.
    func tail(_ type: TypeIndex, _ key: KeyIndex) -> BlockIndex {
        entry(type, key).map { entries[$0].tail } ?? .none
    }

    /// The first value that a key ever had.
    func head(_ type: TypeIndex, _ key: KeyIndex) -> BlockIndex {
        entry(type, key).map { entries[$0].head } ?? .none
    }

    mutating func setTail(_ type: TypeIndex, _ key: KeyIndex, to block: BlockIndex) {
        let entry = makeEntry(type, key)
        entries[entry].tail = block
    }

    mutating func setHead(_ type: TypeIndex, _ key: KeyIndex, to block: BlockIndex) {
        let entry = makeEntry(type, key)
        entries[entry].head = block
    }

    private mutating func makeEntry(_ type: TypeIndex, _ key: KeyIndex) -> UInt32 {
        if let entry = entry(type, key) { return entry }
        let entry = UInt32(entries.count)
        entries.append(MapEntry(key: key, head: .none, tail: .none, next: .none))
        entryIndices[UInt64(type) << 32 | UInt64(key)] = entry
        if types[type].lastEntry == .none {
            types[type].firstEntry = entry
        } else {
            entries[types[type].lastEntry].next = entry
        }
        types[type].lastEntry = entry
        return entry
    }
}
