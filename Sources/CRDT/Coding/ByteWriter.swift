/// Writes lib0's encoding into one growing piece of memory.
package struct ByteWriter: ~Copyable {
    private var buffer: Buffer<UInt8>

    /// - Parameter capacity: bytes taken at once; more are taken as they are needed, doubling.
    package init(capacity: Int = 64) {
        buffer = Buffer(capacity: capacity)
    }

    deinit {
        buffer.deallocate()
    }

    /// Bytes written so far.
    var count: Int { buffer.count }

    /// What was written, valid until the next write.
    var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(buffer.elements) }

    /// A copy of what was written.
    package func finish() -> [UInt8] { Array(written) }

    /// Starts anew in the same memory.
    mutating func removeAll() {
        buffer.truncate(to: 0)
    }

    @inline(__always) mutating func write(_ byte: UInt8) {
        buffer.append(byte)
    }

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        buffer.append(contentsOf: bytes)
    }

    mutating func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { write($0) }
    }

    /// lib0 `writeVarUint`: seven bits a byte, lowest first.
    @inline(__always) package mutating func writeVarUInt(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.append(UInt8(truncatingIfNeeded: rest))
    }

    @inline(__always) package mutating func writeVarUInt(_ number: Int) {
        writeVarUInt(UInt64(number))
    }

    @inline(__always) mutating func writeVarUInt(_ number: UInt32) {
        writeVarUInt(UInt64(number))
    }

    /// lib0 `writeVarInt` for an integral Double; −0 keeps its sign.
    mutating func writeVarInt(_ number: Double) {
        var rest = UInt64(number.magnitude)
        let sign: UInt8 = number.sign == .minus ? 0x40 : 0
        buffer.append((rest > 0x3f ? 0x80 : 0) | sign | UInt8(truncatingIfNeeded: rest & 0x3f))
        rest >>= 6
        while rest > 0 {
            buffer.append((rest > 0x7f ? 0x80 : 0) | UInt8(truncatingIfNeeded: rest & 0x7f))
            rest >>= 7
        }
    }

    /// A length and as many bytes.
    mutating func writeSpan(_ bytes: UnsafeBufferPointer<UInt8>) {
        writeVarUInt(bytes.count)
        write(bytes)
    }

    /// lib0 `writeVarUint8Array`.
    package mutating func writeSpan(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { writeSpan($0) }
    }

    /// lib0 `writeVarString`. Native strings are read where they are, bridged ones are copied first.
    package mutating func writeString(_ string: String) {
        var string = string
        string.withUTF8 { writeSpan($0) }
    }
}
