import ArgumentParser
import Foundation
import Server

/// `samspil draft WEEK UNIT`: what the week gives a unit's goal plan, as JSON. Works beside a running server.
struct Draft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the draft of a unit's goal plan as JSON, also while the server runs.")

    @OptionGroup var arguments: PlanArguments

    func run() async throws {
        do {
            FileHandle.standardOutput.write(try await arguments.plan.draft())
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
