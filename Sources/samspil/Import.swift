import ArgumentParser
import Foundation
import Server

/// `samspil import FILE`: a week from an interchange document into the database, without a running server.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import a week from an interchange document.",
        discussion: "Lists every fault and imports nothing if there is one. Stop the server first.")

    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Argument(help: "The interchange document, a JSON file.")
    var file: String

    func run() async throws {
        do {
            let receipt = try await OfflineWeeks.importWeek(
                file: file, dataDirectory: data.directory, templatesDirectory: templates.directory)
            print(
                receipt.wasThere
                    ? "Week \(receipt.weekId) is there already, unchanged." : "Imported week \(receipt.weekId).")
            for session in receipt.sessions {
                print("  session \(session.id), join code \(session.joinCode)")
            }
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
