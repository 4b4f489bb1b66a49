/// Finds the frames in what a server sends. Whole messages are handed out where they lie; of those in fragments, or
/// longer than `longest`, only the beginning is kept: two thousand copies of a large document would not fit in memory.
struct FrameReader {
    enum Event {
        case message(UnsafeRawBufferPointer)
        /// The first bytes of a long message, when its last byte has come.
        case long([UInt8])
        /// Its payload, which the answer repeats.
        case ping([UInt8])
        case close
    }

    private static let longest = 64 << 10
    private static let kept = 32

    /// Bytes of messages so far, and frames.
    private(set) var received = 0
    private(set) var count = 0
    /// The beginning of a frame whose rest has not come.
    private var input: [UInt8] = []
    /// Of a long frame, what is still to come.
    private var toSkip = 0
    /// The beginning of the long message under way.
    private var beginning: [UInt8]?
    private var isLastFrame = false

    mutating func read(_ bytes: UnsafeRawBufferPointer, _ body: (Event) -> Void) {
        guard input.isEmpty else {
            var joined = input
            joined.append(contentsOf: bytes)
            input = []
            return joined.withUnsafeBytes { readFresh($0, body) }
        }
        readFresh(bytes, body)
    }

    private mutating func readFresh(_ bytes: UnsafeRawBufferPointer, _ body: (Event) -> Void) {
        var start = 0
        while start < bytes.count {
            if toSkip > 0 {
                start += skip(UnsafeRawBufferPointer(rebasing: bytes[start...]), body)
                continue
            }
            let used = readFrame(UnsafeRawBufferPointer(rebasing: bytes[start...]), body)
            guard used > 0 else { break }
            start += used
        }
        if start < bytes.count { input = Array(bytes[start...]) }
    }

    private mutating func skip(_ bytes: UnsafeRawBufferPointer, _ body: (Event) -> Void) -> Int {
        let used = min(toSkip, bytes.count)
        let wanted = Self.kept - (beginning?.count ?? Self.kept)
        if wanted > 0 { beginning?.append(contentsOf: bytes[..<min(used, wanted)]) }
        toSkip -= used
        if toSkip == 0 { endLongFrame(body) }
        return used
    }

    private mutating func endLongFrame(_ body: (Event) -> Void) {
        guard isLastFrame, let beginning else { return }
        self.beginning = nil
        body(.long(beginning))
    }

    /// Returns how many bytes it was; 0 when it is not all there.
    private mutating func readFrame(_ bytes: UnsafeRawBufferPointer, _ body: (Event) -> Void) -> Int {
        guard let (head, length) = Self.readHead(bytes) else { return 0 }
        let opcode = bytes[0] & 0x0f
        let isFinal = bytes[0] & 0x80 != 0
        let isLong = opcode == 0 || opcode == 2 && (!isFinal || length > Self.longest)
        guard isLong || bytes.count >= head + length else { return 0 }
        received += length
        count += 1
        if isLong {
            if opcode == 2 { beginning = [] }
            isLastFrame = isFinal
            toSkip = length
            if length == 0 { endLongFrame(body) }
            return head
        }
        switch opcode {
        case 2: body(.message(UnsafeRawBufferPointer(rebasing: bytes[head..<(head + length)])))
        case 8: body(.close)
        case 9: body(.ping(Array(bytes[head..<(head + length)])))
        default: break
        }
        return head + length
    }

    /// The lengths of a frame's head and of its payload.
    private static func readHead(_ bytes: UnsafeRawBufferPointer) -> (head: Int, length: Int)? {
        guard bytes.count >= 2 else { return nil }
        switch bytes[1] & 0x7f {
        case 126:
            guard bytes.count >= 4 else { return nil }
            return (4, Int(bytes[2]) << 8 | Int(bytes[3]))
        case 127:
            guard bytes.count >= 10 else { return nil }
            return (10, (2..<10).reduce(0) { $0 << 8 | Int(bytes[$1]) })
        case let length: return (2, Int(length))
        }
    }
}
