import Application
import Conversion
import Planning
import Threads
import Transport

/// An export of a week that is under way, or waits to be fetched. Lives on the loop; the work itself does not.
///
/// Its archive is in memory until it is removed: a file would have to be found and deleted after a crash.
@ServiceLoop
final class ExportJob {
    /// Goes once from running to one of the others, and never back.
    enum State {
        case running
        case finished([UInt8])
        case failed(Problem)
        case cancelled
    }

    nonisolated let id: String
    nonisolated let weekID: String
    /// The token it was begun with: what is in it is what that token may see.
    nonisolated let owner: [UInt8]
    nonisolated let fileName: String
    /// Documents in all, and below how many of them are made: what the page's progress bar shows.
    nonisolated let total: Int
    private(set) var done = 0
    /// The document made last.
    private(set) var latest: String?
    private(set) var state = State.running
    private var work: Task<Void, Never>?

    init(_ export: WeekExport, id: String, owner: [UInt8], fileName: String) {
        self.owner = owner
        self.id = id
        weekID = export.reading.week.id
        self.fileName = fileName
        total = export.total
    }

    var isRunning: Bool {
        if case .running = state { true } else { false }
    }

    /// Begins on the threads for documents; `ended` is called on the loop, however it ends.
    func start(_ export: WeekExport, ended: @escaping @ServiceLoop () -> Void) {
        work = Task {
            let outcome: State
            do {
                outcome = .finished(
                    try await withTaskExecutorPreference(WorkThreads.documents) {
                        try await export.run { await self.advance($0) }
                    })
            } catch is CancellationError {
                outcome = .cancelled
            } catch {
                outcome = .failed((error as? Problem) ?? .internalError)
            }
            // A cancelled job stays cancelled, though its work may have been finished in the same moment.
            if isRunning { state = outcome }
            ended()
        }
    }

    /// - Parameter name: the document's path in the archive.
    private func advance(_ name: String) {
        done += 1
        latest = name
    }

    /// Ends it, with the converter that runs for it. What was made is let go of.
    func cancel() {
        work?.cancel()
        state = .cancelled
    }

    /// When it has ended, however it did.
    func end() async { await work?.value }
}
