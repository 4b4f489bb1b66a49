import Application
package import Planning

/// What goes into an operation and comes out of it, for the OpenAPI description. The page's types and its client
/// functions are generated from it, so it must be complete: `InterfaceTests` holds a sample of every answer against it.
///
/// Schemas are read off types, which takes a tenth of a second for all of them. So a description holds what makes them:
/// they are made where the OpenAPI description is written, on the thread that writes it, and not at the server's start.
package struct ExchangeDescription: Sendable {
    package typealias SchemaMaker = @Sendable () -> JSONValue

    /// The JSON Schema of the request's content; `nil` when it has none.
    package let request: @Sendable () -> JSONValue?
    /// Media types of the request beside JSON.
    package var otherRequestTypes: [String] = []
    /// The status a success has.
    package let status: Int
    /// The JSON Schema of the response's content; `nil` when it has none.
    package let response: @Sendable () -> JSONValue?
    /// The JSON Schemas of what is answered with another status than ``status`` in its place.
    package var others: [Int: SchemaMaker] = [:]
    /// Media types of the response beside JSON.
    package let otherTypes: [String]
    /// Parameters of the query: name and meaning.
    package var query: [(name: String, meaning: String)]

    /// Whether the request must say which revision it was made against (If-Match).
    package var isConditional = false

    /// Whether a request may carry an id by which it makes one thing, however often it is sent (Idempotency-Key).
    package var isMadeOnce = false

    /// The JSON Schema of parameters of the path that take only certain values.
    package var pathSchemas: [String: SchemaMaker] = [:]
    /// The same of the query's; a parameter without one is a text.
    package var querySchemas: [String: SchemaMaker] = [:]

    /// The same, of a request that must say which revision it was made against.
    package func againstRevision() -> ExchangeDescription {
        var description = self
        description.isConditional = true
        return description
    }

    /// The same of a request whose content may also be of another type.
    package func orAs(_ mediaType: String) -> ExchangeDescription {
        var description = self
        description.otherRequestTypes.append(mediaType)
        return description
    }

    /// The same, where another answer may stand in the place of the first.
    package func or(
        _ status: Int, _ response: @autoclosure @escaping SchemaMaker
    ) -> ExchangeDescription {
        var description = self
        description.others[status] = response
        return description
    }

    /// The usual ones: JSON in, JSON out.
    package init(
        request: @autoclosure @escaping @Sendable () -> JSONValue? = nil, status: Int = 200,
        response: @autoclosure @escaping @Sendable () -> JSONValue? = nil, otherTypes: [String] = [],
        query: [(name: String, meaning: String)] = []
    ) {
        self.request = request
        self.status = status
        self.response = response
        self.otherTypes = otherTypes
        self.query = query
    }
}
