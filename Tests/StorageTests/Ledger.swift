import Foundation
import Storage

/// What was acknowledged, one line each, written by the process that was told so.
struct Ledger {
    let directory: String

    static func path(in directory: String) -> String { directory + "/ledger" }

    /// How many lines there are, and how many the database does not hold at their place.
    func lost() async throws -> (lost: Int, count: Int) {
        let storage = try SQLiteStorage.open(path: directory + "/samspil.sqlite")
        let history = History(try await storage.read { try $0.document("d") })
        await storage.close()
        let text = (try? String(contentsOfFile: Self.path(in: directory), encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        let repeated = history.marks.count - Set(history.marks).count
        let missing = lines.count { line in
            guard line.count == 2, let sequence = Int64(line[0]), let mark = UInt64(line[1]) else { return true }
            return history.mark(at: sequence) != mark
        }
        return (missing + repeated, lines.count)
    }
}
