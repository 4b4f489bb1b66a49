import Application
import Dispatch
import Foundation
import Synchronization

/// Lines for one descriptor, written by a thread of their own: who says something never waits for whoever reads it, be
/// it a pipe that nobody empties or a journal that stands still.
///
/// Made once a descriptor, for as long as the process lives; `say` may be called from any thread.
package final class LineWriter: Sendable {
    private struct State {
        var queue = LineQueue()
        /// Whether the thread has been woken and not yet looked.
        var isWoken = false
        /// Whether the thread is writing what it took.
        var isWriting = false
    }

    private let state = Mutex(State())
    private let descriptor: Int32
    private let tell: @Sendable (Int) -> String
    private let wake = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - descriptor: open for writing for as long as the process lives.
    ///   - tell: the line that says how many were dropped.
    package init(descriptor: Int32, telling tell: @escaping @Sendable (Int) -> String) {
        self.descriptor = descriptor
        self.tell = tell
        Thread.detachNewThread { self.writeForever() }
    }

    /// How many lines found no room since the start.
    package var dropped: Int { state.withLock { $0.queue.dropped } }

    /// Queues a line; from any thread, without waiting. Dropped only where the whole queue is full.
    package func say(_ line: String) { add(line, .grave) }

    func add(_ line: String, _ weight: LineQueue.Weight) {
        let mustWake = state.withLock { state in
            state.queue.add(line, weight)
            defer { state.isWoken = true }
            return !state.isWoken
        }
        if mustWake { wake.signal() }
    }

    /// Waits until every queued line is written, but no longer than that. Blocks its thread: for the end of the
    /// process.
    ///
    /// - Returns: whether it is.
    @discardableResult
    package func finish(within patience: Duration) -> Bool {
        let deadline = ContinuousClock.now + patience
        while state.withLock({ $0.isWriting || !$0.queue.isEmpty }) {
            guard ContinuousClock.now < deadline else { return false }
            usleep(1000)
        }
        return true
    }

    // MARK: The thread

    /// Never returns: one thread a descriptor, asleep while there is nothing to write.
    private func writeForever() {
        while true {
            wake.wait()
            let (bytes, lines) = state.withLock { state in
                state.isWoken = false
                state.isWriting = true
                return state.queue.take(telling: tell)
            }
            let unwritten = write(bytes)
            state.withLock { state in
                state.isWriting = false
                // A reader that is gone does not come back; that nothing was written is in the figures.
                if unwritten { state.queue.lost(lines) }
            }
        }
    }

    /// - Returns: whether something could not be written.
    private func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Somebody made the descriptor non-blocking: it is shared with whoever started the process.
                var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = Foundation.poll(&poll, 1, 1000)
            } else if errno != EINTR {
                return true
            }
        }
        return false
    }
}
