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
    /// A slot of this document; on the wire it is the client's id.
    var client: ClientSlot
    var clock: UInt32

    /// No unit: the beginning of a list for an origin, its end for a right origin.
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
    /// Deleted blocks keep their place: others may name them as their origin.
    var isDeleted: Bool
    /// The content has room to grow in the slab; see ``TextSlab``.
    var hasSlack = false

    /// Neighbours in the list, or among the values of one key. A block without a left one is its list's start.
    var left: BlockIndex = .none
    var right: BlockIndex = .none

    /// What it was inserted after and before; they never change, while the neighbours do.
    var origin: BlockID = .none
    var rightOrigin: BlockID = .none

    /// The list or map it is in. None only for garbage, which belongs nowhere.
    var parent: TypeIndex = .none
    /// The key it is a value of; Yjs: `parentSub`. None for blocks of a list.
    var key: KeyIndex = .none

    /// Bytes of the content in the slab. For a shared type, `offset` is its type index.
    var content: Span = .empty
    /// When the conflict scan last came by; see ``Store/scanConflicts(of:)``.
    var mark: UInt32 = 0

    @inline(__always) var id: BlockID { BlockID(client: client, clock: clock) }
    /// What a block that goes on behind this one has for its origin.
    @inline(__always) var lastID: BlockID { BlockID(client: client, clock: clock &+ length &- 1) }
    /// The clock behind its last unit.
    @inline(__always) var end: UInt32 { clock &+ length }
    @inline(__always) var isCountable: Bool { kind.isCountable }
    /// Whether readers see it, and its parent's length counts it.
    @inline(__always) var isVisible: Bool { !isDeleted && kind.isCountable }
}

/// The content references of the update encoding, with GC and Skip, which are structs of their own there.
enum ContentKind: UInt8, BitwiseCopyable {
    /// Nothing but a length. Yjs: `structGCRefNumber`.
    case gc = 0
    /// Yjs: `ContentDeleted`, a length whose content is forgotten.
    case deleted = 1
    /// Yjs: `ContentJSON`, elements as JSON texts; only old versions write it.
    case json = 2
    /// Yjs: `ContentBinary`.
    case binary = 3
    /// Yjs: `ContentString`, UTF-8 that is counted in UTF-16 units.
    case string = 4
    /// Yjs: `ContentEmbed`, one JSON text.
    case embed = 5
    /// Yjs: `ContentFormat`, a key and a JSON text.
    case format = 6
    /// Yjs: `ContentType`, a shared type.
    case type = 7
    /// Yjs: `ContentAny`, elements as lib0 writes any value.
    case any = 8
    /// Yjs: `ContentDoc`, a subdocument's id and options.
    case document = 9
    /// A gap in an update. It is never stored. Yjs: `structSkipRefNumber`.
    case skip = 10

    /// Whether the content has a place in the length of its parent. Yjs: `isCountable`.
    @inline(__always) var isCountable: Bool {
        switch self {
        case .gc, .deleted, .format, .skip: false
        case .json, .binary, .string, .embed, .type, .any, .document: true
        }
    }

    /// Whether neighbouring runs may become one. Yjs: `mergeWith`.
    @inline(__always) var isMergeable: Bool {
        switch self {
        case .gc, .deleted, .json, .string, .any: true
        case .binary, .embed, .format, .type, .document, .skip: false
        }
    }

    /// Whether ``Block/content`` names bytes in the slab.
    @inline(__always) var hasBytes: Bool {
        switch self {
        case .gc, .deleted, .type, .skip: false
        case .json, .binary, .string, .embed, .format, .any, .document: true
        }
    }

    /// Bytes of the first `count` elements of a run of JSON texts or plain values that was checked when it came.
    func offset(ofElement count: UInt32, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var reader = ByteReader(bytes)
        do throws(DecodingError) {
            for _ in 0..<count {
                if self == .json { _ = try reader.readSpan() } else { try reader.skipValue(nesting: .max) }
            }
        } catch {
            assertionFailure("stored content is not what it was checked to be: \(error)")
        }
        return reader.position
    }
}
