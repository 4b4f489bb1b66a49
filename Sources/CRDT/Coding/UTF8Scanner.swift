/// UTF-8 counted in UTF-16 units, as Yjs counts.
enum UTF8Scanner {
    /// The replacement character, which Yjs puts on both sides where a surrogate pair is cut.
    static let replacement: [UInt8] = [0xef, 0xbf, 0xbd]

    /// Length in UTF-16 units, or nil where the bytes are not well-formed UTF-8 (Unicode, table 3-7).
    static func utf16Length(validating bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = asciiPrefix(of: bytes, from: 0)
        var length = index
        while index < bytes.count {
            let width = width(ofScalarAt: index, in: bytes)
            guard width > 0 else { return nil }
            let next = asciiPrefix(of: bytes, from: index + width)
            length += (width == 4 ? 2 : 1) + next - index - width
            index = next
        }
        return length
    }

    /// Index of the first byte from `start` on that is not ASCII, eight bytes at a time.
    @inline(__always) private static func asciiPrefix(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let others = word & 0x8080_8080_8080_8080
            guard others == 0 else { return index + others.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// Bytes of the scalar at `index`, or 0 where there is no well-formed one.
    @inline(__always) private static func width(ofScalarAt index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let lead = bytes[index]
        func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xbf) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        switch lead {
        case 0x00...0x7f: return 1
        case 0xc2...0xdf: return continues(1) ? 2 : 0
        case 0xe0: return continues(1, 0xa0...0xbf) && continues(2) ? 3 : 0
        case 0xed: return continues(1, 0x80...0x9f) && continues(2) ? 3 : 0
        case 0xe1...0xef: return continues(1) && continues(2) ? 3 : 0
        case 0xf0: return continues(1, 0x90...0xbf) && continues(2) && continues(3) ? 4 : 0
        case 0xf1...0xf3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xf4: return continues(1, 0x80...0x8f) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }

    /// Where `units` UTF-16 units end in well-formed UTF-8. `insidePair` tells that this is between the halves
    /// of a surrogate pair; the offset is then that of the four-byte scalar's start.
    static func offset(ofUnits units: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (offset: Int, insidePair: Bool) {
        var index = 0
        var left = units
        while left > 0, index < bytes.count {
            let lead = bytes[index]
            if lead >= 0xf0 {
                if left == 1 { return (index, true) }
                left -= 2
                index += 4
            } else {
                left -= 1
                index += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : 3
            }
        }
        return (index, false)
    }
}
