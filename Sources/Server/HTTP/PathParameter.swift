import Application
import Planning

/// A part of a path that each request fills in: its name between the braces of a route's path, and what it is read as.
///
/// A handler asks for it by this value, so that no name is spelled twice. One that its route's path does not declare is
/// an error (`UndeclaredPathParameter`), and never an empty text.
package struct PathParameter<Value: Sendable>: Sendable {
    /// As the OpenAPI description has it: `weekId`.
    let name: String
    /// nil for a text that cannot be one; then what the path names does not exist.
    let read: @Sendable (String) -> Value?
}

/// A route asked for a parameter that its path does not have. A programmer's mistake, answered with 500.
struct UndeclaredPathParameter: Error {
    let name: String
}

extension [String: String] {
    /// A parameter of the path that was matched.
    ///
    /// - Throws: `Problem.notFound` for what cannot be one; `UndeclaredPathParameter`.
    func require<Read>(_ parameter: PathParameter<Read>) throws -> Read {
        guard let text = self[parameter.name] else { throw UndeclaredPathParameter(name: parameter.name) }
        guard let value = parameter.read(text) else { throw Problem.notFound }
        return value
    }
}

extension PathParameter where Value == String {
    /// Any text: whether there is such a thing is the database's answer.
    private static func id(_ name: String) -> PathParameter { PathParameter(name: name) { $0 } }

    static var week: PathParameter { id("weekId") }
    static var session: PathParameter { id("sessionId") }
    static var model: PathParameter { id("modelId") }
    static var unit: PathParameter { id("unitId") }
    /// A unit's or an external party's id, as a confirmation has it.
    static var party: PathParameter { id("partyId") }
    static var participant: PathParameter { id("participantId") }
    static var knock: PathParameter { id("knockId") }
    /// As somebody wrote it.
    static var joinCode: PathParameter { id("joinCode") }
    static var post: PathParameter { id("postId") }
    /// Of a part of a week.
    static var item: PathParameter { id("itemId") }
    static var export: PathParameter { id("exportId") }
    /// Of a finished plan, in digits.
    static var planVersion: PathParameter { id("version") }
    static var schema: PathParameter { id("schemaName") }
}

extension PathParameter where Value == Int64 {
    static var grant: PathParameter { PathParameter(name: "grantId") { Int64($0) } }
    /// Of a version of a model.
    static var number: PathParameter { PathParameter(name: "number") { Int64($0) } }
}

extension PathParameter where Value == Int {
    /// Of a change of a plan.
    static var revision: PathParameter { PathParameter(name: "revision") { Int($0) } }
}

extension PathParameter where Value == WeekPart.ID {
    static var part: PathParameter { PathParameter(name: "part") { WeekPart.ID(rawValue: $0) } }
}

extension PathParameter where Value == ExportFormat {
    /// The ending of an address.
    static var format: PathParameter { PathParameter(name: "format") { ExportFormat(rawValue: $0) } }
}
