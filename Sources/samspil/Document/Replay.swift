import CRDT
import Foundation

/// A file's updates applied to an empty document, one by one, and what that took.
///
/// The document's client identifier is 0: it never writes, so it can't meet one that recorded. A broken update is left
/// out and the next is applied, as a room does with what a client sends.
struct Replay {
    private let document: Document
    /// The time of the applying alone, without reading the file and cutting it into updates.
    private var applying: Duration = .zero

    /// Updates are cut out so many at a time: the clock is then read rarely, and a large file takes no room twice.
    private static let batch = 4096
    /// How often encoding and loading are measured; the median counts.
    private static let runs = 5

    /// - Parameter onFault: called between the batches, outside of what is measured.
    init(of updates: UpdateSequence, onFault: (UpdateFault) -> Void) {
        document = Document(clientID: 0)
        var iterator = updates.makeIterator()
        var index = 0
        while true {
            let batch = Self.nextBatch(&iterator)
            guard !batch.isEmpty else { break }
            let start = ContinuousClock.now
            var faults: [UpdateFault] = []
            for update in batch {
                do throws(UpdateError) {
                    _ = try document.apply(update)
                } catch {
                    faults.append(UpdateFault(index: index, reason: "\(error)"))
                }
                index += 1
            }
            applying += .now - start
            faults.forEach(onFault)
        }
        if let fault = updates.fault { onFault(fault) }
    }

    private static func nextBatch(_ iterator: inout UpdateSequence.Iterator) -> [[UInt8]] {
        var batch: [[UInt8]] = []
        while batch.count < Self.batch, let update = iterator.next() { batch.append(update) }
        return batch
    }

    /// One line of JSON with its end of line, UTF-8.
    func report(file: String, timings: Bool) -> [UInt8] {
        var line = Array("{\"file\":\(Value.string(file).json),\"roots\":".utf8)
        line += document.visibleJSON
        let clocks = document.stateVector.clocks.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        line += ",\"stateVector\":{\(clocks.joined(separator: ","))},\"pending\":\(document.hasPending)".utf8
        if timings { line += measurements().utf8 }
        line += "}\n".utf8
        return line
    }

    // MARK: Timings

    /// Members of the report's object, each behind a comma: times in milliseconds, memory in bytes.
    private func measurements() -> String {
        // Before anything is encoded: the figure is for the document, not for copies of it.
        let resident = ResidentMemory.bytes()
        var encoded: [UInt8] = []
        let encoding = Self.median { encoded = document.encodeStateAsUpdate() }
        let loading = Self.median { _ = try? Document(clientID: 0).apply(encoded) }
        return ",\"apply_ms\":\(Self.milliseconds(applying)),\"encode_ms\":\(encoding)"
            + ",\"encoded_bytes\":\(encoded.count),\"load_ms\":\(loading),\"resident_bytes\":\(resident)"
    }

    /// In milliseconds, as ``milliseconds(_:)`` writes them.
    private static func median(_ body: () -> Void) -> String {
        let clock = ContinuousClock()
        let times = (0..<runs).map { _ in clock.measure(body) }.sorted()
        return milliseconds(times[times.count / 2])
    }

    /// With four decimals: a ten-thousandth of a millisecond is what the clock tells apart.
    private static func milliseconds(_ duration: Duration) -> String {
        let tenths = (duration / .nanoseconds(100)).rounded()
        return "\(tenths / 10_000)"
    }
}

/// The memory of this process that is in RAM, which is what a server with this document would need.
enum ResidentMemory {
    /// In bytes; 0 where `/proc` is not there. See proc(5), `statm`.
    static func bytes() -> Int {
        guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let fields = statm.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
