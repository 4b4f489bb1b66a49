import Testing

@testable import Storage

struct ChecksumTests {
    @Test(arguments: [
        ("", 0 as UInt32), ("123456789", 0xE306_9283), ("a", 0xC1D0_4330),
        ("The quick brown fox jumps over the lazy dog", 0x2262_0404),
    ])
    func `CRC-32C gives the published values`(text: String, checksum: UInt32) {
        var crc = CRC32C()
        crc.update(text.utf8)
        #expect(crc.checksum == checksum)
    }

    @Test func `bytes taken in pieces give the checksum of the whole`() {
        let bytes = (0..<100).map { UInt8($0) }
        var whole = CRC32C()
        whole.update(bytes)
        for cut in 0...100 {
            var pieces = CRC32C()
            pieces.update(bytes[..<cut])
            pieces.update(bytes[cut...])
            #expect(pieces.checksum == whole.checksum)
        }
    }

    @Test func `every single flipped bit, another key and another place change the checksum`() {
        let bytes: [UInt8] = Array("Fælles prøvehandling".utf8)
        let checksum = RowChecksum.make(key: "m1", sequence: 1, bytes: bytes)
        for bit in 0..<(bytes.count * 8) {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << (bit % 8)
            #expect(RowChecksum.make(key: "m1", sequence: 1, bytes: flipped) != checksum)
        }
        #expect(RowChecksum.make(key: "m2", sequence: 1, bytes: bytes) != checksum)
        #expect(RowChecksum.make(key: "m1", sequence: 2, bytes: bytes) != checksum)
        #expect(RowChecksum.make(key: "m1", sequence: 1, time: 1, bytes: bytes) != checksum)
    }
}
