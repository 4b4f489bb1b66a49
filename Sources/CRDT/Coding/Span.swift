/// A range of bytes in some buffer: of an update while it is decoded, of the text slab once it is stored.
struct Span: BitwiseCopyable {
    var offset: UInt32
    var count: UInt32

    static let empty = Span(offset: 0, count: 0)

    @inline(__always) init(offset: UInt32, count: UInt32) {
        self.offset = offset
        self.count = count
    }

    @inline(__always) init(_ range: Range<Int>) {
        self.init(offset: UInt32(truncatingIfNeeded: range.lowerBound), count: UInt32(truncatingIfNeeded: range.count))
    }

    @inline(__always) var range: Range<Int> { Int(offset)..<(Int(offset) + Int(count)) }

    @inline(__always) func bytes(in buffer: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: buffer[range])
    }
}
