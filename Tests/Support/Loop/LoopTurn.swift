import Foundation
import Glibc
import Logging
package import Testing
package import Transport

/// Gives each test the service loop to itself.
///
/// There is one loop per process, and the tests of several modules want it: they take turns by a lock on a file, which is
/// handed on in the order it was asked for.
package struct LoopTurn: SuiteTrait, TestTrait, TestScoping {
    /// What a test needs around it while it has the loop.
    package typealias Surroundings = @Sendable (_ test: @Sendable () async throws -> Void) async throws -> Void

    private let surroundings: Surroundings

    package init(_ surroundings: @escaping Surroundings = { try await $0() }) {
        self.surroundings = surroundings
    }

    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let turn = await Self.take()
        defer { close(turn) }
        try await surroundings(function)
    }

    /// Has the loop run by a real transport on a free port as long as `body` takes, whatever it throws.
    package static func served(
        by handler: any TransportHandler, _ body: @Sendable (_ port: Int) async throws -> Void
    ) async throws {
        let transport = try Transport(
            configuration: TransportConfiguration(host: "127.0.0.1", port: 0), handler: handler,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        async let ended: Void = transport.serve()
        let result: Result<Void, any Error>
        do { result = .success(try await body(transport.boundPort)) } catch { result = .failure(error) }
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
