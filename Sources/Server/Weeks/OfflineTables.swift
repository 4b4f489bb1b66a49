import Foundation
package import Planning
import Storage

/// Tables brought into a week without a server, for the command line.
package enum OfflineTables {
    /// - Parameter isPreview: tells what would come of it, and writes nothing.
    /// - Throws: `SetupError`, `StorageError`, or `ImportFaults` with every fault of every file.
    package static func bring(
        files: [String], into weekID: String, isPreview: Bool, dataDirectory: String, templatesDirectory: String
    ) async throws -> (changes: [WeekChange], notes: [LocalizedText]) {
        let definitions = try TemplateFile.definitions(in: templatesDirectory)
        let tables = try files.map { file in
            WeekPartArchive.SentTable(
                name: URL(fileURLWithPath: file).lastPathComponent,
                content: try TemplateFile.data(at: file, what: "The table"))
        }
        let path = DatabaseFile.path(in: dataDirectory)
        let storage = try isPreview ? SQLiteStorage.openForReading(path: path) : SQLiteStorage.open(path: path)
        return try await OfflineWeeks.closing(storage) {
            let week: Week
            do {
                week = try await WeekArchive(storage: storage, definitions: definitions).week(weekID)
            } catch let problem as Problem where problem.kind == Problem.notFound.kind {
                throw SetupError.noSuchWeek(weekID)
            }
            let states = try await StoredModelStates(storage: storage, definitions: definitions).states(of: week)
            let (archive, written) = (
                WeekPartArchive(storage: storage, definitions: definitions), states.writtenEntities(definitions)
            )
            guard !isPreview else {
                let preview = try await archive.preview(tables, into: weekID, writtenInModels: written)
                return (preview.changes, preview.notes)
            }
            let brought = try await archive.bring(tables, into: weekID, writtenInModels: written, if: .any)
            return (brought.changes, brought.notes)
        }
    }
}
