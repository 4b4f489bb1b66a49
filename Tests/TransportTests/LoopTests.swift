import TestLoop
import TestSeeds
import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct LoopTests {
        @ServiceLoop
        final class Journal {
            var entries: [Int] = []

            nonisolated init() {}
        }

        @Test("work from any thread runs on the service thread, also what was enqueued before there was one")
        func jobs() async throws {
            let early = Task { @ServiceLoop in
                ServiceLoop.executor.isOnServiceThread
            }
            try await TestServer.with { server in
                #expect(await early.value)
                let isHere = await Task { @ServiceLoop in ServiceLoop.assumeIsolated { true } }.value
                #expect(isHere)
                let journal = Journal()
                await withTaskGroup(of: Void.self) { group in
                    for worker in 0..<8 {
                        group.addTask {
                            for step in 0..<500 {
                                await Task { @ServiceLoop in journal.entries.append(worker * 1000 + step) }.value
                            }
                        }
                    }
                }
                let entries = await journal.entries
                #expect(entries.count == 4000)
                for worker in 0..<8 {
                    let own = entries.filter { $0 / 1000 == worker }
                    #expect(own == own.sorted())
                }
                _ = server
            }
        }

        @Test("jobs from threads outside Swift's pool wake a sleeping loop at once")
        func wakes() async throws {
            try await TestServer.with { server in
                let clock = ContinuousClock()
                var worst = Duration.zero
                for _ in 0..<50 {
                    try await Task.sleep(for: .milliseconds(2))
                    let start = clock.now
                    await withCheckedContinuation { continuation in
                        DispatchQueue.global().async {
                            Task { @ServiceLoop in continuation.resume() }
                        }
                    }
                    worst = max(worst, clock.now - start)
                }
                #expect(worst < .milliseconds(500))
                _ = server
            }
        }

        @Test("a job that keeps enqueueing others does not keep sockets from their turn")
        func fairness() async throws {
            try await TestServer.with { server in
                let isRunning = Mutex(true)
                let busy = Task { @ServiceLoop in
                    while isRunning.withLock({ $0 }) { await Task.yield() }
                }
                try await server.client { port throws in
                    #expect(try RawClient(port: port).get("/x").status == 200)
                }
                isRunning.withLock { $0 = false }
                await busy.value
            }
        }

        @Test("a crowd of patient jobs lets others, and sockets, go first, and each turn takes some of them")
        func patience() async throws {
            try await TestServer.with { server in
                let journal = Journal()
                let crowd = (0..<200).map { number in
                    Task(priority: .utility) { @ServiceLoop in
                        usleep(5_000)
                        journal.entries.append(number)
                    }
                }
                try await server.client { port throws in
                    #expect(try RawClient(port: port).get("/x").status == 200)
                }
                await Task(priority: .high) { @ServiceLoop in journal.entries.append(-1) }.value
                for one in crowd { await one.value }
                let place = try #require(await journal.entries.firstIndex(of: -1))
                #expect(place < 100, "after \(place) of 200")
                #expect(await journal.entries.count == 201)
            }
        }

        @Test("timers fire in order and not early, on a quiet loop too; a cancelled one never")
        func timers() async throws {
            try await TestServer.with { server in
                let journal = Journal()
                let clock = ContinuousClock()
                let start = clock.now
                let delays = [120, 30, 90, 60, 30, 150]
                await withCheckedContinuation { continuation in
                    Task { @ServiceLoop in
                        for delay in delays {
                            server.transport.schedule(after: .milliseconds(delay)) {
                                #expect(clock.now - start >= .milliseconds(delay))
                                #expect(clock.now - start < .milliseconds(delay + 400))
                                journal.entries.append(delay)
                                if delay == 150 { continuation.resume() }
                            }
                        }
                        let cancelled = server.transport.schedule(after: .milliseconds(50)) {
                            journal.entries.append(-1)
                        }
                        cancelled.cancel()
                        #expect(!cancelled.isPending)
                    }
                }
                #expect(await journal.entries == delays.sorted())
            }
        }

        @Test("the timer queue gives out what a sorted list would, and forgets the cancelled")
        func timerQueue() async throws {
            let seed = UInt64.random(in: 0...UInt64.max)
            print("timer queue seed \(seed)")
            try await TestServer.with { _ in
                await Self.compareTimerQueue(seed: seed)
            }
        }

        @ServiceLoop
        private static func compareTimerQueue(seed: UInt64) {
            var random = SeededGenerator(seed: seed)
            var queue = TimerQueue()
            let start = ContinuousClock.now
            var model: [LoopTimer] = []
            for _ in 0..<5000 {
                let deadline = start + .microseconds(Int.random(in: 0..<100_000, using: &random))
                let timer = LoopTimer(deadline: deadline) {}
                queue.insert(timer)
                if Bool.random(using: &random) { timer.cancel() } else { model.append(timer) }
            }
            #expect(queue.count < 4500)
            var fired: [ContinuousClock.Instant] = []
            while let timer = queue.popDue(at: start + .seconds(1)) {
                if timer.isPending { fired.append(timer.deadline) }
            }
            #expect(fired == model.map(\.deadline).sorted())
        }

        @Test("end-of-turn callbacks run once, after everything else of the turn; one that asks again comes next turn")
        func endOfTurn() async throws {
            try await TestServer.with { server in
                let journal = Journal()
                await Task { @ServiceLoop in
                    server.transport.atEndOfTurn {
                        journal.entries.append(2)
                        server.transport.atEndOfTurn { journal.entries.append(3) }
                    }
                    journal.entries.append(1)
                }.value
                #expect(await server.eventually { _ in journal.entries.count == 3 })
                #expect(await journal.entries == [1, 2, 3])
            }
        }
    }
}
