import Foundation
import HTTPTypes
import Planning
import Testing
import Transport

@testable import Application
@testable import Server

/// Calls routes of a server as they are described, and holds each answer against what its description says.
@ServiceLoop
final class DescribedCalls {
    let bench: ServerBench
    private let routes: [String: Route]
    private let paths: JSONValue
    private let components: [String: JSONValue]
    /// Of routes that were answered as described.
    private(set) var answered: Set<String> = []

    init(_ bench: ServerBench) {
        self.bench = bench
        let routes = bench.components.routes()
        self.routes = Dictionary(routes.map { ("\($0.method.rawValue) \($0.path)", $0) }) { first, _ in first }
        let document = OpenAPIDocument.make(for: routes)
        paths = document["paths"] ?? .null
        components = document["components"]?["schemas"]?.object ?? [:]
    }

    var unanswered: [String] { routes.keys.filter { !answered.contains($0) }.sorted() }

    /// - Parameters:
    ///   - path: as the route has it, with its parameters in braces and the query after it.
    ///   - parameters: by name.
    ///   - tag: for If-Match, without quotes.
    @discardableResult
    func call(
        _ method: HTTPRequest.Method, _ path: String, _ parameters: [String: String] = [:], token: String? = nil,
        tag: String? = nil, _ body: JSONValue? = nil, location: SourceLocation = #_sourceLocation
    ) async throws -> JSONValue {
        let pattern = String(path.prefix { $0 != "?" })
        let name = "\(method.rawValue) \(pattern)"
        let route = try #require(routes[name], "\(name)", sourceLocation: location)
        let target = parameters.reduce(path) { $0.replacing("{\($1.key)}", with: $1.value) }
        let operation = try #require(paths["/api/v1" + pattern]?[method.rawValue.lowercased()])
        if let body, let schema = operation["requestBody"]?["content"]?["application/json"]?["schema"] {
            tell(SchemaCheck.faults(body, schema, components), of: "what \(name) is asked", location)
        }
        let answer = try await bench.send(
            method, target, token: token, tag: tag, body: body.map { $0.text() } ?? "")
        guard let described = operation["responses"]?[String(answer.status)] else {
            let text = String(decoding: answer.body.prefix(600), as: UTF8.self)
            Issue.record("\(name): \(answer.status) \(text)", sourceLocation: location)
            return answer.json ?? .null
        }
        check(answer, described, name, location)
        if answer.status == route.exchange.status { answered.insert(name) }
        return answer.json ?? .null
    }

    private func check(
        _ answer: ServerBench.Answer, _ described: JSONValue, _ name: String, _ location: SourceLocation
    ) {
        let type = answer.fields[.contentType]?.split(separator: ";").first.map(String.init)
        guard let content = described["content"]?.object else {
            #expect(answer.body.isEmpty, "\(name) answers nothing", sourceLocation: location)
            return
        }
        guard let type, let schema = content[type]?["schema"] else {
            Issue.record("\(name) is not described to answer \(type ?? "nothing")", sourceLocation: location)
            return
        }
        guard type == "application/json" else { return }
        let faults = answer.json.map { SchemaCheck.faults($0, schema, components) } ?? ["no JSON"]
        tell(faults, of: "what \(name) answers", location)
    }

    private func tell(_ faults: [String], of what: String, _ location: SourceLocation) {
        guard !faults.isEmpty else { return }
        Issue.record("\(what): \(faults.prefix(5).joined(separator: "; "))", sourceLocation: location)
    }
}
