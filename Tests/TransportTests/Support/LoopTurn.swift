import Foundation
import Testing

/// Gives each test the service loop to itself.
///
/// There is one loop per process, and the tests of the rooms and the server want it too: all take turns by a lock on a
/// file, which modules share without knowing each other and which is handed on in the order it was asked for.
struct LoopTurn: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let turn = await Self.take()
        defer { close(turn) }
        try await function()
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

extension Trait where Self == LoopTurn {
    static var onLoop: LoopTurn { LoopTurn() }
}
