import Application
import ArgumentParser
import Foundation

/// The person that `about` and `forget` are for, and where the data is.
///
/// A municipality gets the question by name. One name may belong to several participants, so week and session narrow
/// it down, and an identifier names exactly one.
struct PersonArguments: ParsableArguments {
    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Option(help: "Only in this week.")
    var week: String?

    @Option(help: "Only in this session.")
    var session: String?

    @Argument(help: "A participant's identifier, or a name as it was written at the door.")
    var person: String

    /// The same value for both commands, so that what was shown by `about` is what `forget` deletes.
    var whom: Erasure.Whom { Erasure.Whom(person, weekID: week, sessionID: session) }
}

/// `samspil about PERSON`: access to one's own data (GDPR article 15). Reads beside a running server.
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
            // Standard output gets the JSON alone: it is handed on as a file, so what failed goes to standard error.
            FileHandle.standardOutput.write(account + Data("\n".utf8))
        } catch {
            throw Failure.exit(for: error)
        }
    }
}

/// `samspil forget PERSON`: erasure (GDPR article 17). Says what it will do; `--yes` does it.
///
/// Two openings of the database: the first reads only and so works beside a running server, the second needs the
/// server stopped, since its rooms hold the same names in memory.
struct Forget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Delete everything that is stored of one person. Stop the server first.",
        discussion: """
            Without --yes it only tells whom it found and what would go, also while the server runs. Several people \
            may have one name: name the week or the session, or give the identifier that is told. Exit status: 0 done \
            or told, 66 nobody found, 74 a server holds the data.
            """)

    @OptionGroup var arguments: PersonArguments

    @Flag(help: "Do it.")
    var yes = false

    func run() async throws {
        do {
            let (definitions, place) = (try arguments.templates.definitions(), arguments.data.place)
            let found = try await place.reading { storage in
                try await Erasure(storage, definitions: definitions).find(arguments.whom)
            }
            // A slip in a name must not look like a person who has been forgotten.
            guard !found.isEmpty else { throw Failure.exit(.noInput, "nobody of this name or identifier took part.") }
            for one in found {
                let who = [one.unitID, one.function].compactMap(\.self).joined(separator: ", ")
                print("\(one.removal.id) in \(one.sessionID) (\(one.sessionTitle)): \(who)")
                for line in RemovalText.lines(one.removal) { print(line) }
            }
            guard yes else { return print("Nothing was deleted. --yes deletes it.") }
            // Found anew inside the transaction: somebody may have joined since the list above was printed.
            let count = try await place.changing { storage in
                try await Erasure(storage, definitions: definitions).forget(arguments.whom)
            }
            print("forgot \(count). Backups are older: delete those too.")
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
