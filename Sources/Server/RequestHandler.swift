import Application
import HTTPTypes
import Logging
import Planning
import Rooms
import Threads
package import Transport

/// The one entrance: tells the interface, the page and the two kinds of WebSocket apart.
///
/// Each request becomes a task that begins on the loop and does its work on `WorkThreads`: what people write goes
/// through the same loop, and waits for none of it.
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

    /// nil until the server has put itself together; requests of that moment get 503.
    private var backend: Backend?
    private let logger: Logger

    nonisolated init(logger: Logger) {
        self.logger = logger
    }

    /// Called once, on the loop, before the address is announced.
    func open(_ backend: Backend) { self.backend = backend }

    // MARK: HTTP

    /// One request: its answer is written on the loop, with the headers that every answer has, and counted by status.
    package func handle(_ message: HTTPRequestMessage, on exchange: HTTPExchange) {
        let onlyReads = [.get, .head].contains(message.request.method)
        // A request that only reads is patient: what people write goes first.
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

    /// Asked as soon as the head is there, before a byte of the body is taken. Nothing but the interface takes a body.
    package func bodyAllowance(of message: HTTPRequestMessage) -> BodyAllowance {
        let nothing = BodyAllowance(bytes: 0, owner: .unknown)
        guard let backend, let path = message.request.path, let target = RequestTarget(path),
            target.segments.starts(with: ["api", "v1"])
        else { return nothing }
        return backend.router.bodyAllowance(
            of: message.request, segments: Array(target.segments.dropFirst(2)))
    }

    /// By the path: the interface, the two addresses for whoever watches the machine, then the page's files.
    ///
    /// A browser that followed a broken link gets the page with 404, everything else a problem.
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

    /// Healthy means that a transaction can be committed: tried for real, once a second however many ask. That the disk
    /// is nearly full is a word beside it: everything is saved still, and monitoring learns of it without reading
    /// figures.
    private func health(_ components: ServerComponents) async -> Response {
        guard components.rooms.log.isAccepting else { return .problem(.storageFailing) }
        do {
            return try await components.shared.answer("health", for: .seconds(1)) {
                try await components.rooms.log.probe()
                return try .json(["status": "ok", "disk": components.disk.isShort ? "nearlyFull" : "ok"])
            }
        } catch {
            logger.error("the health check could not commit", metadata: ["reason": "\(error)"])
            // Nobody may write for a while, so a check is also the moment to try again.
            components.rooms.log.recoverIfFailed()
            return .problem(.storageFailing)
        }
    }

    // MARK: WebSocket

    /// Decided at once, from the head alone: the database is asked after the handshake (``SocketAdmission``), since the
    /// transport can't wait for an answer here. A foreign page is refused before anything of ours is opened.
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
