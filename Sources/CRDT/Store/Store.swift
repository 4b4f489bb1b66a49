/// Everything a document holds, in a few pools of trivial values. Yjs: `StructStore` with the types of `Doc.share`.
///
/// It is not copyable and is owned by one ``Document``: calls into it need neither reference counting nor
/// run-time exclusivity checks.
struct Store: ~Copyable {
    /// All blocks; those in ``freeBlocks`` are unused.
    var blocks = Buffer<Block>(capacity: 64)
    var freeBlocks = Buffer<BlockIndex>()
    /// By slot, in the order in which they were first met; none is ever taken out.
    var clients = Buffer<ClientRecord>()
    /// From client id to slot.
    var slots: [UInt64: ClientSlot] = [:]
    /// The first one is gone and stays so: views of what is gone read it.
    var types = Buffer<TypeRecord>()
    /// Places in ``types`` to be used again, each under a new generation.
    var freeTypes = Buffer<TypeIndex>()
    /// Keys of all types; those in ``freeEntries`` are unused.
    var entries = Buffer<MapEntry>()
    var freeEntries = Buffer<UInt32>()
    /// Type index in the upper half, key in the lower: index of the ``MapEntry``.
    var entryIndices: [UInt64: UInt32] = [:]
    /// Keys and root names, for the life of the document.
    var keys = KeyTable()
    var roots: [KeyIndex: TypeIndex] = [:]
    /// Bytes of all content.
    var slab = TextSlab()
    /// The transaction that is open, or the last one.
    var transaction = TransactionLog()
    /// Blocks still to be deleted or collected; empty between calls.
    var worklist = Buffer<BlockIndex>()
    /// Steps of the conflict scan so far; see ``scanConflicts(of:)``.
    var scanStep: UInt32 = 0
    /// The client looked up last.
    private var lastClient: (id: UInt64, slot: ClientSlot) = (.max, .none)
    /// Yjs: `gc`. Version history needs a store without.
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

    /// Slot of a client, which the document knows from now on.
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

    /// Puts a block into a free place of the pool. It is not linked yet, and in nobody's history.
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
