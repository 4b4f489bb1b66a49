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

    private static func layOut(_ payload: [UInt8]) -> (UnsafeMutableRawBufferPointer, Int) {
        let before = Int(samspil_lws_pre)
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: before + payload.count, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        payload.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: memory[before...]).copyMemory(from: $0) }
        return (memory, payload.count)
    }
}
