import Dispatch
import Storage

/// Keeps the writer busy, so that what is handed in meanwhile must wait.
struct Gate {
    private let semaphore: DispatchSemaphore
    private let holder: Task<Void, any Error>

    /// Returns once the writer stands still.
    init(closing storage: SQLiteStorage) async {
        let semaphore = DispatchSemaphore(value: 0)
        let (started, start) = AsyncStream<Void>.makeStream()
        holder = Task {
            try await storage.write { _ in
                start.finish()
                semaphore.wait()
            }
        }
        self.semaphore = semaphore
        for await _ in started {}
    }

    func open() async throws {
        semaphore.signal()
        try await holder.value
    }
}
