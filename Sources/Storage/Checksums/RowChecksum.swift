/// The checksum that stands beside a row's bytes. It covers the row's key too, so that bytes which turn up under
/// another document or place are found as well as bytes that changed.
enum RowChecksum {
    static func make(key: String, sequence: Int64, time: Int64 = 0, bytes: some Collection<UInt8>) -> Int64 {
        var crc = CRC32C()
        crc.update(Int64(key.utf8.count))
        crc.update(key.utf8)
        crc.update(sequence)
        crc.update(time)
        crc.update(bytes)
        return Int64(crc.checksum)
    }
}
