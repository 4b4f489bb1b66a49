import Application
import Planning

extension Schema {
    /// A unit's goal plan as a file: a leader can import it into another plan.
    static let goalPlan = JSONSchema.named(
        "PlanDocument",
        object(
            [
                "formatVersion": .object(["const": .integer(GoalPlan.formatVersion)]),
                "unit": object(
                    ["id": string, "name": string],
                    optional: ["department": string, "leaderFunction": string, "kle": string]),
                "weekTitle": string, "isExample": boolean,
                "names": ["type": "object", "additionalProperties": string], "plan": of(GoalPlan.self),
            ], optional: ["year": integer]))

    /// A unit's annual report.
    static let annualReport = JSONSchema.named(
        "AnnualReportDocument",
        object(["unitId": string, "unitName": string, "report": of(AnnualReport.self)]))
}
