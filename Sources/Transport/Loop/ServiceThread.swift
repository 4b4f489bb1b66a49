import Glibc

extension Transport {
    /// `run()` on a thread of its own; returns when it has ended.
    package nonisolated func serve() async throws(TransportError) {
        let result = await withCheckedContinuation { (continuation: CheckedContinuation<TransportError?, Never>) in
            ServiceThread.start {
                do throws(TransportError) {
                    try self.run()
                    continuation.resume(returning: nil)
                } catch {
                    continuation.resume(returning: error)
                }
            }
        }
        if let result { throw result }
    }
}

/// A detached thread, without Foundation.
private enum ServiceThread {
    private final class Box {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    static func start(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Box(body))
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            }, box.toOpaque())
        precondition(code == 0, "No thread can be made.")
        pthread_detach(thread)
    }
}
