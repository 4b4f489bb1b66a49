import Foundation

@testable import Storage

/// Writes until killed: eight tasks that append, and one that makes snapshots.
struct Writers {
    let directory: String
    /// Keeps the marks of one life apart from those of the next.
    let round: UInt64
    let commit: CommitStep

    func run(killAfter microseconds: UInt32) async throws {
        let storage = try SQLiteStorage.open(
            path: directory + "/samspil.sqlite", options: SQLiteOptions(), commit: commit)
        let ledger = open(Ledger.path(in: directory), O_WRONLY | O_CREAT | O_APPEND, 0o600)
        Thread.detachNewThread {
            usleep(microseconds)
            kill(getpid(), SIGKILL)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<8 as Range<UInt64> {
                group.addTask { try await append(storage, worker, ledger) }
            }
            group.addTask {
                while true {
                    try await Task.sleep(for: .milliseconds(10))
                    try await storage.write { try History.replaceLog("d", $0) }
                }
            }
            try await group.waitForAll()
        }
    }

    private func append(_ storage: SQLiteStorage, _ worker: UInt64, _ ledger: Int32) async throws {
        var number: UInt64 = 0
        while true {
            number += 1
            let mark = round << 48 | worker << 32 | number
            let sequence = try await storage.write {
                try $0.appendUpdate(documentID: "d", bytes: History.bytes(mark))
            }
            let line = Array("\(sequence) \(mark)\n".utf8)
            // One call, so that a line is whole or not there.
            write(ledger, line, line.count)
        }
    }
}
