import Application
import ArgumentParser

/// `samspil delete KIND ID`: a week, a session, a model or a participant.
struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Delete a week, a session, a model or a participant. Stop the server first.",
        discussion: """
            Without --yes it only tells what would go, also while the server runs. What plans have taken from a model stays \
            in them. Exit status: 0 done or told, 65 it is not there, 74 a server holds the data.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Argument(help: "week, session, model or participant.")
    var kind: String

    @Argument(help: "Its identifier.")
    var id: String

    @Flag(help: "Do it.")
    var yes = false

    func run() async throws {
        do {
            guard let kind = Removal.Kind(rawValue: kind) else {
                throw Failure.setting("KIND", kind, "week, session, model or participant")
            }
            let definitions = try templates.definitions()
            let preview = try await data.place.reading { storage in
                try await Erasure(storage, definitions: definitions).preview(kind, id)
            }
            print("\(kind.rawValue) \(id) (\(preview.title))")
            for line in RemovalText.lines(preview) { print(line) }
            guard yes else { return print("Nothing was deleted. --yes deletes it.") }
            try await data.place.changing { storage in
                try await Erasure(storage, definitions: definitions).remove(kind, id)
            }
            print("deleted. Backups are older: delete those too.")
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
