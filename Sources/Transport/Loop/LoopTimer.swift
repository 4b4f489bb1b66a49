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

    package func cancel() {
        body = nil
    }

    func fire() {
        let body = self.body
        self.body = nil
        body?()
    }
}
