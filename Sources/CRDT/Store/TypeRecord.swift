/// A shared type: a list and a map of blocks. Yjs: `AbstractType`.
struct TypeRecord: BitwiseCopyable {
    var kind: TypeKind
    /// The block that holds it; none for a root.
    var block: BlockIndex
    /// The name of a root; none for a nested type.
    let rootName: KeyIndex
    /// Node name of an XML element or hook, in the slab.
    var name: Span = .empty
    /// First block of the list.
    var start: BlockIndex = .none
    /// Visible units of the list. Yjs: `_length`.
    var length: UInt32 = 0
    /// The keys ever written, in the order in which they were first written: indices of ``MapEntry``.
    var firstEntry: UInt32 = .none
    var lastEntry: UInt32 = .none
    /// Its block was collected.
    var isGone = false
    /// How many types this place has held before.
    var generation: UInt32 = 0
}

/// A shared type as views remember it: it tells when its place was given to another.
struct TypeHandle: BitwiseCopyable {
    let type: TypeIndex
    let generation: UInt32
}

/// The values that one key of a shared type has had, the current one last.
struct MapEntry: BitwiseCopyable {
    var key: KeyIndex
    var head: BlockIndex
    /// The current value, which may be deleted. Yjs: `_map.get(key)`.
    var tail: BlockIndex
    /// Next key of the same type.
    var next: UInt32
}
