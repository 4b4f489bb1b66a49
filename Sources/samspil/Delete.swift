import Application
import ArgumentParser

/// `samspil delete KIND ID`: a week, a session, a model or a participant.
///
/// What a facilitator does from the page (`RemovalRoutes`), for the one who has the disk: for example a week that was
/// imported to try it out. The preview is the same value, `RemovalPreview`, as the page shows.
struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Delete a week, a session, a model or a participant. Stop the server first.",
        discussion: """
            Without --yes it only tells what would go, also while the server runs. What plans have taken from a model \
            stays in them. Exit status: 0 done or told, 65 it is not there, 74 a server holds the data.
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
            // Checked here and not by the parser: a wrong flag ends with 64 like every other setting.
            guard let kind = Removal.Kind(rawValue: kind) else {
                throw Failure.setting("KIND", kind, "week, session, model or participant")
            }
            let definitions = try templates.definitions()
            let preview = try await data.place.reading { storage in
                try await Erasure(storage, definitions: definitions).preview(kind, id)
            }
            print("\(kind.rawValue) \(id) (\(preview.title))")
            for line in RemovalText.lines(preview) { print(line) }
            // Without the flag it is a question, and a question never needs the server stopped.
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

/// What a deletion takes with it and what it leaves, as lines of two spaces, a verb and a count.
enum RemovalText {
    /// Counts of nothing are left out, so that the lines that are there are read. The order is the page's: what goes
    /// before what stays.
    static func lines(_ removal: Removal) -> [String] {
        let counts = [
            (removal.sessions, "session(s)"), (removal.models, "model(s)"), (removal.participants, "participant(s)"),
            // A participant's confirmation is the unit's word and outlives the person: told below as what stays.
            (removal.kind == .participant ? 0 : removal.confirmations, "confirmation(s)"),
            (removal.grants, "link(s) and browser(s) that get in no more"), (removal.versions, "kept version(s)"),
            (removal.drafts, "draft(s)"), (removal.plans, "goal plan(s) of the week"),
            (removal.answers, "idea(s), vote(s) and evaluation(s) that were said alone"),
        ]
        var lines = counts.filter { $0.0 > 0 }.map { "  goes: \($0.0) \($0.1)" }
        if removal.plansDrawing > 0 {
            lines.append("  stays: what \(removal.plansDrawing) goal plan(s) took, as their own text")
        }
        if removal.kind == .participant {
            if removal.comments > 0 { lines.append("  stays without its author: \(removal.comments) comment(s)") }
            if removal.confirmations > 0 {
                lines.append("  stays as the unit's: \(removal.confirmations) confirmation(s)")
            }
        }
        // Text that people wrote together is nobody's data field: only a person can decide what a sentence means.
        lines += removal.mentions.map { mention in
            "  stays: the name in the model \(mention.modelId), field \(mention.fieldId); change it there"
        }
        return lines
    }
}
