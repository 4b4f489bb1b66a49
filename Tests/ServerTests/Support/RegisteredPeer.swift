import Rooms
import Transport

/// A connection that only remembers how it was closed.
@ServiceLoop
final class RegisteredPeer: Peer {
    nonisolated let id: UInt64
    private(set) var code: UInt16?

    var queuedBytes: Int { 0 }
    var hasMemory: Bool { true }

    nonisolated init(_ id: UInt64) { self.id = id }

    func send(_ message: OutboundMessage) {}
    func close(code: UInt16, reason: String) { self.code = code }
}
