/// Writes a ZIP archive whose entries are stored as they are (PKWARE's APPNOTE.TXT 6.3.10). Pure: the same entries
/// give the same bytes; all are dated 1 January 1980, the format's first day.
///
/// A writer of our own, because storing is all that is needed: DOCX, ODT and PDF are compressed already, what remains
/// is small, and reference documents for pandoc are read back at once. A process (`zip`, bsdtar) would be one more
/// program to install for every export; zlib one more library to link for kilobytes.
package struct ZipWriter: Sendable {
    /// Why an entry cannot be added.
    package enum Failure: Error, Sendable {
        /// ZIP without its 64-bit extension holds 4 GiB and 65,535 entries.
        case tooLarge
    }

    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// An archive without entries.
    package init() {}

    /// The archive's size so far.
    package var size: Int { body.count + directory.count + 22 }

    /// - Parameter name: a relative path with `/` between its parts.
    package mutating func add(_ name: String, _ bytes: [UInt8]) throws(Failure) {
        let name = Array(name.utf8)
        guard count < 0xFFFF, name.count < 0xFFFF, size + bytes.count + 2 * name.count + 76 < 0xFFFF_FFFF else {
            throw .tooLarge
        }
        let offset = UInt32(body.count)
        // Version 1.0 needed, names in UTF-8, stored, 00:00 on 1 January 1980, checksum, sizes, length of the name.
        var common: [UInt8] = []
        common.append16(10, 1 << 11, 0, 0, 1 << 5 | 1)
        common.append32(CRC32.checksum(bytes), UInt32(bytes.count), UInt32(bytes.count))
        common.append16(UInt16(name.count), 0)
        body.append32(0x0403_4B50)
        body += common + name + bytes
        directory.append32(0x0201_4B50)
        directory.append16(20)
        directory += common
        directory.append16(0, 0, 0)
        directory.append32(0, offset)
        directory += name
        count += 1
    }

    /// The whole archive; nothing can be added after it.
    package consuming func finish() -> [UInt8] {
        var end: [UInt8] = []
        end.append32(0x0605_4B50)
        end.append16(0, 0, UInt16(count), UInt16(count))
        end.append32(UInt32(directory.count), UInt32(body.count))
        end.append16(0)
        return body + directory + end
    }
}

extension [UInt8] {
    /// Little-endian, as all numbers of a ZIP file.
    fileprivate mutating func append16(_ values: UInt16...) {
        for value in values { append(contentsOf: [UInt8(value & 0xFF), UInt8(value >> 8)]) }
    }

    fileprivate mutating func append32(_ values: UInt32...) {
        for value in values { append16(UInt16(value & 0xFFFF), UInt16(value >> 16)) }
    }
}

/// The checksum of ZIP entries: CRC-32 as ISO 3309 has it, reflected polynomial 0xEDB88320.
private enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    /// By a table, byte for byte: an archive's bytes all go through here.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
    }
}
