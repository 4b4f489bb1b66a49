import Foundation
import Planning

/// Measures drafts and the merge into plans. `PlanningBenchmark FIELDS EXAMPLE [REPEATS]` prints one JSON object of
/// medians, in milliseconds; `PlanningBenchmark week` prints the large week that is measured, for the tests that open
/// it in a browser.
@main
enum PlanningBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let large = GeneratedWeek(units: 112, models: 400).document
        if arguments.elementsEqual(["week"]) { return print(large.text()) }
        guard arguments.count >= 2 else { throw Usage() }
        let paths = Array(arguments)
        let repeats = paths.count > 2 ? Int(paths[2]) ?? 9 : 9
        let definitions = try FieldDefinitions.load(try file(paths[0]))
        let example = try Scene(try JSONValue.parse(try file(paths[1])), definitions)
        let municipality = try Scene(large, definitions)
        guard let draft = example.draft("u-skole") else { throw Usage() }
        let plan = try example.filled(draft)
        let figures: [String: Double] = [
            "draft of the example's school": median(repeats) { _ = example.draft("u-skole") },
            "draft of one of 112 units, 400 models": median(repeats) { _ = municipality.draft("u-0") },
            "drafts of all 112 units": median(max(1, repeats / 3)) { _ = municipality.drafts() },
            "import of a whole draft": try median(repeats) { _ = try example.filled(draft) },
            "comparison of a plan with its draft": median(repeats) { _ = PlanComparison(plan, draft) },
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        print(String(decoding: try encoder.encode(figures), as: UTF8.self))
    }

    struct Usage: Error, CustomStringConvertible {
        let description = "usage: PlanningBenchmark FIELDS EXAMPLE [REPEATS]"
    }

    private static func file(_ path: String) throws -> Data {
        try Data(contentsOf: URL(filePath: path))
    }

    private static func median(_ repeats: Int, _ body: () throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for _ in 0..<repeats {
            let duration = try ContinuousClock().measure(body)
            times.append(Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15)
        }
        return times.sorted()[times.count / 2]
    }
}

/// A week with its models, as the server has them in its rooms.
private struct Scene {
    let week: Week
    let states: [ModelState]
    let definitions: FieldDefinitions

    init(_ document: JSONValue, _ definitions: FieldDefinitions) throws {
        week = try Week(interchange: document, definitions: definitions)
        self.definitions = definitions
        let week = week
        states = week.models.map { model in
            ModelState(
                model: CollaborationModel(model, definitions: definitions, week: week), sessionId: model.sessionId,
                confirmations: model.confirmations, contentVersion: model.id)
        }
    }

    func draft(_ unit: String) -> GoalPlanDraft? {
        GoalPlanDraft.make(unitId: unit, week: week, models: states, definitions: definitions)
    }

    func drafts() -> [GoalPlanDraft] {
        GoalPlanDraft.makeAll(week: week, models: states, definitions: definitions)
    }

    func filled(_ draft: GoalPlanDraft) throws -> GoalPlan {
        let plan = GoalPlan(weekId: week.id, unitId: draft.unit.id)
        let decisions = draft.planItems.map { PlanDecision(sourceId: $0.id, .take) }
        return plan.applying(try plan.importing(draft, decisions)).plan
    }
}
