import Foundation
import Planning
import Testing

/// The repository's own templates and example, read as the product reads them.
enum Fixtures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appending(path: path))
    }

    // Read once: tests run without optimisation, and every test needs them.
    private static let template = Result { try FieldDefinitions.load(data("Sessions/templates/fields.json")) }
    private static let document = Result { try JSONValue.parse(data("Sessions/examples/example-week.json")) }

    static func definitions() throws -> FieldDefinitions {
        try template.get()
    }

    static func agendas() throws -> Agendas {
        try Agendas.load(data("Sessions/templates/agendas.json"))
    }

    static func example() throws -> JSONValue {
        try document.get()
    }

    /// The example after some changes.
    static func week(_ change: (inout JSONValue) throws -> Void = { _ in }) throws -> Week {
        var document = try example()
        try change(&document)
        return try Week(interchange: document, definitions: definitions())
    }

    /// The week's models as they are when nobody has touched them since they came.
    static func states(_ week: Week, change: (inout CollaborationModel) -> Void = { _ in }) throws -> [ModelState] {
        let definitions = try definitions()
        return week.models.map { model in
            var value = CollaborationModel(model, definitions: definitions, week: week)
            let imported = version(value, definitions)
            change(&value)
            return ModelState(
                model: value, sessionId: model.sessionId,
                confirmations: model.confirmations.map { $0.withContentVersion($0.contentVersion ?? imported) },
                contentVersion: version(value, definitions))
        }
    }

    /// Stands for the SHA-256 that the server takes.
    static func version(_ model: CollaborationModel, _ definitions: FieldDefinitions) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in model.canonicalContent(definitions) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }

    static func draft(_ unit: String = "u-skole", _ change: (inout JSONValue) throws -> Void = { _ in }) throws
        -> GoalPlanDraft
    {
        let week = try week(change)
        let draft = try GoalPlanDraft.make(
            unitId: unit, week: week, models: states(week), definitions: definitions())
        return try #require(draft)
    }
}
