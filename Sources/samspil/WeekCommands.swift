import Application
import ArgumentParser
import Foundation
import Planning
import Storage

/// `samspil import FILE…`: a week from an interchange document, or tables into a week, without a running server.
///
/// Two commands under one name, told apart by `--week`: whoever has a file asks for "import". Both check everything
/// before they write anything, and write in one transaction.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import a week from an interchange document, or CSV tables into a week.",
        discussion: """
            Lists every fault and imports nothing if there is one. Stop the server first. With --week the files are \
            CSV tables of policies, objectives, units, citizen groups, goals …; the page has templates for them.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Option(help: ArgumentHelp("The week that tables are brought into.", valueName: "id"))
    var week: String?

    @Flag(help: "With --week: tell what would be created and changed, and write nothing.")
    var preview = false

    @Argument(help: "The interchange document, a JSON file; with --week CSV files.")
    var files: [String]

    /// What the parser can't say of flags that exclude each other.
    ///
    /// - Throws: `ValidationError`, which the parser prints together with the usage and ends with 64.
    func validate() throws {
        guard week == nil else { return }
        guard files.count == 1 else { throw ValidationError("One interchange document at a time.") }
        guard !preview else { throw ValidationError("--preview is for tables, with --week.") }
    }

    func run() async throws {
        do {
            if let week { try await importTables(into: week) } else { try await importWeek() }
        } catch {
            throw Failure.exit(for: error)
        }
    }

    /// A whole week from one document. A week that is there already is left as it is, with its sessions and codes:
    /// a start script may repeat the command.
    ///
    /// - Throws: `ImportFaults`, `SetupError`, `StorageError`.
    private func importWeek() async throws {
        let definitions = try templates.definitions()
        let content = try JSONFile(TemplateFile.data(at: files[0], what: "The interchange document"))
        let week = try Week(importing: content, definitions: definitions)
        let receipt = try await data.place.writing { storage in
            let states = StoredModelStates(storage: storage, definitions: definitions)
            return try await WeekRepository(storage: storage, definitions: definitions)
                .importWeek(week, states: states, now: WallClock.now)
        }
        printNotes(content.notes)
        print(
            receipt.wasThere
                ? "Week \(receipt.weekId) is there already, unchanged." : "Imported week \(receipt.weekId).")
        for session in receipt.sessions {
            print("  session \(session.id), join code \(session.joinCode)")
        }
    }

    /// What a reading took for granted, such as the encoding of a file. In English, as everything at the terminal.
    private func printNotes(_ notes: [LocalizedText]) {
        for note in notes { print("Note: \(note.en)") }
    }

    /// Rows of CSV tables, matched by identifier with what the week has; prints each difference and the counts.
    ///
    /// - Throws: `ImportFaults` with every fault of every table, `SetupError`, `StorageError`.
    private func importTables(into week: String) async throws {
        let definitions = try templates.definitions()
        let tables = try files.map { file in
            WeekPartRepository.SentTable(
                name: URL(fileURLWithPath: file).lastPathComponent,
                content: try TemplateFile.data(at: file, what: "The table"))
        }
        // Only writing needs the server stopped: a preview is often made while people work.
        let result =
            if preview {
                try await data.place.reading { try await compareOrImport(tables, into: week, $0, definitions) }
            } else {
                try await data.place.writing { try await compareOrImport(tables, into: week, $0, definitions) }
            }
        let changes = result.changes
        printNotes(result.notes)
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

    /// The comparison, and the writing of it unless only a preview was asked for.
    ///
    /// What people have written in a model of the week hides the same thing's row of a table, so the models are read
    /// first: such a row is refused instead of being imported where nobody sees it.
    private func compareOrImport(
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

/// `samspil export WEEK`: a week as an interchange document on standard output. Works beside a running server.
///
/// With what people wrote in the models, read from their stored documents: the server may hold edits of the last
/// moments that are not on the disk yet, and those are not in it.
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
            // A file gets its name when it is whole: an interrupted export leaves the one before.
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
