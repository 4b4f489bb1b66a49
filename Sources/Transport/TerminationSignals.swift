import Dispatch
import Glibc
import Synchronization

/// Turns SIGTERM and SIGINT into calls instead of the program's end.
///
/// The signals are caught from the moment `init` returns: the handler writes the number into a pipe, which keeps it
/// until somebody reads. (A dispatch signal source arms itself later, on another thread; a signal that comes in
/// between is lost.) The libev loop is told not to watch signals itself. Keep the value for as long as it should
/// watch; afterwards the signals are ignored.
package final class TerminationSignals: Sendable {
    /// The writing end of the pipe, for the handler: an atomic load and `write` are all that a signal handler does.
    private static let writingEnd = Atomic<CInt>(-1)

    /// - SAFETY: made in `init`, cancelled in `deinit`, touched nowhere else.
    private nonisolated(unsafe) let source: any DispatchSourceRead
    private let signals: [CInt]

    /// `action` runs on a dispatch queue, once for each signal that comes. One of these may live at a time.
    package init(
        _ signals: [CInt] = [SIGTERM, SIGINT], action: @escaping @Sendable (_ signal: CInt) -> Void
    ) throws(TransportError) {
        self.signals = signals
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .lastSystemError(in: "pipe") }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        let (reading, writing) = (ends[0], ends[1])
        source = DispatchSource.makeReadSource(fileDescriptor: reading, queue: .global(qos: .userInitiated))
        source.setEventHandler {
            var number: UInt8 = 0
            while read(reading, &number, 1) == 1 { action(CInt(number)) }
        }
        source.setCancelHandler {
            close(reading)
            close(writing)
        }
        source.resume()
        Self.writingEnd.store(writing, ordering: .sequentiallyConsistent)
        for number in signals { signal(number, Self.handler) }
    }

    /// Only what POSIX allows in a handler. `errno` is put back: the thread that was interrupted may be about to read
    /// it.
    private static let handler: @convention(c) (CInt) -> Void = { number in
        let code = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(TerminationSignals.writingEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = code
    }

    deinit {
        for number in signals { signal(number, SIG_IGN) }
        Self.writingEnd.store(-1, ordering: .sequentiallyConsistent)
        source.cancel()
    }
}
