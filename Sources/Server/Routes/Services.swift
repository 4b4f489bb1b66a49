package import Conversion
import Facilitation
import HTTPTypes
package import Logging
package import Planning
package import Rooms
package import Storage
package import Transport

/// What the routes work with, put together once at the start.
@ServiceLoop
package final class Services {
    package let house: House
    package let weeks: WeekArchive
    package let access: AccessControl
    package let agendas: Agendas
    package let metrics: Metrics
    let registry = SocketRegistry()
    let names: NameDeletion
    let drafts: DraftMaker
    let exporter: Exporter
    let exports: ExportJobs
    /// What pages are told of all limits.
    let told: ToldLimits
    let exportLimits: ExportLimits
    /// What everybody is answered alike.
    let shared: SharedAnswers
    /// Whether there is room for new weeks and sessions.
    let disk: DiskWatch
    let logger: Logger
    /// The address people reach the server at, without a trailing slash.
    package let publicURL: String
    package let timing: any LoopTiming
    let creation: CreationLimits
    let guesses: GuessGate
    var words: WordGuesses
    let pressed: PressedOnce
    var joins: ClientBuckets

    package var storage: any Storage { house.storage }
    package var definitions: FieldDefinitions { house.definitions }
    package var isSecure: Bool { publicURL.hasPrefix("https://") }

    package init(
        house: House, weeks: WeekArchive, access: AccessControl, agendas: Agendas, metrics: Metrics, logger: Logger,
        publicURL: String, timing: any LoopTiming, conversions: ConversionRoom, dataDirectory: String = ".",
        limits: ServerLimits = ServerLimits()
    ) {
        guesses = GuessGate(limits: limits.access, timing: timing)
        words = WordGuesses(limits: limits.access)
        let pressed = PressedOnce(storage: house.storage, timing: timing)
        self.pressed = pressed
        joins = ClientBuckets(
            limits.access.joinsPerAddress, perSecond: Double(limits.access.joinsPerAddress) / 3_600,
            most: limits.access.addresses)
        creation = limits.creation
        drafts = DraftMaker(
            storage: house.storage, definitions: house.definitions, kept: limits.creation.drafts)
        exporter = Exporter(
            conversions: conversions,
            calendars: CalendarArchive(storage: house.storage, logger: logger, now: { WallClock.now }),
            limits: limits.exports, logger: logger)
        exports = ExportJobs(limits: limits.exports, timing: timing)
        exportLimits = limits.exports
        told = ToldLimits(limits)
        names = NameDeletion(house: house, weeks: weeks, pressed: pressed, timing: timing, logger: logger)
        shared = SharedAnswers(timing: timing)
        disk = DiskWatch(
            storage: house.storage, directory: dataDirectory, limits: limits, timing: timing, logger: logger)
        self.house = house
        self.weeks = weeks
        self.access = access
        self.agendas = agendas
        self.metrics = metrics
        self.logger = logger
        self.publicURL = publicURL
        self.timing = timing
    }

    /// Every operation of the interface, in the order the description lists them.
    package func routes() -> [Route] {
        let routes =
            signInRoutes() + textRoutes() + weekRoutes() + weekPartRoutes() + marketplaceRoutes() + joinRoutes()
            + doorRoutes() + sessionRoutes() + removalRoutes() + personalNumberRoutes()
            + beforeRoutes()
            + joinCodeRoutes() + grantRoutes() + leaderRequestRoutes() + participantRoutes() + modelRoutes()
            + versionRoutes() + goalPlanRoutes() + planRoutes()
            + planExportRoutes() + outcomeRoutes() + weekExportRoutes()
        return routes.map(once)
    }

    /// A route that makes something makes it once for each press. Signing in and out makes nothing.
    private func once(_ route: Route) -> Route {
        guard route.method == .post, !["/sign-in", "/sign-out"].contains(route.path) else { return route }
        var exchange = route.exchange
        exchange.isMadeOnce = true
        return Route(route.method, route.path, for: route.requirement, route.summary, exchange) { context in
            let path = context.parameters.reduce(route.path) { $0.replacing("{\($1.key)}", with: $1.value) }
            return try await self.pressed.answer(context, path: path) { try await route.handler(context) }
        }
    }

    /// A week as it stands at the moment: what its models say, and what its sessions have decided.
    func liveWeek(_ id: String) async throws -> (week: Week, states: [ModelState]) {
        let live = LiveModelStates(house: house)
        let stored = try await weeks.week(id)
        let week = stored.taking(try await live.news(of: stored))
        return (week, try await live.states(of: week))
    }

    /// A session's room for a route whose requirement has found it.
    func session(_ context: RequestContext) async throws -> SessionRoom {
        return try await house.session(context.parameter(.session))
    }

    /// The room of the session that owns the route's model.
    func sessionOfModel(_ context: RequestContext) async throws -> SessionRoom {
        return try await house.session(ofModel: context.parameter(.model))
    }

    /// Who the caller is in a session.
    func actor(_ context: RequestContext, in session: SessionRoom) throws -> Actor {
        guard let actor = try context.requirePrincipal().actor(in: session) else { throw Problem.notFound }
        session.arrived(actor.participantID)
        return actor
    }

    /// Counts what the caller is about to do in a session among their commands, before anything is done for it.
    func count(_ context: RequestContext, _ actor: Actor, in session: SessionRoom) throws {
        let person = actor.person(token: try context.requirePrincipal().personHash)
        if let person { try session.countCommand(by: person) }
    }

    /// Runs a command, with its refusal as a problem.
    func perform(
        _ command: SessionCommand, by actor: Actor, in session: SessionRoom,
        also: (@Sendable (any StorageWriter) throws -> Void)? = nil
    ) async throws {
        try await session.perform(command, by: actor, also: also)
    }
}
