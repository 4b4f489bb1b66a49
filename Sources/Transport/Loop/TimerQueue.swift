/// A call to come on the service loop. Dropping it does not cancel it.
@ServiceLoop
package final class LoopTimer {
    let deadline: ContinuousClock.Instant
    private var body: (@ServiceLoop () -> Void)?

    init(deadline: ContinuousClock.Instant, body: @escaping @ServiceLoop () -> Void) {
        self.deadline = deadline
        self.body = body
    }

    package var isPending: Bool { body != nil }

    /// Lets go of the body at once. The entry stays in the queue until it comes up.
    package func cancel() {
        body = nil
    }

    /// Runs the body once; one that schedules anew makes a new timer.
    func fire() {
        let body = self.body
        self.body = nil
        body?()
    }
}

/// Timers by deadline: a binary heap whose cancelled entries leave when they come up, or when they are the majority.
@ServiceLoop
struct TimerQueue {
    private var heap: [LoopTimer] = []
    private var insertionsSinceSweep = 0

    nonisolated init() {}

    var earliest: ContinuousClock.Instant? { heap.first?.deadline }
    var count: Int { heap.count }

    mutating func insert(_ timer: LoopTimer) {
        sweepIfDue()
        heap.append(timer)
        siftUp(from: heap.count - 1)
    }

    /// The earliest timer, cancelled ones included, when its time has come.
    mutating func popDue(at now: ContinuousClock.Instant) -> LoopTimer? {
        guard let first = heap.first, first.deadline <= now else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        siftDown(from: 0)
        return first
    }

    /// Amortised over insertions, so that cancelled timers never outnumber the others for long.
    private mutating func sweepIfDue() {
        insertionsSinceSweep += 1
        guard insertionsSinceSweep > 64 + heap.count / 2 else { return }
        insertionsSinceSweep = 0
        heap.removeAll { !$0.isPending }
        heap.sort { $0.deadline < $1.deadline }
    }

    private mutating func siftUp(from start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].deadline < heap[parent].deadline else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(from start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].deadline < heap[least].deadline {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
