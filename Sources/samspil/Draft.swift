import Application
import ArgumentParser
import Foundation
import Planning

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
