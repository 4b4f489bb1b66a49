/// A descriptor that is not a connection but wakes the loop: the listening socket, the timer.
@ServiceLoop
final class DescriptorHandle: Handle {
    private let onReadable: @ServiceLoop () -> Void

    init(onReadable: @escaping @ServiceLoop () -> Void) {
        self.onReadable = onReadable
    }

    func readable() {
        onReadable()
    }
}
