import Foundation

/// A file of updates: each after its length as a 32-bit little-endian number.
enum UpdateFile {
    static func read(_ path: String) throws -> [[UInt8]] {
        let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var updates: [[UInt8]] = []
        var position = 0
        while position < data.count {
            guard position + 4 <= data.count else { throw BenchmarkError.malformedFile(path) }
            let length = (0..<4).reduce(0) { $0 | Int(data[position + $1]) << ($1 * 8) }
            position += 4
            guard position + length <= data.count else { throw BenchmarkError.malformedFile(path) }
            updates.append(Array(data[position..<(position + length)]))
            position += length
        }
        return updates
    }

    static func write(_ updates: [[UInt8]], to path: String) throws {
        var data = Data()
        for update in updates {
            withUnsafeBytes(of: UInt32(update.count).littleEndian) { data.append(contentsOf: $0) }
            data.append(contentsOf: update)
        }
        try data.write(to: URL(fileURLWithPath: path))
    }
}
