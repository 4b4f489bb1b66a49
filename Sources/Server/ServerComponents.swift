package import Application
package import Conversion
import Facilitation
import HTTPTypes
package import Logging
package import Planning
package import Rooms
import Storage
package import Transport

/// What a server is made of, put together once at the start. The one place that knows all of it: each resource is
/// handed what it needs, and sees nothing of the others.
@ServiceLoop
package final class ServerComponents {
    /// Open documents and sessions.
    package let rooms: RoomRegistry
    /// Weeks as stored, and their cache.
    package let weeks: WeekRepository
    /// Authentication and authorisation.
    package let access: AccessControl
    /// Counters of rooms and routes.
    package let metrics: Metrics
    let registry = SocketRegistry()
    let names: NameDeletion
    let calendars: CalendarArchive
    let exporter: Exporter
    let exports: ExportJobs
    /// Answers that are the same for everybody.
    let shared: SharedAnswers
    /// Whether there is room for new weeks and sessions.
    let disk: DiskWatch
    let logger: Logger
    let address: PublicAddress
    private let pressed: PressedOnce
    let drafts: DraftMaker
    private var resources: [any Resource] = []

    /// Builds everything; nothing is started, so that a description can be made of parts that never serve.
    package init(
        rooms: RoomRegistry, weeks: WeekRepository, access: AccessControl, agendas: Agendas, metrics: Metrics,
        logger: Logger, publicURL: String, timing: any LoopTiming, conversions: ConversionRoom,
        dataDirectory: String = ".", limits: ServerLimits = ServerLimits()
    ) {
        self.rooms = rooms
        self.weeks = weeks
        self.access = access
        self.metrics = metrics
        self.logger = logger
        address = PublicAddress(publicURL)
        pressed = PressedOnce(storage: rooms.storage, timing: timing)
        calendars = CalendarArchive(storage: rooms.storage, logger: logger, now: { WallClock.now })
        exporter = Exporter(
            conversions: conversions, calendars: calendars, limits: limits.exports, logger: logger)
        exports = ExportJobs(limits: limits.exports, timing: timing)
        let drafts = DraftMaker(storage: rooms.storage, limits: limits.creation)
        self.drafts = drafts
        names = NameDeletion(rooms: rooms, weeks: weeks, timing: timing, logger: logger) { [pressed] in
            pressed.forget()
            drafts.forget()
        }
        shared = SharedAnswers(timing: timing)
        disk = DiskWatch(
            storage: rooms.storage, directory: dataDirectory, limits: limits, timing: timing, logger: logger)
        resources =
            weekResources(agendas, limits, timing) + peopleResources(limits, timing) + planResources(limits, timing)
    }

    /// Every operation of the interface, in the order the description lists them.
    package func routes() -> [Route] {
        resources.flatMap { resource in
            let tag = resource.tag
            return resource.routes.map { route in
                var route = once(route)
                route.tag = tag
                return route
            }
        }
    }

    /// A route that makes something makes it once for each press. Signing in and out makes nothing.
    private func once(_ route: Route) -> Route {
        guard route.method == .post, !["/sign-in", "/sign-out"].contains(route.path) else { return route }
        var exchange = route.exchange
        exchange.isMadeOnce = true
        return Route(route.method, route.path, for: route.requirement, route.summary, exchange) { [pressed] context in
            let path = context.parameters.reduce(route.path) { $0.replacing("{\($1.key)}", with: $1.value) }
            return try await pressed.answer(context, path: path) { try await route.handler(context) }
        }
    }
}

// MARK: The resources

