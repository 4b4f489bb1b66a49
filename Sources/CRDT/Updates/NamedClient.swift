/// A client that an update names.
struct NamedClient: BitwiseCopyable {
    let id: UInt64
    /// Its place in the store; none while the document does not know it.
    var slot: ClientSlot = .none
    /// Its clock once everything planned so far is integrated.
    var clock: UInt32 = 0
    /// Its section in the update; none where it has none.
    var section: UInt32 = .none
}

/// A unit of content whose client is named by its place in ``NamedClients``.
struct NamedID: BitwiseCopyable {
    var client: UInt32
    var clock: UInt32

    static let none = NamedID(client: .none, clock: 0)

    @inline(__always) var exists: Bool { client != .none }
}
