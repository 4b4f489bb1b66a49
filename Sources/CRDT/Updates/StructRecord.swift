/// One struct of an update as decoded: ids name clients, spans name bytes of the update.
struct StructRecord: BitwiseCopyable {
    var client: UInt64 = 0
    var clock: UInt32 = 0
    var length: UInt32 = 0
    var kind: ContentKind = .gc

    var origin: RecordID = .none
    var rightOrigin: RecordID = .none
    var parent: Parent = .inherited
    var parentID: RecordID = .none
    var rootName: Span = .empty
    /// The key it is a value of, where ``hasKey``.
    var key: Span = .empty
    var hasKey = false

    /// Text: its UTF-8. Several JSON texts or values: the elements without their count. Others: the whole content.
    var content: Span = .empty
    var typeKind: TypeKind = .array
    /// Name of an XML element or hook.
    var typeName: Span = .empty
    /// The whole struct.
    var bytes: Span = .empty

    @inline(__always) var end: UInt32 { clock + length }

    enum Parent: UInt8, BitwiseCopyable {
        /// It is that of the neighbours that the origins name.
        case inherited
        case root
        case block
    }
}

/// A unit of content by client id and clock.
struct RecordID: BitwiseCopyable, Equatable {
    var client: UInt64
    var clock: UInt32

    static let none = RecordID(client: .max, clock: 0)

    @inline(__always) var exists: Bool { client != .max }
}
