import Glibc
import HTTPTypes
import Logging
import Synchronization

@testable import Transport

/// A real server on a real port, with a loop of its own for the length of a test.
final class TestServer: Sendable {
    let transport: Transport
    let handler: TestHandler
    let ended: Task<TransportError?, Never>

    var port: Int { transport.boundPort }

    init(_ change: (inout TransportConfiguration) -> Void = { _ in }) throws {
        var configuration = TransportConfiguration(host: "127.0.0.1", port: 0)
        configuration.limits.descriptors = 20_000
        change(&configuration)
        let handler = TestHandler()
        let transport = try Transport(
            configuration: configuration, handler: handler,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        self.handler = handler
        self.transport = transport
        ended = Task {
            do throws(TransportError) {
                try await transport.serve()
                return nil
            } catch {
                return error
            }
        }
    }

    /// Runs `body` against a server and stops it, whatever happens.
    static func with<T: Sendable>(
        _ change: (inout TransportConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (TestServer) async throws -> T
    ) async throws -> T {
        let server = try TestServer(change)
        do {
            let result = try await body(server)
            try await server.stop()
            return result
        } catch {
            try await server.stop()
            throw error
        }
    }

    func stop() async throws {
        transport.shutdown(grace: .milliseconds(60))
        if let error = await ended.value { throw error }
    }

    /// Runs blocking client code off the cooperative threads.
    func client<T: Sendable>(_ body: @escaping @Sendable (Int) throws -> T) async throws -> T {
        let port = self.port
        return try await withCheckedThrowingContinuation { continuation in
            let box = Box { continuation.resume(with: Result { try body(port) }) }
            var thread = pthread_t()
            pthread_create(
                &thread, nil,
                { argument in
                    Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().body()
                    return nil
                }, Unmanaged.passRetained(box).toOpaque())
            pthread_detach(thread)
        }
    }

    /// Waits until `condition` holds on the loop.
    func eventually(_ condition: @escaping @ServiceLoop @Sendable (TestServer) -> Bool) async -> Bool {
        for _ in 0..<300 {
            if await condition(self) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

private final class Box {
    let body: () -> Void

    init(_ body: @escaping () -> Void) {
        self.body = body
    }
}
