import ArgumentParser
import Foundation
import Server

/// `samspil plan import|export`: a unit's goal plan as a file.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Bring a goal plan in from a file, or write one.",
        subcommands: [PlanImport.self, PlanExport.self])
}

/// Which plan.
struct PlanArguments: ParsableArguments {
    @Argument(help: "The week's identifier.")
    var week: String

    @Argument(help: "The unit's identifier.")
    var unit: String
}

/// `samspil plan import WEEK UNIT FILE`.
struct PlanImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring lines of a goal plan in from JSON or CSV.",
        discussion: """
            A file that ends in .csv has rows of section;item;field;text. Lists every fault and brings nothing if there \
            is one; writes over nothing that the plan says. Stop the server first.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions
    @OptionGroup var plan: PlanArguments

    @Argument(help: "The file.")
    var file: String

    func run() async throws {
        do {
            let count = try await OfflinePlans.bring(
                file: file, unit: plan.unit, week: plan.week, dataDirectory: data.directory,
                templatesDirectory: templates.directory)
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

    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions
    @OptionGroup var plan: PlanArguments

    func run() async throws {
        do {
            FileHandle.standardOutput.write(
                try await OfflinePlans.export(
                    unit: plan.unit, week: plan.week, dataDirectory: data.directory,
                    templatesDirectory: templates.directory))
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
