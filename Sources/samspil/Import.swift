import Application
import ArgumentParser
import Foundation
import Planning
import Storage

/// `samspil import FILE…`: a week from an interchange document, or tables into a week, without a running server.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import a week from an interchange document, or CSV tables into a week.",
        discussion: """
            Lists every fault and imports nothing if there is one. Stop the server first. With --week the files are CSV \
            tables of policies, objectives, units, citizen groups, goals …; the page has templates for them.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Option(help: ArgumentHelp("The week that tables are brought into.", valueName: "id"))
    var week: String?

    @Flag(help: "With --week: tell what would be created and changed, and write nothing.")
    var preview = false

    @Argument(help: "The interchange document, a JSON file; with --week CSV files.")
    var files: [String]

    func validate() throws {
        guard week == nil else { return }
        guard files.count == 1 else { throw ValidationError("One interchange document at a time.") }
        guard !preview else { throw ValidationError("--preview is for tables, with --week.") }
    }

    func run() async throws {
        do {
            if let week { try await bringTables(into: week) } else { try await importWeek() }
        } catch {
            throw Failure.exit(for: error)
        }
    }

    private func importWeek() async throws {
        let definitions = try templates.definitions()
        let content = try JSONFile(TemplateFile.data(at: files[0], what: "The interchange document"))
        let week = try Week(importing: content, definitions: definitions)
        let receipt = try await data.place.writing { storage in
            let states = StoredModelStates(storage: storage, definitions: definitions)
            return try await WeekRepository(storage: storage, definitions: definitions)
                .importWeek(week, states: states, now: WallClock.now)
        }
        tell(content.notes)
        print(
            receipt.wasThere
                ? "Week \(receipt.weekId) is there already, unchanged." : "Imported week \(receipt.weekId).")
        for session in receipt.sessions {
            print("  session \(session.id), join code \(session.joinCode)")
        }
    }

    private func tell(_ notes: [LocalizedText]) {
        for note in notes { print("Note: \(note.en)") }
    }

    private func bringTables(into week: String) async throws {
        let definitions = try templates.definitions()
        let tables = try files.map { file in
            WeekPartRepository.SentTable(
                name: URL(fileURLWithPath: file).lastPathComponent,
                content: try TemplateFile.data(at: file, what: "The table"))
        }
        let brought =
            if preview {
                try await data.place.reading { try await bring(tables, into: week, $0, definitions) }
            } else {
                try await data.place.writing { try await bring(tables, into: week, $0, definitions) }
            }
        let changes = brought.changes
        tell(brought.notes)
        for change in changes where change.kind != .unchanged {
            print("\(change.kind.rawValue) \(change.part) \(change.id): \(change.name)")
            for field in change.fields where change.kind == .changed {
                print("  \(field.label.en): \(field.before) → \(field.after)")
            }
        }
        let kinds: [WeekChange.Kind] = [.created, .changed, .unchanged]
        let counts = kinds.map { kind in "\(changes.count { $0.kind == kind }) \(kind.rawValue)" }
        print((preview ? "Nothing was written; it would be " : "") + counts.joined(separator: ", ") + ".")
    }

    private func bring(
        _ tables: [WeekPartRepository.SentTable], into weekID: String, _ storage: SQLiteStorage,
        _ definitions: FieldDefinitions
    ) async throws -> WeekPartRepository.Preview {
        let week = try await WeekRepository(storage: storage, definitions: definitions).week(weekID)
        let states = try await StoredModelStates(storage: storage, definitions: definitions).states(of: week)
        let (parts, written) = (
            WeekPartRepository(storage: storage, definitions: definitions), states.writtenEntities(definitions)
        )
        guard !preview else { return try await parts.preview(tables, into: weekID, writtenInModels: written) }
        return try await parts.bring(tables, into: weekID, writtenInModels: written, if: .any)
    }
}
