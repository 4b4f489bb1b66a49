import Application
import Planning

extension Schema {
    /// What programs may rely on in the JSON of drafts and outcomes, by the name each is published under. Members may
    /// be added; `formatVersion` grows when one is changed or taken away.
    static let published: [String: ExchangeDescription.SchemaMaker] = [
        "goal-plan": { titled(goalPlan, "A unit's goal plan") },
        "goal-plan-draft": { titled(of(GoalPlanDraft.self), "The draft of a unit's goal plan") },
        "session-outcome": { titled(of(SessionOutcome.self), "The outcome of a session") },
    ]

    /// Stands alone: nothing in it refers to the rest of the description.
    private static func titled(_ schema: JSONValue, _ title: String) -> JSONValue {
        var schema = JSONSchema.inlined(schema)
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["title"] = .string(title)
        return schema
    }
}
