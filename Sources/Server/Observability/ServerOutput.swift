import Application
import Foundation
import Logging

/// The server's two streams: on one the lines that people and programs wait for at the start, on the other the log.
package struct ServerOutput: Sendable {
    /// Standard output: the address, then the sign-in link.
    package let announcements: LineWriter
    /// Standard error.
    package let log: LineWriter

    /// Standard output and standard error. Made once: each has a thread.
    package static func standard() -> ServerOutput {
        // A reader that has gone is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        return ServerOutput(
            announcements: LineWriter(descriptor: STDOUT_FILENO) { "(\($0) lines were dropped: nobody read them)" },
            log: LineWriter(descriptor: STDERR_FILENO) {
                QueuedLogHandler.line(
                    .warning, label: "samspil", metadata: ["dropped": "\($0)"], source: "Server",
                    "lines of the log were dropped here: nobody read them in time")
            })
    }

    /// Before the process ends: gives what was said a moment, and no more.
    package func finish() {
        for writer in [announcements, log] { writer.finish(within: .seconds(2)) }
    }
}
