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
    /// The first one is gone and stays so: views of what is gone read it.
    var types = Buffer<TypeRecord>()
    var freeTypes = Buffer<TypeIndex>()
    var entries = Buffer<MapEntry>()
    var freeEntries = Buffer<UInt32>()
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
        var nothing = TypeRecord(kind: .root, block: .none, rootName: .none)
        nothing.isGone = true
        types.append(nothing)
    }

    deinit {
        for client in clients.elements { client.deallocate() }
        clients.deallocate()
        blocks.deallocate()
        freeBlocks.deallocate()
        types.deallocate()
        freeTypes.deallocate()
        entries.deallocate()
        freeEntries.deallocate()
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

    /// Takes memory at once for what an update brings, which was checked against the limits, and a quarter more.
    mutating func reserve(blocks more: Int, contentBytes: Int) {
        blocks.reserve(blocks.count + more, slack: more / 4)
        slab.reserve(contentBytes)
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
        clients[block.client].firstNew = min(clients[block.client].firstNew, block.clock)
    }
}

// MARK: - Types

extension Store {
    mutating func root(named name: KeyIndex) -> TypeIndex {
        if let root = roots[name] { return root }
        let root = add(TypeRecord(kind: .root, block: .none, rootName: name))
        roots[name] = root
        return root
    }

    /// Puts a type in a free place.
    mutating func add(_ record: TypeRecord) -> TypeIndex {
        guard let free = freeTypes.popLast() else {
            types.append(record)
            return TypeIndex(types.count - 1)
        }
        var record = record
        record.generation = types[free].generation + 1
        types[free] = record
        return free
    }

    func handle(of type: TypeIndex) -> TypeHandle {
        TypeHandle(type: type, generation: types[type].generation)
    }

    /// The type that a view was made for, or the one that is always empty.
    func type(of handle: TypeHandle) -> TypeIndex {
        let record = types[handle.type]
        return record.generation == handle.generation && !record.isGone ? handle.type : 0
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

    private mutating func add(_ entry: MapEntry) -> UInt32 {
        guard let free = freeEntries.popLast() else {
            entries.append(entry)
            return UInt32(entries.count - 1)
        }
        entries[free] = entry
        return free
    }

    private mutating func makeEntry(_ type: TypeIndex, _ key: KeyIndex) -> UInt32 {
        if let entry = entry(type, key) { return entry }
        let entry = add(MapEntry(key: key, head: .none, tail: .none, next: .none))
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
