import Application
import CZlib

/// A part of a gzip stream (RFC 1952) that was compressed by itself, so that what many answers share is compressed
/// once.
struct GzipPiece: Sendable {
    /// Raw DEFLATE (RFC 1951), flushed to a byte's edge unless it is the last, so that pieces can stand behind each
    /// other.
    private let deflated: [UInt8]
    /// CRC-32 and length of the uncompressed bytes: the trailer's are combined from those of all pieces.
    private let checksum: UInt
    private let count: Int
    private let isLast: Bool

    /// - Parameter isLast: whether no other piece follows.
    /// - Returns: nil where there is no memory for it.
    init?(_ bytes: [UInt8], isLast: Bool) {
        guard bytes.count < Int32.max else { return nil }
        var output = [UInt8](repeating: 0, count: Int(samspil_deflate_room(UInt(bytes.count))))
        let room = UInt(output.count)
        let written = samspil_deflate(bytes, UInt(bytes.count), &output, room, isLast ? 1 : 0)
        guard written > 0 else { return nil }
        output.removeLast(output.count - Int(written))
        deflated = output
        checksum = crc32(0, bytes, UInt32(bytes.count))
        count = bytes.count
        self.isLast = isLast
    }

    /// The stream of these pieces; nil unless the last of them, and it alone, was made as the last.
    static func stream(_ pieces: [GzipPiece]) -> [UInt8]? {
        guard pieces.last?.isLast == true, pieces.count(where: \.isLast) == 1 else { return nil }
        // No name, no time, an unknown system (section 2.3.1).
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        bytes.reserveCapacity(pieces.reduce(18) { $0 + $1.deflated.count })
        var (checksum, count) = (UInt(crc32(0, nil, 0)), 0)
        for piece in pieces {
            bytes += piece.deflated
            checksum = crc32_combine(checksum, piece.checksum, piece.count)
            count += piece.count
        }
        // The trailer: checksum, then length modulo 2³², each little-endian (section 2.3).
        for number in [UInt32(truncatingIfNeeded: checksum), UInt32(truncatingIfNeeded: count)] {
            bytes += (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
        return bytes
    }
}
