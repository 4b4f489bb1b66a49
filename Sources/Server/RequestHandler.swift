import Application
import HTTPTypes
import Logging
import Planning
import Rooms
import Threads
package import Transport

/// The one entrance: tells the interface, the page and the two kinds of WebSocket apart.
@ServiceLoop
package final class RequestHandler: TransportHandler {
    /// What answers: there once the server has put itself together, which happens on the loop before the first
    /// request is read.
    struct Backend {
        let components: ServerComponents
        let router: Router
        let files: StaticFiles
        /// What `/metrics` answers with.
        let figures: @ServiceLoop () -> String
    }

    private var backend: Backend?
    private let logger: Logger

    nonisolated init(logger: Logger) {
        self.logger = logger
    }

    func open(_ backend: Backend) { self.backend = backend }

    // MARK: HTTP

    package func handle(_ message: HTTPRequestMessage, on exchange: HTTPExchange) {
        let onlyReads = [.get, .head].contains(message.request.method)
        // Who only reads is patient: what people write goes first.
        let work = Task(priority: onlyReads ? .utility : nil) { @ServiceLoop in
            guard let backend else {
                return exchange.respond(HTTPResponse(status: .serviceUnavailable))
            }
            var response = await withTaskExecutorPreference(WorkThreads.answers) {
                await respond(to: message, backend)
            }
            SecurityHeaders.add(to: &response.headerFields, isSecure: backend.components.address.isSecure)
            backend.components.metrics.answered(status: response.status.code)
            let head = HTTPResponse(status: response.status, headerFields: response.headerFields)
            exchange.respond(head, body: response.body)
        }
        // What only reads may be broken off anywhere, and a document for nobody need not be made. What changes
        // something is carried through.
        guard onlyReads else { return }
        exchange.onAbandoned = { work.cancel() }
    }

    package func bodyAllowance(of message: HTTPRequestMessage) -> BodyAllowance {
        let nothing = BodyAllowance(bytes: 0, owner: .unknown)
        guard let backend, let path = message.request.path, let target = RequestTarget(path),
            target.segments.starts(with: ["api", "v1"])
        else { return nothing }
        return backend.router.bodyAllowance(
            of: message.request, segments: Array(target.segments.dropFirst(2)))
    }

    private func respond(to message: HTTPRequestMessage, _ backend: Backend) async -> Response {
        guard let path = message.request.path, let target = RequestTarget(path) else {
            return .problem(.badRequest("Adressen kan ikke læses.", en: "The address cannot be read."))
        }
        if target.segments.starts(with: ["api", "v1"]) {
            return await backend.router.respond(
                to: message, segments: Array(target.segments.dropFirst(2)), query: target.query)
        }
        switch target.segments {
        case ["healthz"]: return await health(backend.components)
        case ["metrics"]:
            return .text(backend.figures(), type: "text/plain; version=0.0.4")
        default: break
        }
        guard [.get, .head].contains(message.request.method) else { return .problem(.methodNotAllowed([.get, .head])) }
        if let file = backend.files.respond(to: target.segments, fields: message.request.headerFields) { return file }
        let isPage = message.request.headerFields[.accept]?.contains("text/html") ?? false
        if isPage, let page = backend.files.notFoundPage(fields: message.request.headerFields) { return page }
        return .problem(.notFound)
    }

    /// Healthy is who can commit: tried for real, once a second however many ask. That room runs out is said in a word:
    /// all is saved still, and whoever watches hears of it without having to read figures.
    private func health(_ components: ServerComponents) async -> Response {
        guard components.rooms.log.isAccepting else { return .problem(.storageFailing) }
        do {
            return try await components.shared.answer("health", for: .seconds(1)) {
                try await components.rooms.log.probe()
                return try .json(["status": "ok", "disk": components.disk.isShort ? "nearlyFull" : "ok"])
            }
        } catch {
            logger.error("the health check could not commit", metadata: ["reason": "\(error)"])
            components.rooms.log.recoverIfFailed()
            return .problem(.storageFailing)
        }
    }

    // MARK: WebSocket

    package func upgrade(_ message: HTTPRequestMessage) -> UpgradeDecision {
        guard let path = message.request.path, let target = RequestTarget(path), target.segments.count == 3,
            target.segments[0] == "ws"
        else { return .refuse(HTTPResponse(status: .notFound)) }
        guard let components = backend?.components else { return .refuse(HTTPResponse(status: .serviceUnavailable)) }
        let fields = message.request.headerFields
        let credential = components.access.credential(of: fields, queryToken: target.query["token"])
        guard components.access.isFromOwnPage(credential, fields: fields) else {
            return .refuse(HTTPResponse(status: .forbidden))
        }
        let admission = SocketAdmission(
            rooms: components.rooms, access: components.access, registry: components.registry, credential: credential,
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
