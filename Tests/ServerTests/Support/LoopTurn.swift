import Foundation
import Glibc
import Logging
import Testing

@testable import Server
@testable import Transport

/// Gives each test the service loop to itself, run by a real transport on a free port.
///
/// There is one loop per process, and other modules' tests want it too: they take turns by a lock on a file, which
/// modules share without knowing each other and which is handed on in the order it was asked for.
struct LoopTurn: SuiteTrait, TestTrait, TestScoping {
    /// What the running test has: the entrance of a server that is not put together yet, on a port that listens.
    struct Place: Sendable {
        let handler: RequestHandler
        let port: Int
    }

    @TaskLocal static var place: Place?

    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let turn = await Self.take()
        defer { close(turn) }
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let handler = RequestHandler(logger: logger)
        let transport = try Transport(
            configuration: TransportConfiguration(host: "127.0.0.1", port: 0), handler: handler,
            logger: logger)
        async let ended: Void = transport.serve()
        let place = Place(handler: handler, port: transport.boundPort)
        let result = await Self.$place.withValue(place) { await Result.catching(function) }
        transport.shutdown(grace: .milliseconds(10))
        try await ended
        try result.get()
    }

    /// Waits on a thread of its own, and gives the descriptor whose closing ends the turn.
    private static func take() async -> CInt {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let path = FileManager.default.temporaryDirectory.appending(path: "samspil-loop-\(getpid())").path
                let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
                while flock(descriptor, LOCK_EX) != 0 {}
                continuation.resume(returning: descriptor)
            }
        }
    }
}

extension Result where Failure == any Error, Success == Void {
    fileprivate static func catching(_ body: @Sendable () async throws -> Void) async -> Self {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}

extension Trait where Self == LoopTurn {
    static var onLoop: LoopTurn { LoopTurn() }
}
