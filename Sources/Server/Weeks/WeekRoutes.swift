import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// Weeks: created, imported, read, changed and exported.
@ServiceLoop
struct WeekRoutes: Resource {
    let weeks: WeekRepository
    let rooms: RoomRegistry
    let storage: any Storage
    let definitions: FieldDefinitions
    let agendas: Agendas
    let creation: CreationLimits
    let disk: DiskWatch
    let names: NameDeletion
    let timing: any LoopTiming

    /// A week in a list; its dates as ISO 8601 days.
    private struct WeekListing: Codable {
        let id, title: String
        let start, end: String?
        /// How many.
        let sessions: Int
    }

    var routes: [Route] {
        let interchange: ExchangeDescription.SchemaMaker = { [definitions] in
            InterchangeDescription.document(definitions)
        }
        return [
            Route(
                .get, "/weeks", for: .knownPerson, "The weeks the caller has something to do with.",
                ExchangeDescription(response: Schema.of([WeekListing].self))
            ) { try await self.listWeeks($0) },
            Route(
                .post, "/weeks", for: .administrator, "Make a week.",
                ExchangeDescription(
                    request: Schema.newWeek, status: 201, response: Schema.object(["id": Schema.string]))
            ) { try await self.createWeek($0) },
            Route(
                .post, "/weeks/import", for: .administrator, "Bring a week in from an interchange document.",
                ExchangeDescription(
                    request: interchange(), status: 201, response: Schema.of(WeekImport.Receipt.self))
            ) { try await self.importWeek($0) },
            Route(
                .post, "/weeks/import/preview", for: .administrator,
                "What bringing a week in would make; nothing is written.",
                ExchangeDescription(
                    request: interchange(), response: Schema.of(ImportPreview.self))
            ) { try await self.previewImport($0) },
            Route(
                .get, "/weeks/{weekId}", for: .week(.members), "A week with its sessions and models.",
                ExchangeDescription(response: Schema.weekOverview)
            ) { try await self.week($0) },
            Route(
                .patch, "/weeks/{weekId}", for: .week([.administrator]),
                "Change a week's title, units, citizen groups, objectives and goals.",
                ExchangeDescription(request: InterchangeDescription.changes, response: Schema.weekOverview)
            ) { try await self.patchWeek($0) },
            Route(
                .get, "/weeks/{weekId}/export", for: .week([.administrator]),
                "The week as an interchange document, with everything written and confirmed.",
                ExchangeDescription(response: interchange())
            ) { context in
                let document = try await self.weeks.export(
                    context.parameter(.week), states: LiveModelStates(rooms: self.rooms))
                return try .json(document)
            },
            Route(
                .post, "/weeks/{weekId}/sessions", for: .week(.facilitators), "Add a session to a week.",
                ExchangeDescription(
                    request: InterchangeDescription.newSession, status: 201,
                    response: Schema.object(["id": Schema.string, "joinCode": Schema.string]))
            ) { try await self.createSession($0) },
        ]
    }

    // MARK: Looking

    /// A week counts as the caller's by any role in it; a caller with none gets an empty list.
    private func listWeeks(_ context: RequestContext) async throws -> Response {
        let principal = try context.requirePrincipal()
        let weeks = try await weeks.weeks().filter { !principal.roles(inWeek: $0.id).isEmpty }
        return try .json(
            weeks.map { week in
                WeekListing(
                    id: week.id, title: week.title, start: week.annualCycle.start?.iso,
                    end: week.annualCycle.end?.iso, sessions: week.sessions.count)
            })
    }

    private func week(_ context: RequestContext) async throws -> Response {
        try await overview(of: try await weeks.week(context.parameter(.week)), context)
    }

    /// The week's document with what models say, as far as the caller is in their sessions: words of a session that the
    /// caller is not in are taken out, not only left unshown by the page.
    private func overview(of week: Week, _ context: RequestContext) async throws -> Response {
        let principal = try context.requirePrincipal()
        let records = try await storage.read { try $0.sessions(ofWeek: week.id) }
        let states = try await LiveModelStates(rooms: rooms).states(of: week)
        let isSeen = { (state: ModelState) in
            state.sessionId.map { principal.role(inSession: $0, ofWeek: week.id) != nil } ?? false
        }
        var overview = week.applying(
            states.filter(isSeen), hiding: states.filter { !isSeen($0) }, definitions: definitions
        ).source
        // The models themselves and drafts have their own routes and their own rights.
        for hidden in ["models", "goalPlanDrafts"] { overview[hidden] = nil }
        overview["id"] = .string(week.id)
        overview["title"] = .string(week.title)
        overview["start"] = week.annualCycle.start.map { .string($0.iso) }
        overview["end"] = week.annualCycle.end.map { .string($0.iso) }
        var sessions: [JSONValue] = []
        for planned in week.sessions {
            sessions.append(try await session(planned, records: records, principal: principal))
        }
        overview["sessions"] = .array(sessions)
        let made = WallClock.date(try await storage.read { try $0.week(week.id) }?.createdAt ?? timing.now)
        overview["namesDeletedOn"] = .string(week.namesDeleted(inSession: nil, made: made).iso)
        return try .json(overview)
    }

