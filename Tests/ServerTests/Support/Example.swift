import Foundation
import Planning
import Testing

@testable import Application
@testable import Server

/// The example week and the templates that are shipped.
enum Example {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    static let templates = root.appending(path: "Sessions/templates").standardizedFileURL.path

    static func definitions() throws -> FieldDefinitions { try TemplateFile.definitions(in: templates) }
    static func agendas() throws -> Agendas { try TemplateFile.agendas(in: templates) }

    static func data() throws -> Data {
        try Data(contentsOf: root.appending(path: "Sessions/examples/example-week.json"))
    }

    static func json() throws -> JSONValue { try JSONValue.parse(data()) }

    static func week(_ change: (inout JSONValue) -> Void = { _ in }) throws -> Week {
        var document = try json()
        change(&document)
        return try Week(importing: Data(document.text().utf8), definitions: definitions())
    }
}
