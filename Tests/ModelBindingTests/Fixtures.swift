import Foundation
import Planning

/// The repository's own templates and example.
enum Fixtures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appending(path: path))
    }

    static func definitions() throws -> FieldDefinitions {
        try FieldDefinitions.load(data("Sessions/templates/fields.json"))
    }

    static func week() throws -> Week {
        try Week(importing: data("Sessions/examples/example-week.json"), definitions: definitions())
    }

    /// The example's models, in its order.
    static func models() throws -> [CollaborationModel] {
        let week = try week()
        let definitions = try definitions()
        return week.models.map { CollaborationModel($0, definitions: definitions, week: week) }
    }
}
