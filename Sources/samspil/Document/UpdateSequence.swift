import CRDT
import Foundation

/// The updates in a file: each behind its length as 32 bits, little-endian.
///
/// The file is read whole, the updates are cut out one at a time: iterating takes no second copy of a large file, and
/// may be done again from the start. A file that ends too early gives what is whole, and ``fault`` says what is
/// missing.
struct UpdateSequence: Sequence {
    private let bytes: [UInt8]
    /// The whole file is one update as it is, such as `samspil document merge` writes.
    private let isSingle: Bool
    /// Why the file's end can't be read; nil where all of it can.
    let fault: UpdateFault?

    /// - Throws: Foundation's errors where the file can't be read.
    init(file: String) throws {
        self.init([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
    }

    /// A file that is no sequence of lengths may be a single update: only then is it decoded to find out, since the
    /// first bytes of an update can look like a length as well.
    init(_ bytes: [UInt8]) {
        let fault = Self.fault(in: bytes)
        self.bytes = bytes
        isSingle = fault != nil && (try? encodeStateVector(fromUpdate: bytes)) != nil
        self.fault = isSingle ? nil : fault
    }

    /// The place where the lengths no longer fit the file; nil where they end exactly at its last byte.
    private static func fault(in bytes: [UInt8]) -> UpdateFault? {
        var iterator = Iterator(bytes: bytes, isSingle: false)
        var count = 0
        while iterator.skip() { count += 1 }
        let left = bytes.count - iterator.position
        guard left > 0 else { return nil }
        guard left >= 4 else { return UpdateFault(index: count, reason: "the file ends inside a length") }
        return UpdateFault(
            index: count, reason: "the file ends after \(left - 4) of \(iterator.announcedLength) bytes")
    }

    func makeIterator() -> Iterator {
        Iterator(bytes: bytes, isSingle: isSingle)
    }

    /// Jumps from length to length. Never traps: a length past the end gives nil, and the position stays where it is.
    struct Iterator: IteratorProtocol {
        fileprivate let bytes: [UInt8]
        fileprivate let isSingle: Bool
        fileprivate var position = 0

        /// In bytes, as the four bytes at the position say; only read where four are left.
        fileprivate var announcedLength: Int {
            (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << ($1 * 8) }
        }

        /// The bytes of the next update; nil where no whole one follows.
        private var range: Range<Int>? {
            if isSingle { return position == 0 ? bytes.indices : nil }
            guard position + 4 <= bytes.count else { return nil }
            let end = position + 4 + announcedLength
            return end <= bytes.count ? (position + 4)..<end : nil
        }

        /// Passes over an update without copying it.
        fileprivate mutating func skip() -> Bool {
            guard let range else { return false }
            position = range.upperBound
            return true
        }

        mutating func next() -> [UInt8]? {
            guard let range else { return nil }
            position = range.upperBound
            return Array(bytes[range])
        }
    }
}

/// What is wrong with an update in a file, and which one it is: the index is what one needs to cut it out and look.
struct UpdateFault {
    /// Its place among the file's updates, from 0.
    let index: Int
    let reason: String
}

extension UpdateFault: CustomStringConvertible {
    var description: String { "update \(index): \(reason)" }
}
