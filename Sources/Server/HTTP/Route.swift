import Application
package import HTTPTypes
import Transport

/// One operation of the interface: its place, who may call it, what it is for, and its code. The router, the access
/// checks and the OpenAPI description all read this same value.
package struct Route: Sendable {
    package let method: HTTPRequest.Method
    /// The path below `/api/v1`, with `{name}` for a parameter: `/weeks/{weekId}/export`.
    package let path: String
    package let requirement: Requirement
    /// One sentence, for the OpenAPI description.
    package let summary: String
    /// What goes in and comes out, for the OpenAPI description.
    package let exchange: ExchangeDescription
    /// What it is one of the operations of (``Resource/tag``); set where all routes are gathered.
    package var tag = ""
    package let handler: @ServiceLoop (RequestContext) async throws -> Response

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
