import CLibwebsockets

/// A message to send, laid out once for all its receivers: `LWS_PRE` bytes, where libwebsockets writes the frame
/// header, then the payload. Server frames are not masked, so the payload itself is the same for everyone.
///
/// - SAFETY: `@unchecked` because of the memory and of `queues`. The payload is constant; the bytes before a fragment
///   are written only by `WebSocketConnection.writeNext`, on the service thread, which puts back what they were.
package final class OutboundMessage: @unchecked Sendable {
    package let isText: Bool
    /// Payload bytes.
    package let count: Int
    private let memory: UnsafeMutableRawBufferPointer
    /// In how many queues it waits. Touched on the service thread only, by ``HeldMemory``.
    var queues = 0

    package init(binary payload: [UInt8]) {
        (memory, count) = Self.layOut(payload)
        isText = false
    }

    package init(text: String) {
        (memory, count) = Self.layOut(Array(text.utf8))
        isText = true
    }

    deinit {
        memory.deallocate()
    }

    /// The payload. `samspil_lws_pre` bytes before any of its positions are writable.
    var payload: UnsafeMutablePointer<UInt8>? {
        memory.baseAddress?.advanced(by: Int(samspil_lws_pre)).assumingMemoryBound(to: UInt8.self)
    }

    /// Copies the payload, once for all receivers.
    private static func layOut(_ payload: [UInt8]) -> (UnsafeMutableRawBufferPointer, Int) {
        let before = Int(samspil_lws_pre)
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: before + payload.count, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        payload.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: memory[before...]).copyMemory(from: $0) }
        return (memory, payload.count)
    }
}

/// Where messages are laid one behind the other for one write; a transport has one for all its connections.
@ServiceLoop
final class GatheringBuffer {
    /// Messages longer than this go out on their own: to copy them costs as much as the system call that it saves.
    nonisolated static let capacity = 16 * 1024
    /// RFC 6455 section 5.2, for what is under 64 KiB and not masked.
    nonisolated static let longestHead = 4

    /// - SAFETY: `deinit` may run anywhere, but is the only one left who knows the memory.
    private nonisolated(unsafe) let memory: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    nonisolated init() {
        memory = .allocate(capacity: Self.capacity)
        memory.initialize(repeating: 0)
    }

    deinit {
        memory.deallocate()
    }

    /// Where the first frame begins. Needs no room before it: `LWS_WRITE_HTTP` puts no head there.
    var start: UnsafeMutablePointer<UInt8>? { memory.baseAddress }

    func clear() {
        count = 0
    }

    /// Appends a message as one frame; its head and payload must fit.
    func append(_ message: OutboundMessage) {
        put(0x80 | (message.isText ? 1 : 2))
        if message.count < 126 {
            put(UInt8(message.count))
        } else {
            put(126)
            put(UInt8(message.count >> 8))
            put(UInt8(message.count & 0xff))
        }
        guard let payload = message.payload else { return }
        let rest = UnsafeMutableBufferPointer(rebasing: memory[count..<(count + message.count)])
        _ = rest.update(fromContentsOf: UnsafeBufferPointer(start: payload, count: message.count))
        count += message.count
    }

    private func put(_ byte: UInt8) {
        memory[count] = byte
        count += 1
    }
}
