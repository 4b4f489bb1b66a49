import Logging
import TestLoop
import Testing

@testable import Application
@testable import Server

/// What the running test has: the entrance of a server that is not put together yet, on a port that listens.
struct Entrance: Sendable {
    @TaskLocal static var current: Entrance?

    let handler: RequestHandler
    let port: Int
}

extension Trait where Self == LoopTurn {
    /// The loop to itself, run by a transport whose requests go to ``Entrance/current``.
    static var onLoop: LoopTurn {
        LoopTurn { test in
            let handler = RequestHandler(logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
            try await LoopTurn.served(by: handler) { port in
                try await Entrance.$current.withValue(Entrance(handler: handler, port: port), operation: test)
            }
        }
    }
}
