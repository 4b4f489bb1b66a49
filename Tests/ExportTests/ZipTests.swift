import Export
import Testing

@Suite struct ZipTests {
    @Test func `an archive is the bytes the format says`() throws {
        var archive = ZipWriter()
        try archive.add("å/b.txt", Array("123456789".utf8))
        let size = archive.size
        let bytes = archive.finish()
        let name = Array("å/b.txt".utf8)
        // CRC-32 of "123456789" is 0xCBF43926, the check value of the algorithm's definition.
        let checksum: [UInt8] = [0x26, 0x39, 0xF4, 0xCB]
        #expect(Array(bytes[0..<4]) == [0x50, 0x4B, 3, 4])
        #expect(Array(bytes[14..<18]) == checksum)
        #expect(Array(bytes[30..<30 + name.count]) == name)
        #expect(bytes.count == 30 + name.count + 9 + 46 + name.count + 22)
        #expect(size == bytes.count)
    }
}
