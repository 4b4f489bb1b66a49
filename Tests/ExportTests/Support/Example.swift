import Export
import Foundation
import Planning
import Testing

/// The repository's example week, as drafts and outcomes.
enum Example {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appending(path: path))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try data(path), as: UTF8.self)
    }

    static func definitions() throws -> FieldDefinitions {
        try FieldDefinitions.load(data("Sessions/templates/fields.json"))
    }

    private static func week(_ change: (JSONValue) -> JSONValue) throws -> (Week, [ModelState]) {
        let definitions = try definitions()
        let document = change(try JSONValue.parse(data("Sessions/examples/example-week.json")))
        let week = try Week(interchange: document, definitions: definitions)
        let states = week.models.map { model in
            ModelState(
                model: CollaborationModel(model, definitions: definitions, week: week), sessionId: model.sessionId,
                confirmations: model.confirmations, contentVersion: "1")
        }
        return (week, states)
    }

    static func draft(
        _ unit: String = "u-skole", _ change: (JSONValue) -> JSONValue = { $0 }
    ) throws -> GoalPlanDraft {
        let (week, states) = try week(change)
        return try #require(
            GoalPlanDraft.make(unitId: unit, week: week, models: states, definitions: definitions()))
    }

    static func outcome(
        _ session: String = "s-1", _ change: (JSONValue) -> JSONValue = { $0 }
    ) throws -> SessionOutcome {
        let (week, states) = try week(change)
        return try #require(
            SessionOutcome.make(sessionId: session, week: week, models: states, definitions: definitions()))
    }

    /// Replaces every text with spaces in it, which is every sentence people wrote.
    static func replacingTexts(in json: JSONValue, with text: () -> String) -> JSONValue {
        switch json {
        case .string(let old): old.contains(" ") ? .string(text()) : json
        case .array(let elements): .array(elements.map { replacingTexts(in: $0, with: text) })
        case .object(let members):
            // In the order of the keys, so that a seed gives the same document each time.
            .object(
                Dictionary(
                    uniqueKeysWithValues: members.sorted { $0.key < $1.key }
                        .map { ($0.key, replacingTexts(in: $0.value, with: text)) }))
        default: json
        }
    }
}
