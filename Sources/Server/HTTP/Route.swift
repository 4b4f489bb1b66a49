import Application
package import HTTPTypes
import Transport

/// One operation of the interface: its place, who may call it, what it is for, and its code. The router, the access
/// checks and the OpenAPI description all read this same value.
package struct Route: Sendable {
    /// One of the methods that have a body or none; HEAD is answered by the GET (RFC 9110 section 9.3.2).
    package let method: HTTPRequest.Method
    /// The path below `/api/v1`, with `{name}` for a parameter: `/weeks/{weekId}/export`.
    package let path: String
    /// Checked before ``handler`` is called: a handler need not, and cannot forget to.
    package let requirement: Requirement
    /// One sentence, for the OpenAPI description.
    package let summary: String
    /// What goes in and comes out, for the OpenAPI description.
    package let exchange: ExchangeDescription
    /// What it is one of the operations of (``Resource/tag``); set where all routes are gathered.
    package var tag = ""
    /// Runs on the service loop; what costs time leaves it for the work threads.
    package let handler: @ServiceLoop (RequestContext) async throws -> Response

    /// A route is a value of its resource; nothing is registered by it.
    package init(
        _ method: HTTPRequest.Method, _ path: String, for requirement: Requirement, _ summary: String,
        _ exchange: ExchangeDescription = ExchangeDescription(),
        handler: @escaping @ServiceLoop (RequestContext) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.requirement = requirement
        self.summary = summary
        self.exchange = exchange
        self.handler = handler
    }
}
