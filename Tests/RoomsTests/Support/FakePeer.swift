import Planning
import Rooms
import SyncProtocol
import Testing

@testable import Transport

/// A connection without a socket: keeps what it is sent.
@ServiceLoop
final class FakePeer: Peer {
    nonisolated let id: UInt64
    private(set) var messages: [Message] = []
    private(set) var texts: [JSONValue] = []
    /// As they were handed over: what is sent to many is the same object.
    private(set) var outbound: [OutboundMessage] = []
    private(set) var closeCode: UInt16?
    /// What the test says is queued for it.
    var queuedBytes = 0
    /// What the test says of the process.
    var hasMemory = true

    nonisolated init(_ id: UInt64) { self.id = id }

    func send(_ message: OutboundMessage) {
        guard closeCode == nil else { return }
        outbound.append(message)
        let bytes = Array(UnsafeBufferPointer(start: message.payload, count: message.count))
        do {
            if message.isText {
                texts.append(try JSONValue.parse(String(decoding: bytes, as: UTF8.self)))
            } else {
                messages.append(try Message.decode(bytes))
            }
        } catch {
            Issue.record("peer \(id) was sent what it cannot read: \(error)")
        }
    }

    func close(code: UInt16, reason: String) { closeCode = closeCode ?? code }

    func forget() {
        messages = []
        texts = []
        outbound = []
    }

    // MARK: What it was sent

    var updates: [[UInt8]] { messages.compactMap { if case .update(let bytes) = $0 { bytes } else { nil } } }
    var denials: [String] { messages.compactMap { if case .auth(let reason) = $0 { reason } else { nil } } }
    var acknowledged: [UInt64] { messages.compactMap { if case .acknowledged(let count) = $0 { count } else { nil } } }
    var saved: [Message] { messages.filter { if case .saved = $0 { true } else { false } } }
    var questions: [Message] { messages.filter { if case .syncStep1 = $0 { true } else { false } } }

    var awareness: [AwarenessUpdate.Entry] {
        messages.flatMap { message -> [AwarenessUpdate.Entry] in
            guard case .awareness(let bytes) = message else { return [] }
            return (try? AwarenessUpdate(decoding: bytes))?.entries ?? []
        }
    }

    func texts(_ type: String) -> [JSONValue] { texts.filter { $0["type"]?.string == type } }
    var eventKinds: [String] { texts("event").compactMap { $0["event"]?["kind"]?.string } }
}
