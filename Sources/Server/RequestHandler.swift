import HTTPTypes
import Logging
import Planning
import Rooms
package import Transport

/// The one entrance: tells the interface, the page and the two kinds of WebSocket apart.
@ServiceLoop
package final class RequestHandler: TransportHandler {
    /// What answers: there once the server has put itself together, which happens on the loop before the first
    /// request is read.
    struct Parts {
        let services: Services
        let router: Router
        let files: StaticFiles
        /// What `/metrics` answers with.
        let figures: @ServiceLoop () -> String
    }

    private var parts: Parts?
    private let logger: Logger

    nonisolated init(logger: Logger) {
        self.logger = logger
    }

    func open(_ parts: Parts) { self.parts = parts }

    // MARK: HTTP

    package func handle(_ message: HTTPRequestMessage, on exchange: HTTPExchange) {
        let work = Task { @ServiceLoop in
            guard let parts else {
                return exchange.respond(HTTPResponse(status: .serviceUnavailable))
            }
            var response = await respond(to: message, parts)
            SecurityHeaders.add(to: &response.headerFields, isSecure: parts.services.isSecure)
            parts.services.metrics.answered(status: response.status.code)
            let head = HTTPResponse(status: response.status, headerFields: response.headerFields)
            exchange.respond(head, body: response.body)
        }
        // What only reads may be broken off anywhere, and a document for nobody need not be made. What changes
        // something is carried through.
        guard [.get, .head].contains(message.request.method) else { return }
        exchange.onAbandoned = { work.cancel() }
    }

    package func bodyAllowance(of message: HTTPRequestMessage) -> BodyAllowance {
        let nothing = BodyAllowance(bytes: 0, owner: .unknown)
        guard let parts, let path = message.request.path, let target = RequestTarget(path),
            target.segments.starts(with: ["api", "v1"])
        else { return nothing }
        return parts.router.bodyAllowance(
            of: message.request, segments: Array(target.segments.dropFirst(2)))
    }

    private func respond(to message: HTTPRequestMessage, _ parts: Parts) async -> Response {
        guard let path = message.request.path, let target = RequestTarget(path) else {
            return .problem(.badRequest("Adressen kan ikke læses.", en: "The address cannot be read."))
        }
        if target.segments.starts(with: ["api", "v1"]) {
            return await parts.router.respond(
                to: message, segments: Array(target.segments.dropFirst(2)), query: target.query)
        }
        switch target.segments {
        case ["healthz"]: return await health(parts.services)
        case ["metrics"]:
            return .text(parts.figures(), type: "text/plain; version=0.0.4")
        default: break
        }
        guard [.get, .head].contains(message.request.method) else { return .problem(.methodNotAllowed([.get, .head])) }
        if let file = parts.files.respond(to: target.segments, fields: message.request.headerFields) { return file }
        let isPage = message.request.headerFields[.accept]?.contains("text/html") ?? false
        if isPage, let page = parts.files.notFoundPage(fields: message.request.headerFields) { return page }
        return .problem(.notFound)
    }

    /// Healthy is who can commit: tried for real, once a second however many ask. That room runs out is said in a word:
    /// all is saved still, and whoever watches hears of it without having to read figures.
    private func health(_ services: Services) async -> Response {
        guard services.house.log.isAccepting else { return .problem(.storageFailing) }
        do {
            return try await services.shared.answer("health", for: .seconds(1)) {
                try await services.house.log.probe()
                return try .json(["status": "ok", "disk": services.disk.isShort ? "nearlyFull" : "ok"])
            }
        } catch {
            logger.error("the health check could not commit", metadata: ["reason": "\(error)"])
            services.house.log.recoverIfFailed()
            return .problem(.storageFailing)
        }
    }

    // MARK: WebSocket

    package func upgrade(_ message: HTTPRequestMessage) -> UpgradeDecision {
        guard let path = message.request.path, let target = RequestTarget(path), target.segments.count == 3,
            target.segments[0] == "ws"
        else { return .refuse(HTTPResponse(status: .notFound)) }
        guard let services = parts?.services else { return .refuse(HTTPResponse(status: .serviceUnavailable)) }
        let fields = message.request.headerFields
        let credential = services.access.credential(of: fields, queryToken: target.query["token"])
        guard services.access.isFromOwnPage(credential, fields: fields) else {
            return .refuse(HTTPResponse(status: .forbidden))
        }
        let admission = SocketAdmission(
            house: services.house, access: services.access, registry: services.registry, credential: credential,
            logger: logger)
        switch target.segments[1] {
        case "documents":
            return .accept(DocumentSocket(admission: admission, modelID: target.segments[2], query: target.query))
        case "sessions":
            return .accept(SessionSocket(admission: admission, sessionID: target.segments[2], query: target.query))
        default: return .refuse(HTTPResponse(status: .notFound))
        }
    }
}
