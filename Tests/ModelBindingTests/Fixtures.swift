import Foundation
import Planning

/// The repository's own templates and example.
enum Fixtures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appending(path: path))
    }

    // Read once: tests run without optimisation, and every test needs them.
    private static let template = Result { try FieldDefinitions.load(data("Sessions/templates/fields.json")) }
    private static let example = Result {
        try Week(importing: data("Sessions/examples/example-week.json"), definitions: definitions())
    }

    static func definitions() throws -> FieldDefinitions {
        try template.get()
    }

    static func week() throws -> Week {
        try example.get()
    }

    /// The example's models, in its order.
    static func models() throws -> [CollaborationModel] {
        let week = try week()
        let definitions = try definitions()
        return week.models.map { CollaborationModel($0, definitions: definitions, week: week) }
    }
}
