/// The bytes of all content, appended one after the other.
///
/// Two neighbouring runs become one without copying where the second lies right behind the first, as it does
/// while one client types. Otherwise the grown run moves to the end with room to double, so that typing
/// costs a constant number of copied bytes per character however many clients take turns. What is left behind
/// is counted, and ``Store/compactSlab()`` removes it.
struct TextSlab: ~Copyable {
    private(set) var buffer: Buffer<UInt8>
    /// Bytes that no block names any more.
    private(set) var deadBytes = 0

    init(capacity: Int = 256) {
        buffer = Buffer(capacity: capacity)
    }

    deinit {
        buffer.deallocate()
    }

    var count: Int { buffer.count }
    /// Bytes that blocks or types name, the slack of growing runs among them.
    var liveBytes: Int { buffer.count - deadBytes }

    /// The bytes, valid until the slab next changes.
    @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(buffer.elements) }

    @inline(__always) func bytes(of span: Span) -> UnsafeBufferPointer<UInt8> { span.bytes(in: bytes) }

    mutating func reserve(_ more: Int) {
        buffer.reserve(buffer.count + more, slack: more / 4)
    }

    /// Copies bytes to the end. They must not lie in the slab itself, which may move.
    mutating func append(_ source: UnsafeBufferPointer<UInt8>) -> Span {
        let start = buffer.count
        buffer.append(contentsOf: source)
        return Span(start..<buffer.count)
    }

    mutating func append(_ source: [UInt8]) -> Span {
        source.withUnsafeBufferPointer { append($0) }
    }

    /// Overwrites bytes where they are; for what a split puts in the place of half a pair.
    mutating func write(_ source: [UInt8], at offset: Int) {
        for (index, byte) in source.enumerated() { buffer[offset + index] = byte }
    }

    /// `hasSlack`: the run has the bytes up to the next power of two for itself.
    mutating func free(_ span: Span, hasSlack: Bool) {
        deadBytes += hasSlack ? Self.room(for: span.count) : Int(span.count)
    }

    /// A run that is about to be split keeps only its bytes.
    mutating func giveUpSlack(of span: Span) {
        deadBytes += Self.room(for: span.count) - Int(span.count)
    }

    /// One run holding both, the second behind the first.
    mutating func join(_ first: Span, hasSlack: Bool, _ second: Span) -> (span: Span, hasSlack: Bool) {
        if first.offset + first.count == second.offset {
            return (Span(offset: first.offset, count: first.count + second.count), false)
        }
        let total = Int(first.count) + Int(second.count)
        deadBytes += Int(second.count)
        if hasSlack, total <= Self.room(for: first.count) {
            let end = first.range.upperBound
            buffer.copy(second.range, to: end)
            return (Span(first.range.lowerBound..<(end + Int(second.count))), true)
        }
        deadBytes += hasSlack ? Self.room(for: first.count) : Int(first.count)
        return (moveToEnd(first, second), true)
    }

    /// Leaves both runs behind, which the caller has counted as dead.
    private mutating func moveToEnd(_ first: Span, _ second: Span) -> Span {
        let start = buffer.count
        let total = first.count + second.count
        buffer.extend(by: Self.room(for: total), filler: 0)
        buffer.copy(first.range, to: start)
        buffer.copy(second.range, to: start + Int(first.count))
        return Span(offset: UInt32(start), count: total)
    }

    /// The next power of two: what a run with slack has for itself.
    static func room(for count: UInt32) -> Int {
        count <= 1 ? Int(count) : 1 << (UInt32.bitWidth - (count - 1).leadingZeroBitCount)
    }
}
