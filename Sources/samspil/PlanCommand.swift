import Application
import ArgumentParser
import Foundation
import Planning

/// `samspil plan import|export`: a unit's goal plan as a file.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Bring a goal plan in from a file, or write one.",
        subcommands: [PlanImport.self, PlanExport.self])
}

/// `samspil plan import WEEK UNIT FILE`.
struct PlanImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring lines of a goal plan in from JSON or CSV.",
        discussion: """
            A file that ends in .csv, .tsv or .txt has rows of section;item;field;text. Lists every fault and brings nothing if there \
            is one; writes over nothing that the plan says. Stop the server first.
            """)

    @OptionGroup var arguments: PlanArguments

    @Argument(help: "The file.")
    var file: String

    func run() async throws {
        do {
            let definitions = try arguments.templates.definitions()
            let data = try TemplateFile.data(at: file, what: "The plan file")
            let isTable = [".csv", ".tsv", ".txt"].contains { file.lowercased().hasSuffix($0) }
            let brought = try isTable ? PlanFile(csv: data) : PlanFile(json: data)
            let change = try await arguments.data.place.writing { storage in
                _ = try await arguments.week(in: storage, definitions)
                return try await PlanRepository(storage: storage).change(
                    arguments.unit, inWeek: arguments.week, as: .file, by: "Administrator", at: WallClock.now
                ) { plan, _ in
                    guard !plan.isFinished else { throw ApplicationError.planFinished }
                    return PlanRepository.Step(edits: try plan.bringing(brought))
                }.change
            }
            for note in brought.notes { print("Note: \(note.en)") }
            let count = change?.edits.count ?? 0
            print(count == 0 ? "The plan says all of it already." : "Brought \(count) line(s) and item(s) in.")
        } catch {
            throw Failure.exit(for: error)
        }
    }
}

/// `samspil plan export WEEK UNIT`.
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
