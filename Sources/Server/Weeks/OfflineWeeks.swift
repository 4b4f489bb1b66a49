package import Foundation
import Planning
import Storage

/// Importing and exporting without a server, for the command line.
package enum OfflineWeeks {
    /// Imports a file.
    ///
    /// - Throws: `SetupError`, `StorageError`, `ImportFaults`, or `Problem` when the week is there with another content.
    package static func importWeek(
        file: String, dataDirectory: String, templatesDirectory: String
    ) async throws -> WeekImport.Receipt {
        let definitions = try TemplateFile.definitions(in: templatesDirectory)
        let data = try TemplateFile.data(at: file, what: "The interchange document")
        let content = try JSONFile(data)
        let week = try Week(importing: content, definitions: definitions)
        let storage = try SQLiteStorage.open(path: DatabaseFile.path(in: dataDirectory))
        return try await closing(storage) {
            let archive = WeekArchive(storage: storage, definitions: definitions)
            let states = StoredModelStates(storage: storage, definitions: definitions)
            var receipt = try await archive.importWeek(week, states: states, now: WallClock.now)
            receipt.notes = content.notes
            return receipt
        }
    }

    /// A week's interchange document, with sorted keys.
    ///
    /// - Throws: `SetupError.noSuchWeek`, or `StorageError`.
    package static func exportWeek(
        _ id: String, dataDirectory: String, templatesDirectory: String
    ) async throws -> Data {
        let definitions = try TemplateFile.definitions(in: templatesDirectory)
        let storage = try SQLiteStorage.openForReading(path: DatabaseFile.path(in: dataDirectory))
        return try await closing(storage) {
            let archive = WeekArchive(storage: storage, definitions: definitions)
            do {
                let states = StoredModelStates(storage: storage, definitions: definitions)
                return Data(try await archive.export(id, states: states).text(pretty: true).utf8)
            } catch let problem as Problem where problem.kind == Problem.notFound.kind {
                throw SetupError.noSuchWeek(id)
            }
        }
    }

    /// Leaves one file without a log beside it, also when `body` throws.
    static func closing<T: Sendable>(
        _ storage: SQLiteStorage, _ body: () async throws -> T
    ) async throws -> T {
        do {
            let value = try await body()
            await storage.close()
            return value
        } catch {
            await storage.close()
            throw error
        }
    }
}
