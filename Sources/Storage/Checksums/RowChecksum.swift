import Foundation
import GRDB

/// The checksum that stands beside a row's bytes. It covers the row's key too, so that bytes which turn up under
/// another document or place are found as well as bytes that changed.
enum RowChecksum {
    /// Of a row of a log. The key's length goes first, so that no two keys and contents run together.
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

extension RowChecksum {
    /// Of the values of a whole row, in the order of ``Schema/checkedColumns``: each tells its kind and its length.
    static func make(_ values: [DatabaseValue]) -> Int64 {
        var crc = CRC32C()
        for value in values {
            switch value.storage {
            case .null: crc.update(0)
            case .int64(let number):
                crc.update(1)
                crc.update(number)
            case .double(let number):
                crc.update(2)
                crc.update(Int64(bitPattern: number.bitPattern))
            case .string(let text):
                crc.update(3)
                crc.update(Int64(text.utf8.count))
                crc.update(text.utf8)
            case .blob(let data):
                crc.update(4)
                crc.update(Int64(data.count))
                crc.update(data)
            }
        }
        return Int64(crc.checksum)
    }

    /// The same within SQL. A generated column or a trigger would call it unasked, but not with `trusted_schema` off.
    static let function = DatabaseFunction("row_checksum", pure: true) { make($0) }
}
