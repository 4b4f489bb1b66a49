import Application
import ArgumentParser
import Foundation
import Planning

/// `samspil export WEEK`: a week as an interchange document on standard output. Works beside a running server.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a week as an interchange document.")

    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Argument(help: "The week's identifier.")
    var week: String

    @Option(name: .shortAndLong, help: "The file to write; standard output when left out.")
    var output: String?

    func run() async throws {
        do {
            let definitions = try templates.definitions()
            let document = try await data.place.reading { storage in
                let states = StoredModelStates(storage: storage, definitions: definitions)
                let weeks = WeekRepository(storage: storage, definitions: definitions)
                return Data(try await weeks.export(week, states: states).text(pretty: true).utf8)
            }
            if let output {
                try document.write(to: URL(fileURLWithPath: output), options: .atomic)
            } else {
                FileHandle.standardOutput.write(document)
            }
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
