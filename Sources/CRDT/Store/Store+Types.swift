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

/// The kinds of shared types, numbered as in the update encoding (Yjs: `typeRefs`).
package enum TypeKind: UInt8, BitwiseCopyable, Sendable {
    /// Yjs: `YArrayRefID`.
    case array = 0
    /// Yjs: `YMapRefID`.
    case map = 1
    /// Yjs: `YTextRefID`.
    case text = 2
    /// Yjs: `YXmlElementRefID`.
    case xmlElement = 3
    /// Yjs: `YXmlFragmentRefID`.
    case xmlFragment = 4
    /// Yjs: `YXmlHookRefID`.
    case xmlHook = 5
    /// Yjs: `YXmlTextRefID`.
    case xmlText = 6
    /// A root: the encoding names it but does not say what it is.
    case root = 255

    /// Elements carry their node name, hooks their hook name.
    var hasName: Bool { self == .xmlElement || self == .xmlHook }
}

// MARK: - In the store

extension Store {
    /// Makes the root when it is first named. Yjs: `Doc.get`.
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

    /// What a view keeps instead of the index: a place may hold another type later.
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

    /// Whether nothing in the type can be seen: it is collected, or the block that holds it is deleted.
    func isDeleted(_ type: TypeIndex) -> Bool {
        let record = types[type]
        return record.isGone || (record.block != .none && blocks[record.block].isDeleted)
    }

    /// The key's place in `entries`; nil where the type never had it.
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

    /// Appended to the type's list of keys, so that they are told in the order in which they were first set.
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
