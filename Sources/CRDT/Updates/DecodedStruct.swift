/// What of a ``StructRecord`` is kept until it is integrated: 64 bytes. Its client is that of its section.
struct DecodedStruct: BitwiseCopyable {
    var clock: UInt32
    var length: UInt32
    var kind: ContentKind
    var typeKind: TypeKind
    var parent: StructRecord.Parent
    var hasKey: Bool
    /// Where it begins in the update.
    var start: UInt32
    var origin: NamedID
    var rightOrigin: NamedID
    var parentID: NamedID
    var rootName: Span
    var key: Span
    /// As in ``StructRecord/content``; for a shared type, ``StructRecord/typeName``.
    var content: Span

    @inline(__always) init(_ record: StructRecord, clients: inout NamedClients) {
        clock = record.clock
        length = record.length
        kind = record.kind
        typeKind = record.typeKind
        parent = record.parent
        hasKey = record.hasKey
        start = record.bytes.offset
        origin = clients.named(record.origin)
        rightOrigin = clients.named(record.rightOrigin)
        parentID = clients.named(record.parentID)
        rootName = record.rootName
        key = record.key
        content = record.kind == .type ? record.typeName : record.content
    }

    @inline(__always) var end: UInt32 { clock + length }
}

extension NamedClients {
    @inline(__always) fileprivate mutating func named(_ id: RecordID) -> NamedID {
        id.exists ? NamedID(client: index(of: id.client), clock: id.clock) : .none
    }
}
