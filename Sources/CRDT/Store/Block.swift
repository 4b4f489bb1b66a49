/// Index of a block in the pool.
typealias BlockIndex = UInt32
/// Index of a client in the order in which the document first met it.
typealias ClientSlot = UInt32
/// Index of a shared type. Used again once the type is gone; what outlives a transaction is a ``TypeHandle``.
typealias TypeIndex = UInt32
/// Index of an interned key or root name.
typealias KeyIndex = UInt32

extension UInt32 {
    /// No block, client, type or key.
    static let none = UInt32.max
}

/// One unit of content by its place in its client's history. Yjs: `ID`, with a slot for the client id.
struct BlockID: BitwiseCopyable, Equatable {
    var client: ClientSlot
    var clock: UInt32

    static let none = BlockID(client: .none, clock: 0)

    @inline(__always) var exists: Bool { client != .none }
}

/// A run of content that one client wrote in one go. Yjs: `Item`, or `GC` where ``kind`` is ``ContentKind/gc``.
///
/// Trivial, 64 bytes, and held by index only: the pool may move.
struct Block: BitwiseCopyable {
    var client: ClientSlot
    var clock: UInt32
    /// Units of the clock it takes; for text, UTF-16 code units.
    var length: UInt32
    var kind: ContentKind
    var isDeleted: Bool
    /// The content has room to grow in the slab; see ``TextSlab``.
    var hasSlack = false

    /// Neighbours in the list, or among the values of one key. A block without a left one is its list's start.
    var left: BlockIndex = .none
    var right: BlockIndex = .none

    /// What it was inserted after and before; they never change, while the neighbours do.
    var origin: BlockID = .none
    var rightOrigin: BlockID = .none

    var parent: TypeIndex = .none
    /// The key it is a value of; Yjs: `parentSub`. None for blocks of a list.
    var key: KeyIndex = .none

    /// Bytes of the content in the slab. For a shared type, `offset` is its type index.
    var content: Span = .empty
    /// When the conflict scan last came by; see ``Store/scanConflicts(of:)``.
    var mark: UInt32 = 0

    @inline(__always) var id: BlockID { BlockID(client: client, clock: clock) }
    @inline(__always) var lastID: BlockID { BlockID(client: client, clock: clock &+ length &- 1) }
    @inline(__always) var end: UInt32 { clock &+ length }
    @inline(__always) var isCountable: Bool { kind.isCountable }
    @inline(__always) var isVisible: Bool { !isDeleted && kind.isCountable }
}
