import Application
import ArgumentParser

/// `samspil forget PERSON`: erasure (GDPR article 17). Says what it will do; `--yes` does it.
struct Forget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Delete everything that is stored of one person. Stop the server first.",
        discussion: """
            Without --yes it only tells whom it found and what would go, also while the server runs. Several people may \
            have one name: name the week or the session, or give the identifier that is told. Exit status: 0 done or told, \
            66 nobody found, 74 a server holds the data.
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
            guard !found.isEmpty else { throw Failure.exit(.noInput, "nobody of this name or identifier took part.") }
            for one in found {
                let who = [one.unitID, one.function].compactMap(\.self).joined(separator: ", ")
                print("\(one.removal.id) in \(one.sessionID) (\(one.sessionTitle)): \(who)")
                for line in RemovalText.lines(one.removal) { print(line) }
            }
            guard yes else { return print("Nothing was deleted. --yes deletes it.") }
            let count = try await place.changing { storage in
                try await Erasure(storage, definitions: definitions).forget(arguments.whom)
            }
            print("forgot \(count). Backups are older: delete those too.")
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