    /// One session of the overview. Where the caller is not a member, the programme alone: when and where it is, and
    /// for which citizen group.
    private func session(
        _ planned: Week.Session, records: [SessionRecord], principal: Principal
    ) async throws -> JSONValue {
        let room = try await rooms.session(planned.id)
        let actor = principal.actor(in: room)
        var models: [JSONValue] = []
        var decided: [JSONValue] = []
        if let actor {
            for model in room.state.models {
                models.append(try JSONValue(encoding: try await ModelView(of: model.id, in: room, for: actor)))
            }
            decided = room.state.goalLevels.values.compactMap(\.decision).sorted { $0.goalId < $1.goalId }.map {
                .object(["goalId": .string($0.goalId), "choice": .string($0.choice.rawValue)])
            }
        }
        let leads = actor?.role.leadsSessions ?? false
        let code = leads ? records.first { $0.id == planned.id }?.joinCode : nil
        return .object(ofPresent: [
            "id": .string(planned.id), "title": .string(planned.title),
            "date": planned.date.map { .string($0.iso) }, "startsAt": planned.source["startsAt"],
            "endsAt": planned.source["endsAt"], "citizenGroupId": planned.citizenGroupId.map(JSONValue.string),
            "room": planned.source["room"], "joinCode": code.map(JSONValue.string), "models": .array(models),
            "decidedLevels": .array(decided), "mayEnter": .bool(actor != nil),
        ])
    }

    // MARK: Making and changing

    /// The document is checked whole before anything is written; a week of the same id that says the same is no error.
    private func importWeek(_ context: RequestContext) async throws -> Response {
        try disk.checkRoom()
        let file = try JSONFile(Data(context.message.body))
        let week = try Week(importing: file, definitions: definitions)
        var receipt = try await weeks.importWeek(
            week, states: LiveModelStates(rooms: rooms), now: timing.now)
        if !file.notes.isEmpty { receipt.notes = file.notes }
        names.lookAgain()
        return try .json(receipt, status: .created)
    }

    /// What the import would make, and notes about how the file was read.
    private struct ImportPreview: Codable {
        let weekId, title: String
        let changes: [WeekChange]
        let notes: [LocalizedText]
    }

    /// The same reading as the import's; writes nothing.
    private func previewImport(_ context: RequestContext) async throws -> Response {
        let file = try JSONFile(Data(context.message.body))
        let week = try Week(importing: file, definitions: definitions)
        let changes = try await weeks.previewImport(
            week, states: LiveModelStates(rooms: rooms), now: timing.now)
        return try .json(ImportPreview(weekId: week.id, title: week.title, changes: changes, notes: file.notes))
    }

    /// From the first form: title, dates, units. Everything else comes by parts and tables.
    private func createWeek(_ context: RequestContext) async throws -> Response {
        try disk.checkRoom()
        let document = try WeekEdit.newWeek(
            try context.json(), id: "uge-" + NewID.make(), definitions: definitions)
        let week = Week(stored: document)
        let answer = try Response.json(["id": week.id], status: .created)
        PressedOnce.promise?(answer)
        try await weeks.insert(week, now: timing.now)
        return answer
    }

    /// Merges the members that are there; what is not named stays.
    private func patchWeek(_ context: RequestContext) async throws -> Response {
        let changed = try await weeks.patch(context.parameter(.week), with: try context.json())
        names.lookAgain()
        return try await overview(of: changed, context)
    }

    /// The session and the grant of a facilitator who makes one are stored in one transaction.
    private func createSession(_ context: RequestContext) async throws -> Response {
        try disk.checkRoom()
        let weekID = try context.parameter(.week)
        let (principal, now) = (try context.requirePrincipal(), timing.now)
        // The one who makes a session leads it; the administrator leads every session already.
        let ends = creation.linkEnds(.facilitator, last: try await weeks.outline(weekID).annualCycle.end, now: now)
        let record = try await weeks.addSession(
            try context.json(), to: weekID, agendas: agendas, now: now
        ) { id in
            guard !principal.isAdministrator else { return nil }
            return GrantRecord(
                tokenHash: principal.personHash, role: .facilitator, weekID: weekID, sessionID: id, createdAt: now,
                expiresAt: ends)
        }
        return try .json(["id": record.id, "joinCode": record.joinCode], status: .created)
    }
}
