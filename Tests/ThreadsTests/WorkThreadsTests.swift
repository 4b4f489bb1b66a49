import Foundation
import Synchronization
import Testing

@testable import Threads

/// Holds a thread until it is let go.
private final class Hold: Sendable {
    private let begun = DispatchSemaphore(value: 0)
    private let end = DispatchSemaphore(value: 0)

    /// In a task of its own, on the one thread of `threads`; comes back once that is held.
    func take(_ threads: WorkThreads) async {
        Task.detached(executorPreference: threads) { self.wait() }
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                self.begun.wait()
                continuation.resume()
            }
        }
    }

    func letGo() { end.signal() }

    private func wait() {
        begun.signal()
        end.wait()
    }
}

private final class Order: Sendable {
    private let list = Mutex([String]())

    var names: [String] { list.withLock { $0 } }

    func add(_ name: String) { list.withLock { $0.append(name) } }
}

/// None of these holds a thread that other tests need.
@Suite(.timeLimit(.minutes(5))) struct WorkThreadsTests {
    private static func here() -> UInt { UInt(pthread_self()) }

    private func places(_ preference: (any TaskExecutor)?) async -> Set<UInt> {
        await Task.detached(executorPreference: preference) {
            var places: Set<UInt> = []
            for _ in 0..<100 {
                places.insert(Self.here())
                await Task.yield()
            }
            return places
        }.value
    }

    @Test func `what a task does between its waits is done here, and nothing else is`() async {
        let threads = WorkThreads("test", count: 1, niceness: 0)
        let here = await places(threads)
        #expect(here.count == 1)
        #expect(await places(threads) == here)
        #expect(await places(nil).isDisjoint(with: here))
    }

    @Test func `other tasks go on while all of these threads are held`() async {
        let threads = WorkThreads("test", count: 1, niceness: 0)
        let hold = Hold()
        await hold.take(threads)
        #expect(!(await places(nil)).isEmpty)
        hold.letGo()
    }

    @Test func `what is waited for goes before what is patient, and each in its order`() async {
        let threads = WorkThreads("test", count: 1, niceness: 0)
        let hold = Hold()
        await hold.take(threads)
        let order = Order()
        let tasks = [
            ("patient 1", TaskPriority.utility), ("patient 2", .utility), ("waited for 1", .medium),
            ("waited for 2", .high),
        ].map { name, priority in
            Task.detached(executorPreference: threads, priority: priority) { order.add(name) }
        }
        hold.letGo()
        for task in tasks { await task.value }
        #expect(order.names == ["waited for 1", "waited for 2", "patient 1", "patient 2"])
    }
}