extension ServerComponents {
    /// Sign-in, texts, weeks, joining and sessions, in the order of the description.
    private func weekResources(
        _ agendas: Agendas, _ limits: ServerLimits, _ timing: any LoopTiming
    ) -> [any Resource] {
        let (storage, definitions, creation) = (rooms.storage, rooms.definitions, limits.creation)
        let models = ModelMaker(definitions: definitions, timing: timing)
        return [
            SignInRoutes(
                access: access, storage: storage, registry: registry, address: address, creation: creation,
                timing: timing),
            TextRoutes(
                definitions: definitions, agendas: agendas, told: ToldLimits(limits), log: rooms.log, disk: disk,
                shared: shared
            ) { [weak self] in self?.routes() ?? [] },
            WeekRoutes(
                weeks: weeks, rooms: rooms, storage: storage, definitions: definitions, agendas: agendas,
                creation: creation, disk: disk, names: names, timing: timing),
            WeekPartRoutes(
                parts: WeekPartRepository(storage: storage, definitions: definitions), weeks: weeks,
                plans: PlanRepository(storage: storage), live: LiveWeeks(weeks: weeks, rooms: rooms), rooms: rooms,
                storage: storage, definitions: definitions, timing: timing),
            MarketplaceRoutes(
                weeks: weeks, rooms: rooms, storage: storage, definitions: definitions, models: models),
            JoinRoutes(
                rooms: rooms, weeks: weeks, storage: storage, address: address, timing: timing, limits: limits),
            DoorRoutes(
                rooms: rooms, weeks: weeks, storage: storage, registry: registry, creation: creation, timing: timing),
            SessionRoutes(
                rooms: rooms, weeks: weeks, storage: storage, models: models, creation: creation, address: address,
                timing: timing),
        ]
    }

    /// What concerns people and models.
    private func peopleResources(_ limits: ServerLimits, _ timing: any LoopTiming) -> [any Resource] {
        let (storage, definitions) = (rooms.storage, rooms.definitions)
        return [
            RemovalRoutes(
                rooms: rooms, storage: storage, definitions: definitions, names: names, exports: exports,
                registry: registry, logger: logger, timing: timing),
            PersonalNumberRoutes(rooms: rooms, definitions: definitions),
            EarlierSessionRoutes(rooms: rooms, weeks: weeks),
            JoinCodeRoutes(
                rooms: rooms, weeks: weeks, storage: storage, creation: limits.creation, address: address,
                timing: timing),
            GrantRoutes(rooms: rooms, storage: storage, registry: registry, timing: timing),
            LeaderRequestRoutes(rooms: rooms, weeks: weeks, storage: storage, timing: timing),
            ParticipantRoutes(rooms: rooms, weeks: weeks, storage: storage, registry: registry, timing: timing),
            ModelRoutes(rooms: rooms, weeks: weeks, definitions: definitions),
            VersionRoutes(rooms: rooms, storage: storage),
        ]
    }

    /// What concerns drafts, plans and documents: they share one reading of the week.
    private func planResources(_ limits: ServerLimits, _ timing: any LoopTiming) -> [any Resource] {
        let storage = rooms.storage
        let (plans, live) = (PlanRepository(storage: storage), LiveWeeks(weeks: weeks, rooms: rooms))
        let answers = PlanAnswers(
            plans: plans, weeks: weeks, live: live, drafts: drafts, rooms: rooms, timing: timing)
        return [
            DraftRoutes(live: live, drafts: drafts, exporter: exporter, timing: timing),
            PlanRoutes(answers: answers, weeks: weeks, access: access),
            PlanHistoryRoutes(
                answers: answers, plans: plans, rooms: rooms, weeks: weeks, storage: storage, access: access),
            PlanYearRoutes(plans: plans, weeks: weeks, timing: timing),
            CitizenPlanRoutes(answers: answers, plans: plans, weeks: weeks, shared: shared),
            PlanDocumentRoutes(plans: plans, weeks: weeks, exporter: exporter),
            OutcomeRoutes(rooms: rooms, live: live, exporter: exporter, timing: timing),
            WeekExportRoutes(
                live: live, rooms: rooms, plans: plans, drafts: drafts, exporter: exporter, exports: exports,
                limits: limits.exports, timing: timing),
        ]
    }
}
