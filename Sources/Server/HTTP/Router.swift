import Application
import HTTPTypes
package import Logging
import Storage
package import Transport

/// Finds the route of a request, checks who calls, and turns what is thrown into problem details.
@ServiceLoop
package final class Router {
    private struct Entry {
        let route: Route
        let pattern: PathPattern
    }

    private let entries: [Entry]
    private let access: AccessControl
    private let logger: Logger
    /// Bytes of a body that anybody may send: join forms and sign-ins are small.
    private let openBodyBytes: Int
    private let turns: RequestTurns

    /// - Parameter routes: their order is no rank: a path belongs to the most literal of those that match.
    package init(
        routes: [Route], access: AccessControl, logger: Logger,
        openBodyBytes: Int = TransportLimits().openBodyBytes, limits: AccessLimits = AccessLimits()
    ) {
        turns = RequestTurns(limits: limits)
        self.openBodyBytes = openBodyBytes
        entries = routes.map { Entry(route: $0, pattern: PathPattern($0.path)) }
        self.access = access
        self.logger = logger
    }

    /// How much may be sent to a path that begins with `/api/v1`: much only to what needs a role, by somebody who shows
    /// a token. Whether it holds is looked up when the request is there; until one was, its bytes are a stranger's.
    ///
    /// - Parameter segments: the path's segments after that.
    func bodyAllowance(of request: HTTPRequest, segments: [String]) -> BodyAllowance {
        let small = BodyAllowance(bytes: openBodyBytes, owner: .unknown)
        guard let (route, _) = try? find(request.method, segments) else { return small }
        if case .anybody = route.requirement { return small }
        // Without a token the answer is 401, whatever is sent.
        let seen = access.credential(of: request.headerFields).flatMap(access.seen)
        let owner = seen.map(BodyAllowance.Owner.known) ?? .unknown
        return BodyAllowance(bytes: .max, owner: owner)
    }

    /// Answers a request whose path begins with `/api/v1`.
    /// - Parameter segments: the path's segments after that.
    package func respond(
        to message: HTTPRequestMessage, segments: [String], query: [String: String]
    ) async -> Response {
        do {
            let (route, parameters) = try find(message.request.method, segments)
            let credential = access.credential(of: message.request.headerFields)
            if route.method != .get, !access.isFromOwnPage(credential, fields: message.request.headerFields) {
                throw Problem.forbiddenOrigin
            }
            let principal = try await access.principal(credential)
            try await access.check(route.requirement, principal: principal, parameters: parameters)
            let context = RequestContext(
                message: message, parameters: parameters, query: query, credential: credential, principal: principal)
            guard let person = principal?.personHash else { return try await route.handler(context) }
            return try await turns.answer(person, route.exchange.otherTypes.isEmpty ? .data : .document) {
                try await route.handler(context)
            }
        } catch {
            return .problem(problem(for: error, method: message.request.method))
        }
    }

    /// - Throws: `Problem` 404 for a path that no route has, 405 with `Allow` for one that has other methods.
    private func find(
        _ method: HTTPRequest.Method, _ segments: [String]
    ) throws -> (Route, parameters: [String: String]) {
        // HEAD is GET without the content (RFC 9110 section 9.3.2); the transport leaves the content out.
        let wanted = method == .head ? .get : method
        var allowed: [HTTPRequest.Method] = []
        var found = entries.compactMap { entry in entry.pattern.match(segments).map { (entry, $0) } }
        // A path belongs to the routes that have most of it word for word: `import` is no week's id, `table.csv` no
        // item's.
        let fewest = found.map(\.1.count).min() ?? 0
        found.removeAll { $0.1.count > fewest }
        for (entry, parameters) in found {
            if entry.route.method == wanted { return (entry.route, parameters) }
            allowed += entry.route.method == .get ? [.get, .head] : [entry.route.method]
        }
        throw allowed.isEmpty ? Problem.notFound : Problem.methodNotAllowed(allowed)
    }

    /// Writes to the log what a client is not told. Only the error's type of what nobody foresaw: its words may hold
    /// text that people wrote.
    private func problem(for error: any Error, method: HTTPRequest.Method) -> Problem {
        if let error = error as? StorageError {
            logger.error("the database failed a request", metadata: ["reason": "\(error)"])
        }
        if let problem = Problem(telling: error) { return problem }
        logger.error("a request failed", metadata: ["method": "\(method)", "reason": "\(type(of: error))"])
        return .internalError
    }
}
