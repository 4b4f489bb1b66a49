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
