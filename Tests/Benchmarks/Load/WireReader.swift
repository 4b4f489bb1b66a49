/// Reads lib0's numbers from a message. Traps on what no server sends: then there is nothing to measure.
struct WireReader {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func byte() -> UInt8 {
        defer { position += 1 }
        return bytes[position]
    }

    /// lib0 `readVarUint`.
    mutating func number() -> Int {
        var number = 0
        var shift = 0
        while true {
            let next = byte()
            number |= Int(next & 0x7f) << shift
            guard next >= 0x80 else { return number }
            shift += 7
        }
    }

    mutating func skip(_ count: Int) { position += count }
}

extension WireReader {
    /// Tells how far each client's clock reaches in an update that only inserts text, as this generator's writers do,
    /// merged or not.
    mutating func clocks(_ body: (_ client: Int, _ end: Int) -> Void) {
        for _ in 0..<number() {
            let structs = number()
            let client = number()
            var clock = number()
            for _ in 0..<structs { clock += structLength() }
            body(client, clock)
        }
    }

    private mutating func structLength() -> Int {
        let info = byte()
        if info & 0x1f == 10 || info & 0x1f == 0 { return number() }
        if info & 0x80 != 0 { skipID() }
        if info & 0x40 != 0 { skipID() }
        if info & 0xc0 == 0 {
            precondition(number() == 1, "a parent that is no root")
            skip(number())
        }
        precondition(info & 0x1f == 4, "content that is no text")
        let length = number()
        skip(length)
        return length
    }

    private mutating func skipID() {
        _ = number()
        _ = number()
    }
}
