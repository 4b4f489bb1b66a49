import Conversion
import Export
import Foundation
import HTTPTypes
import Logging
import Planning
import Storage
import Synchronization
import TestLoop
import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    /// Text is made few at a time, each in its turn, and not at all for who has left.
    @Suite struct ExporterTests {
        /// Notes when it is put together and when it is written.
        private struct Noted: Exportable {
            let made: @Sendable () -> Void
            let language = Language.danish
            let revised: Int64 = 0
            let fileName = "f"
            let calendarName = (shown: "n", scope: "s")

            func json() throws -> Data {
                made()
                return Data(repeating: 0x20, count: 100)
            }
            func document() -> ExportDocument { .init(title: "t", language: .danish, pageHead: [], blocks: []) }
            func sheet() -> Spreadsheet { Spreadsheet(head: [], rows: []) }
            func events(in language: Language) -> [CalendarEvent] { [] }
            let calendarMemory: CalendarMemory? = nil
        }

        private static func exporter(_ change: (inout ExportLimits) -> Void = { _ in }) throws -> Exporter {
            var limits = ExportLimits()
            change(&limits)
            let logger = Logger(label: "t", factory: { _ in SwiftLogNoOpLogHandler() })
            return Exporter(
                conversions: ConversionRoom(limits: ConversionLimits(), searchPath: [], styleDirectory: ""),
                calendars: CalendarArchive(storage: try SQLiteStorage.inMemory(), logger: logger, now: { 1 }),
                limits: limits, logger: logger)
        }

        private final class Count: Sendable {
            private let value = Mutex(0)

            func add() { value.withLock { $0 += 1 } }
            var now: Int { value.withLock { $0 } }
        }

        /// Holds whoever passes until it is opened.
        private final class Gate: Sendable {
            private let isOpen = Mutex(false)

            func open() { isOpen.withLock { $0 = true } }
            func pass() async throws {
                while !isOpen.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
            }
            func passWhateverHappens() async {
                while !isOpen.withLock({ $0 }) { await Task.yield() }
            }
        }

        private static func wait(for condition: () async -> Bool) async {
            while !(await condition()) { await Task.yield() }
        }

        @Test func `as many work as may, one person's others wait, and more of them are refused in words`() async throws
        {
            let exporter = try Self.exporter()
            let gate = Gate()
            let working = Count()
            func ask(_ person: String) -> Task<Int, any Error> {
                Task {
                    try await exporter.make(as: .json, forArchive: false, for: Asker(person: person)) {
                        working.add()
                        try await gate.pass()
                        return { Noted {} }
                    }.bytes.count
                }
            }
            var tasks: [Task<Int, any Error>] = []
            for number in 0..<10 {
                tasks.append(ask("p"))
                await Self.wait {
                    let counts = await exporter.texts.counts
                    return counts.running + counts.waiting == number + 1
                }
            }
            #expect(working.now <= 2)
            let problem = await #expect(throws: Problem.self) { try await ask("p").value }
            #expect(problem?.status == .tooManyRequests && problem?.headerFields.isEmpty == false)
            let other = ask("q")
            await Self.wait { await exporter.texts.counts.waiting == 9 }
            gate.open()
            for task in tasks + [other] { #expect(try await task.value == 100) }
            #expect(working.now == 11)
        }

        @Test func `nothing is put together or written for who has left, waiting or working`() async throws {
            let exporter = try Self.exporter { $0.texts = 1 }
            let gate = Gate()
            let (gathered, put, written) = (Count(), Count(), Count())
            func ask() -> Task<Void, any Error> {
                Task {
                    _ = try await exporter.make(as: .json, forArchive: false, for: Asker(person: "p")) {
                        gathered.add()
                        // Not broken off: what is fetched is fetched.
                        await gate.passWhateverHappens()
                        return {
                            put.add()
                            return Noted { written.add() }
                        }
                    }
                }
            }
            let working = ask()
            await Self.wait { gathered.now == 1 }
            let waiting = ask()
            await Self.wait { await exporter.texts.counts.waiting == 1 }
            for task in [working, waiting] { task.cancel() }
            await #expect(throws: CancellationError.self) { try await waiting.value }
            gate.open()
            await #expect(throws: CancellationError.self) { try await working.value }
            #expect(gathered.now == 1 && put.now == 0 && written.now == 0)
            let counts = await exporter.texts.counts
            #expect(counts.running == 0 && counts.waiting == 0)
        }

        @Test func `a text above its bound is refused in words`() async throws {
            let exporter = try Self.exporter { $0.textBytes = 99 }
            let problem = await #expect(throws: Problem.self) {
                try await exporter.make(as: .json, forArchive: false, for: Asker(person: "p")) {
                    return { Noted {} }
                }
            }
            #expect(problem?.status == .contentTooLarge && problem?.kind == "document-too-large")
        }
    }
}
