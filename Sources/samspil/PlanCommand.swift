import ArgumentParser
import Foundation
import Planning
import Server

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
            let (count, notes) = try await arguments.plan.bring(file: file)
            for note in notes { print("Note: \(note.en)") }
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
            FileHandle.standardOutput.write(try await arguments.plan.export())
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
