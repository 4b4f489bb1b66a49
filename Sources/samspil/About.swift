import ArgumentParser
import Foundation
import Server

/// `samspil about PERSON`: access (GDPR article 15).
struct About: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write everything that is stored of one person as JSON, also while the server runs.")

    @OptionGroup var arguments: PersonArguments

    func run() async throws {
        do {
            FileHandle.standardOutput.write(try await arguments.removal.about(arguments.whom) + Data("\n".utf8))
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
