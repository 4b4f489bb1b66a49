import Conversion
import Export
import Foundation
import Planning
import Synchronization
import Testing

/// The real converters, and programs that stand in for them and misbehave.
@Suite struct ConversionRoomTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let styles = root.appending(path: "Sessions/templates/documents").path
    private static let document = ExportDocument(
        title: "Prøve", language: .danish, pageHead: ["Enheden", "2027"],
        blocks: [.heading(1, Line("Prøve")), .paragraph(Line("Et afsnit."))])

    private static let asker = Asker(person: "p")

    private func room(_ path: [String], _ change: (inout ConversionLimits) -> Void = { _ in }) -> ConversionRoom {
        var limits = ConversionLimits()
        change(&limits)
        return ConversionRoom(limits: limits, searchPath: path, styleDirectory: Self.styles)
    }

    /// A folder with a program that does something else than convert.
    private func folder(with program: Converter, _ script: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "samspil-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: program.rawValue).path
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        return folder.path
    }

    @Test func `a converter that is not installed is named, and only its formats are not available`() async throws {
        let room = room([try folder(with: .weasyprint, "exit 1")])
        #expect(!room.isAvailable(.docx) && !room.isAvailable(.odt))
        #expect(room.isAvailable(.pdf) && room.isAvailable(.archivePDF))
        await #expect(throws: ConversionError.missing(.pandoc)) {
            try await room.convert(to: .docx, size: 20, for: Self.asker) { Self.document }
        }
    }

    @Test func `a converter that takes too long is ended`() async throws {
        let room = room([try folder(with: .weasyprint, "exec sleep 600")]) { $0.seconds = 1 }
        await #expect(throws: ConversionError.tookTooLong(.weasyprint)) {
            try await room.convert(to: .pdf, size: 20, for: Self.asker) { Self.document }
        }
    }

    @Test func `a converter that wants more memory or writes more than it may fails`() async throws {
        let hungry = room([try folder(with: .weasyprint, "exec python3 -c 'bytearray(1 << 30)'")]) {
            $0.memoryBytes = 256 << 20
        }
        let wordy = room([try folder(with: .weasyprint, "head -c 3000000 /dev/zero > result.pdf")]) {
            $0.resultBytes = 1 << 20
        }
        for room in [hungry, wordy] {
            let error = await #expect(throws: ConversionError.self) {
                try await room.convert(to: .pdf, size: 20, for: Self.asker) { Self.document }
            }
            guard case .failed(.weasyprint, _)? = error else {
                Issue.record("it was \(String(describing: error))")
                continue
            }
        }
    }

    @Test func `a converter sees nothing of the server's environment and works in a folder of its own`() async throws {
        let room = room([try folder(with: .weasyprint, "{ env; pwd; } > result.pdf")])
        let bytes = try await room.convert(to: .pdf, size: 20, for: Self.asker) { Self.document }
        let text = String(decoding: bytes, as: UTF8.self)
        let names = text.split(separator: "\n").filter { $0.contains("=") }.map { $0.prefix { $0 != "=" } }
        #expect(
            Set(names).isSubset(of: [
                "PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "LANG", "PWD", "_",
            ]))
        #expect(text.contains("/samspil-"))
    }

    @Test func `a document that grew while it waited is measured again when its turn comes`() async throws {
        let room = room([try folder(with: .weasyprint, "echo made > result.pdf")]) { $0.textBytes = 20 }
        let grown = ExportDocument(
            title: "Prøve", language: .danish, pageHead: [],
            blocks: [.paragraph(Line(String(repeating: "a", count: 10_000)))])
        await #expect(throws: ConversionError.tooLarge) {
            try await room.convert(to: .pdf, size: 20, for: Self.asker) { grown }
        }
    }

    @Test func `cancelling ends the program that runs, and the waiting of those behind it`() async throws {
        let room = room([try folder(with: .weasyprint, "exec sleep 600")]) { $0.running = 1 }
        let tasks = (0..<3).map { _ in
            Task { try await room.convert(to: .pdf, size: 20, for: Self.asker) { Self.document } }
        }
        try await Task.sleep(for: .milliseconds(200))
        for task in tasks { task.cancel() }
        for task in tasks {
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test(arguments: [true, false])
    func `stopping the room, and cancelling, end a program with every process that it began`(stopsRoom: Bool)
        async throws
    {
        let note = FileManager.default.temporaryDirectory.appending(path: "samspil-test-\(UUID().uuidString)").path
        let room = room([try folder(with: .weasyprint, "sleep 600 &\necho $! > \(note)\nwait")])
        let conversion = Task { try await room.convert(to: .pdf, size: 20, for: Self.asker) { Self.document } }
        let child = try await Self.number(in: note)
        #expect(Self.isRunning(child))
        if stopsRoom { await room.stop() } else { conversion.cancel() }
        await #expect(throws: CancellationError.self) { try await conversion.value }
        // It has been killed; on a machine with much to do it is a moment until the system has ended it.
        for _ in 0..<500 where Self.isRunning(child) { try await Task.sleep(for: .milliseconds(10)) }
        #expect(!Self.isRunning(child))
        guard stopsRoom else { return }
        await #expect(throws: CancellationError.self) {
            try await room.convert(to: .pdf, size: 20, for: Self.asker) { Self.document }
        }
    }

    private static func number(in path: String) async throws -> Int {
        for _ in 0..<500 {
            if let text = try? String(contentsOfFile: path, encoding: .utf8),
                let number = Int(text.filter(\.isNumber)), text.hasSuffix("\n")
            {
                return number
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw CancellationError()
    }

    /// One that has ended and that nobody has asked about has no command line any more.
    private static func isRunning(_ process: Int) -> Bool {
        (FileManager.default.contents(atPath: "/proc/\(process)/cmdline")?.isEmpty).map { !$0 } ?? false
    }

    @Test func `when as many wait as may, the next is told so at once`() async throws {
        let room = room([try folder(with: .weasyprint, "exec sleep 600")]) {
            $0.running = 1
            $0.waiting = 0
        }
        let first = Task { try await room.convert(to: .pdf, size: 20, for: Self.asker) { Self.document } }
        // The first may not have begun yet: then this one is in its place, and the first is refused.
        let second = Task { try await room.convert(to: .pdf, size: 20, for: Self.asker) { Self.document } }
        let told = try await withThrowingTaskGroup(of: ConversionError?.self) { group in
            for task in [first, second] {
                group.addTask {
                    do { _ = try await task.value } catch { return error as? ConversionError }
                    return nil
                }
            }
            // One is told at once; the other is still at work.
            let told = try await group.next() ?? nil
            first.cancel()
            second.cancel()
            return told
        }
        #expect(told == .busy)
    }

    @Test(arguments: ConversionFormat.allCases)
    func `the real converters make each format`(_ format: ConversionFormat) async throws {
        let room = room(["/usr/local/bin", "/usr/bin"])
        let bytes = try await room.convert(to: format, size: 20, for: Self.asker) { Self.document }
        let magic = format.converter == .pandoc ? "PK" : "%PDF-1."
        #expect(bytes.starts(with: Array(magic.utf8)))
    }

    @Test(arguments: ConversionFormat.allCases.filter { $0.converter == .pandoc })
    func `a paragraph of a megabyte becomes a document in time`(_ format: ConversionFormat) async throws {
        let text = String(repeating: "Familien møder voksne, der taler sammen. ", count: 25_000)
        let document = ExportDocument(
            title: "Prøve", language: .danish, pageHead: [], blocks: [.paragraph(Line(text))])
        let bytes = try await room(["/usr/local/bin", "/usr/bin"]).convert(
            to: format, size: text.utf8.count, for: Self.asker
        ) { document }
        #expect(bytes.starts(with: Array("PK".utf8)))
    }

    @Test func `a document is put together when its turn has come, and nobody who waits holds one`() async throws {
        let made = Shared(0)
        let room = room([try folder(with: .weasyprint, "sleep 1; cp document.html result.pdf")]) { $0.running = 1 }
        let tasks = (0..<3).map { _ in
            Task {
                try await room.convert(to: .archivePDF, size: 20, for: Self.asker) {
                    made.value.withLock { $0 += 1 }
                    return Self.document
                }
            }
        }
        _ = await tasks[0].result
        #expect(made.value.withLock { $0 } <= 2)
        for task in tasks { _ = await task.result }
        #expect(made.value.withLock { $0 } == 3)
    }

    /// More of them than Swift's own pool has threads.
    @Test func `making documents holds up nothing else`() async throws {
        let turns = Turns(limits: TurnLimits(running: 64, waiting: 0, waitingPerPerson: 0, smallBytes: 1))
        let mayEnd = Shared(false)
        let tasks = (0..<64).map { number in
            Task {
                try await turns.take(by: Asker(person: "\(number)"), size: 0) {
                    while !mayEnd.value.withLock({ $0 }) { usleep(1_000) }
                }
            }
        }
        // What everybody else waits for goes on meanwhile.
        for number in 0..<1_000 { #expect(await Task.detached { number }.value == number) }
        mayEnd.value.withLock { $0 = true }
        for task in tasks { try await task.value }
    }

    private final class Shared<Value: Sendable>: Sendable {
        let value: Mutex<Value>

        init(_ value: Value) { self.value = Mutex(value) }
    }
}
