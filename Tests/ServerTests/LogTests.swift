import Foundation
import Logging
import Testing

@testable import Application
@testable import Server

struct LogTests {
    private func taken(_ queue: inout LineQueue) -> String {
        String(decoding: queue.take { "dropped \($0)" }.bytes, as: UTF8.self)
    }

    @Test func `lines come out in order, and how many found no room stands behind those that did`() {
        var queue = LineQueue(room: 100)
        for number in 0..<50 { queue.add("line \(number)", .grave) }
        let lines = taken(&queue).split(separator: "\n").map(String.init)
        #expect(lines == (0..<13).map { "line \($0)" } + ["dropped 37"])
        #expect(queue.dropped == 37)
        queue.add("later", .grave)
        #expect(taken(&queue) == "later\n")
        #expect(taken(&queue) == "")
    }

    @Test func `however many ordinary lines there are, a grave one finds room`() {
        var queue = LineQueue(room: 1000)
        for _ in 0..<1000 { queue.add("somebody went", .ordinary) }
        queue.add("nothing is saved", .grave)
        #expect(taken(&queue).contains("nothing is saved\n"))
    }

    @Test func `a line is one event of bounded length, whatever is in it`() {
        var queue = LineQueue()
        queue.add("a\nb\r\u{1B}[31m\u{0}\u{7F}é", .grave)
        queue.add(String(repeating: "x", count: 100_000), .grave)
        let lines = taken(&queue).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0] == "a b  [31m  é")
        #expect(lines[1].utf8.count == LineQueue.lineBytes)
    }

    private final class Pipe: Sendable {
        let reading: Int32
        let writing: Int32

        init() throws {
            var ends: [Int32] = [-1, -1]
            try #require(pipe(&ends) == 0)
            (reading, writing) = (ends[0], ends[1])
            signal(SIGPIPE, SIG_IGN)
        }

        /// Everything up to the first line that holds `end`, that one whole.
        func read(until end: String) -> String {
            var all: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while all.last != UInt8(ascii: "\n") || !String(decoding: all.suffix(1000), as: UTF8.self).contains(end) {
                let count = Foundation.read(reading, &buffer, buffer.count)
                guard count > 0 else { break }
                all += buffer.prefix(count)
            }
            return String(decoding: all, as: UTF8.self)
        }
    }

    @Test func `who logs never waits for a reader that does not read, and the reader hears what it missed`() throws {
        let pipe = try Pipe()
        let writer = LineWriter(descriptor: pipe.writing) { "dropped \($0)" }
        var logger = Logger(label: "test") { QueuedLogHandler(label: $0, level: .info, writer: writer) }
        logger[metadataKey: "kind"] = "document"
        let count = 60_000
        // Without a queue the first 64 KiB would be the last.
        for number in 0..<count { logger.info("connection ended", metadata: ["number": "\(number)"]) }
        logger.debug("not asked for")
        #expect(writer.dropped > 0)
        #expect(!writer.finish(within: .milliseconds(50)), "nobody has read")
        let told = pipe.read(until: "dropped ")
        let lines = told.split(separator: "\n")
        #expect(lines.first?.hasSuffix(" info test: kind=document number=0 [ServerTests] connection ended") == true)
        let dropped = lines.compactMap { $0.hasPrefix("dropped ") ? Int($0.dropFirst(8)) : nil }.reduce(0, +)
        #expect(dropped == writer.dropped)
        #expect(lines.count - 1 + dropped == count)
        logger.error("after")
        #expect(pipe.read(until: "after").hasSuffix(" error test: kind=document [ServerTests] after\n"))
        #expect(writer.finish(within: .seconds(10)))
    }

    @Test func `a reader that has gone costs lines and nothing else`() throws {
        let pipe = try Pipe()
        let writer = LineWriter(descriptor: pipe.writing) { "dropped \($0)" }
        close(pipe.reading)
        for _ in 0..<10 {
            writer.say("to nobody")
            #expect(writer.finish(within: .seconds(10)))
        }
        #expect(writer.dropped == 10)
    }
}
