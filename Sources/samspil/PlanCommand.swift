import Application
import ArgumentParser
import Foundation
import Planning
import Storage

/// The unit whose draft or plan a command is about, named as the week names it, and where the data is.
struct PlanArguments: ParsableArguments {
    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Argument(help: "The week's identifier.")
    var week: String

    @Argument(help: "The unit's identifier.")
    var unit: String

    /// The week as stored, once it is known that the unit is in it: a slip in an identifier would otherwise read as an
    /// empty plan.
    ///
    /// - Throws: `ApplicationError.noSuchWeek`, `.noSuchUnit`.
    func week(in storage: SQLiteStorage, _ definitions: FieldDefinitions) async throws -> Week {
        let found = try await WeekRepository(storage: storage, definitions: definitions).week(week)
        guard found.unit(unit) != nil else { throw ApplicationError.noSuchUnit(unit, week: week) }
        return found
    }
}

/// `samspil plan import|export`: a unit's goal plan as a file, for the municipality that has last year's in another
/// system and for the one that leaves.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Bring a goal plan in from a file, or write one.",
        subcommands: [PlanImport.self, PlanExport.self])
}

/// `samspil plan import WEEK UNIT FILE`: the same rules as the page's import (`PlanFile`), with a terminal's answers.
struct PlanImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring lines of a goal plan in from JSON or CSV.",
        discussion: """
            A file that ends in .csv, .tsv or .txt has rows of section;item;field;text. Lists every fault and brings \
            nothing if there is one; writes over nothing that the plan says. Stop the server first.
            """)

    @OptionGroup var arguments: PlanArguments

    @Argument(help: "The file.")
    var file: String

    func run() async throws {
        do {
            let definitions = try arguments.templates.definitions()
            let data = try TemplateFile.data(at: file, what: "The plan file")
            // By the name only, as the help says: a CSV whose first cell is a brace is still a CSV.
            let isTable = [".csv", ".tsv", ".txt"].contains { file.lowercased().hasSuffix($0) }
            let brought = try isTable ? PlanFile(csv: data) : PlanFile(json: data)
            let change = try await arguments.data.place.writing { storage in
                _ = try await arguments.week(in: storage, definitions)
                return try await PlanRepository(storage: storage).change(
                    arguments.unit, inWeek: arguments.week, as: .file, by: "Administrator", at: WallClock.now
                ) { plan, _ in
                    // The leader has accepted a finished plan: not even the administrator changes it behind their back.
                    guard !plan.isFinished else { throw ApplicationError.planFinished }
                    return PlanRepository.Step(edits: try plan.bringing(brought))
                }.change
            }
            for note in brought.notes { print("Note: \(note.en)") }
            // Nothing to change makes no change: running a script twice leaves one entry in the plan's history.
            let count = change?.edits.count ?? 0
            print(count == 0 ? "The plan says all of it already." : "Brought \(count) line(s) and item(s) in.")
        } catch {
            throw Failure.exit(for: error)
        }
    }
}

/// `samspil plan export WEEK UNIT`: the plan as `PlanFile` reads it back. Works beside a running server.
struct PlanExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a unit's goal plan as JSON, also while the server runs.")

    @OptionGroup var arguments: PlanArguments

    func run() async throws {
        do {
            let definitions = try arguments.templates.definitions()
            let plan = try await arguments.data.place.reading { storage in
                _ = try await arguments.week(in: storage, definitions)
                return try await PlanRepository(storage: storage).plan(arguments.unit, inWeek: arguments.week)
            }
            FileHandle.standardOutput.write(try CanonicalJSON.encode(plan, pretty: true))
        } catch {
            throw Failure.exit(for: error)
        }
    }
}

/// `samspil draft WEEK UNIT`: what the week gives a unit's goal plan, as JSON. Works beside a running server.
struct Draft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the draft of a unit's goal plan as JSON, also while the server runs.")

    @OptionGroup var arguments: PlanArguments

    func run() async throws {
        do {
            let definitions = try arguments.templates.definitions()
            let draft = try await arguments.data.place.reading { storage in
                let week = try await arguments.week(in: storage, definitions)
                let states = try await StoredModelStates(storage: storage, definitions: definitions).states(of: week)
                // Nothing is kept of it: its version is the one that a server would give.
                return try await DraftMaker(storage: storage)
                    .draft(
                        of: arguments.unit, in: WeekReading(week: week, states: states, definitions: definitions),
                        now: WallClock.now
                    ).draft.jsonData()
            }
            FileHandle.standardOutput.write(draft)
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
