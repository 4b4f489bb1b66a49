/// What of a ``StructRecord`` is kept until it is integrated: 40 bytes. Its client is that of its section.
///
/// A struct has either origins or a parent of its own, and the same room serves for both.
struct DecodedStruct: BitwiseCopyable {
    let clock: UInt32
    let length: UInt32
    let kind: ContentKind
    let typeKind: TypeKind
    let parent: StructRecord.Parent
    let hasKey: Bool
    /// Where it begins in the update.
    let start: UInt32
    /// The origin, or the parent.
    private let left: Pair
    /// The right origin, or the key.
    private let right: Pair
    /// As in ``StructRecord/content``; for a shared type, ``StructRecord/typeName``.
    let content: Span

    /// A ``NamedID`` or a ``Span``.
    private struct Pair: BitwiseCopyable {
        let first: UInt32
        let second: UInt32

        @inline(__always) init(_ id: NamedID) {
            first = id.client
            second = id.clock
        }

        @inline(__always) init(_ span: Span) {
            first = span.offset
            second = span.count
        }

        @inline(__always) var id: NamedID { NamedID(client: first, clock: second) }
        @inline(__always) var span: Span { Span(offset: first, count: second) }
    }

    @inline(__always) init(_ record: StructRecord, clients: inout NamedClients) {
        clock = record.clock
        length = record.length
        kind = record.kind
        typeKind = record.typeKind
        parent = record.parent
        hasKey = record.hasKey
        start = record.bytes.offset
        content = record.kind == .type ? record.typeName : record.content
        switch record.parent {
        case .inherited:
            left = Pair(clients.named(record.origin))
            right = Pair(clients.named(record.rightOrigin))
        case .root:
            left = Pair(record.rootName)
            right = Pair(record.key)
        case .block:
            left = Pair(clients.named(record.parentID))
            right = Pair(record.key)
        }
    }

    @inline(__always) var end: UInt32 { clock + length }
    @inline(__always) var origin: NamedID { parent == .inherited ? left.id : .none }
    @inline(__always) var rightOrigin: NamedID { parent == .inherited ? right.id : .none }
    @inline(__always) var parentID: NamedID { parent == .block ? left.id : .none }
    /// The name of the parent that is a root.
    @inline(__always) var rootName: Span { parent == .root ? left.span : .empty }
    /// The key it is a value of, where ``hasKey``.
    @inline(__always) var key: Span { hasKey ? right.span : .empty }
}

extension NamedClients {
    @inline(__always) fileprivate mutating func named(_ id: RecordID) -> NamedID {
        id.exists ? NamedID(client: index(of: id.client), clock: id.clock) : .none
    }
}

/// What the spans and ids of a ``DecodedStruct`` name: bytes of the update, and clients by their index in it.
struct UpdateSource {
    let bytes: UnsafeBufferPointer<UInt8>
    let clients: Buffer<NamedClient>

    /// The unit by its client's slot. The client must be known, as that of whatever a planned struct builds on is.
    @inline(__always) func id(_ id: NamedID) -> BlockID {
        BlockID(client: clients[id.client].slot, clock: id.clock)
    }
}
