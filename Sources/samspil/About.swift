import Application
import ArgumentParser
import Foundation

/// `samspil about PERSON`: access (GDPR article 15).
struct About: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write everything that is stored of one person as JSON, also while the server runs.")

    @OptionGroup var arguments: PersonArguments

    func run() async throws {
        do {
            let definitions = try arguments.templates.definitions()
            let account = try await arguments.data.place.reading { storage in
                try await Erasure(storage, definitions: definitions).about(arguments.whom)
            }
            FileHandle.standardOutput.write(account + Data("\n".utf8))
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
