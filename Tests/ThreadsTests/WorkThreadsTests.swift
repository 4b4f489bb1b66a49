import Foundation
import Synchronization
import Testing

@testable import Threads

/// As many busy tasks as an executor has threads, until let go, or for ten seconds.
private final class Crowd: Sendable {
    private let isLetGo = Mutex(false)
    private let busy = Mutex(0)

    /// - Parameter begin: starts one task where it is to be busy.
    func gather(_ size: Int, _ begin: (@escaping @Sendable () -> Void) -> Void) {
        for _ in 0..<size {
            begin {
                self.busy.withLock { $0 += 1 }
                while !self.isLetGo.withLock({ $0 }) {}
            }
        }
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 10)
            self.leave()
        }
        while busy.withLock({ $0 }) < size, !isLetGo.withLock({ $0 }) { usleep(1_000) }
    }

    /// - Returns: whether it was still there.
    @discardableResult
    func leave() -> Bool {
        isLetGo.withLock { wasLetGo in
            defer { wasLetGo = true }
            return !wasLetGo
        }
    }
}

private final class Order: Sendable {
    private let list = Mutex([String]())

    var names: [String] { list.withLock { $0 } }

    func add(_ name: String) { list.withLock { $0.append(name) } }
}

@Suite(.serialized) struct WorkThreadsTests {
    /// Runs on a thread of its own: those of the pool are what is held.
    private func apart<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    @Test func `a task goes on, back from each wait too, while every shared thread is busy`() async {
        let threads = WorkThreads("test", count: 1, niceness: 0)
        let wasInTime = await apart {
            let crowd = Crowd()
            crowd.gather(ProcessInfo.processInfo.activeProcessorCount) { busy in Task.detached { busy() } }
            let done = DispatchSemaphore(value: 0)
            Task.detached(executorPreference: threads) {
                for _ in 0..<100 { await Task.yield() }
                done.signal()
            }
            let isDone = done.wait(timeout: .now() + 5) == .success
            return crowd.leave() && isDone
        }
        #expect(wasInTime)
    }

    @Test func `shared threads are free while all of these are busy`() async {
        let threads = WorkThreads("test", count: 2, niceness: 0)
        let wasInTime = await apart {
            let crowd = Crowd()
            crowd.gather(2) { busy in Task.detached(executorPreference: threads) { busy() } }
            let done = DispatchSemaphore(value: 0)
            Task.detached {
                for _ in 0..<100 { await Task.yield() }
                done.signal()
            }
            let isDone = done.wait(timeout: .now() + 5) == .success
            return crowd.leave() && isDone
        }
        #expect(wasInTime)
    }

    @Test func `what is waited for goes before what is patient, and each in its order`() async {
        let threads = WorkThreads("test", count: 1, niceness: 0)
        let order = await apart {
            let crowd = Crowd()
            crowd.gather(1) { busy in Task.detached(executorPreference: threads) { busy() } }
            let order = Order()
            let done = DispatchSemaphore(value: 0)
            for (name, priority) in [
                ("patient 1", TaskPriority.utility), ("patient 2", .utility), ("waited for 1", .medium),
                ("waited for 2", .high),
            ] {
                Task.detached(executorPreference: threads, priority: priority) {
                    order.add(name)
                    done.signal()
                }
            }
            crowd.leave()
            for _ in 0..<4 { _ = done.wait(timeout: .now() + 5) }
            return order.names
        }
        #expect(order == ["waited for 1", "waited for 2", "patient 1", "patient 2"])
    }
}
