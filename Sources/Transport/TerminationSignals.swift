import Dispatch
import Glibc

/// Turns SIGTERM and SIGINT into calls instead of the program's end.
///
/// The libev loop is told not to watch signals itself. Keep the value for as long as it should watch; afterwards the
/// signals are ignored.
package final class TerminationSignals: Sendable {
    /// - SAFETY: made in `init`, cancelled in `deinit`, touched nowhere else.
    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    /// `action` runs on a dispatch queue, once for each signal that comes. Call early, before threads of other
    /// libraries start.
    package init(_ signals: [CInt] = [SIGTERM, SIGINT], action: @escaping @Sendable (_ signal: CInt) -> Void) {
        sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler { action(number) }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
