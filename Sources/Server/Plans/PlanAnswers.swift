import Application
import Facilitation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// The part that every route of plans shares: it changes a plan, and answers with the plan beside the draft.
@ServiceLoop
struct PlanAnswers {
    let plans: PlanRepository
    let weeks: WeekRepository
    let live: LiveWeeks
    let drafts: DraftMaker
    let rooms: RoomRegistry
    let timing: any LoopTiming

    /// The JSON of a plan as it is answered with.
    nonisolated static var schema: JSONValue { Schema.of(PlanView.self) }

    /// A change of a plan, answered with the plan.
    nonisolated static func change(
        request: @autoclosure @escaping @Sendable () -> JSONValue? = nil, status: Int = 200
    ) -> ExchangeDescription {
        ExchangeDescription(request: request(), status: status, response: schema).againstRevision().shownInProfile()
    }

    /// Changes a plan in one transaction and answers with the plan as it then is.
    /// - Parameters:
    ///   - whenFinished: whether the change is for finished plans too.
    ///   - make: gets the plan, the revision that the caller had read, and the transaction.
    func change(
        _ context: RequestContext, as kind: PlanChange.Kind, status: HTTPResponse.Status = .ok,
        whenFinished: Bool = false,
        _ make: @escaping @Sendable (GoalPlan, Int, any StorageReader) throws -> PlanRepository.Step
    ) async throws -> Response {
        let precondition = try Precondition(context.message.request.headerFields)
        let (weekID, unitID) = try (context.parameter(.week), context.parameter(.unit))
        guard let unit = try await weeks.outline(weekID).unit(unitID) else { throw Problem.notFound }
        let isLeader = try context.requirePrincipal().leads(unit: unitID, inWeek: weekID)
        // By function, never by name: the plan's history is read for years after names are deleted.
        let result = try await plans.change(
            unitID, inWeek: weekID, as: kind, by: isLeader ? unit.leaderFunction ?? "Leder" : "Administrator",
            at: timing.now
        ) { plan, reader in
            guard whenFinished || !plan.isFinished else {
                throw ApplicationError.planFinished
            }
            return try make(plan, try precondition.seen(plan.revision), reader)
        }
        let outcome = PlanView.Outcome(
            revision: result.change?.revision, edits: result.change?.edits.count ?? 0,
            kept: Set(result.kept.map(\.itemId)).sorted(), notes: result.notes.isEmpty ? nil : result.notes)
        return try await answer(context, result.plan, status: status, outcome: outcome)
    }

    /// The plan as it is stored, beside the draft as it is now.
    func answer(_ context: RequestContext) async throws -> Response {
        try await answer(context, plans.plan(context.parameter(.unit), inWeek: context.parameter(.week)))
    }

    /// - Parameter plan: as it was read, or as the change that is answered left it: somebody else may have changed it
    ///   since.
    private func answer(
        _ context: RequestContext, _ plan: GoalPlan, status: HTTPResponse.Status = .ok, outcome: PlanView.Outcome? = nil
    ) async throws -> Response {
        let (weekID, unitID) = try (context.parameter(.week), context.parameter(.unit))
        let reading = try await live.reading(weekID)
        guard let unit = reading.week.unit(unitID) else { throw Problem.notFound }
        let principal = try context.requirePrincipal()
        let mayChange = principal.isAdministrator || principal.leads(unit: unitID, inWeek: weekID)
        let (draft, tag) = try await drafts.opened(unitID, in: reading, mayTake: mayChange, now: timing.now)
        var ended: Set<String> = []
        // Asked of the room: that a session has ended is not in the week's document.
        for source in draft.sources {
            if try await rooms.session(source.sessionId).state.isEnded { ended.insert(source.sessionId) }
        }
        var view = PlanView(
            plan, in: reading, unit: unit, draft: draft, draftTag: tag, ended: ended, mayChange: mayChange,
            profile: context.query["profile"].flatMap(Profile.init))
        view.outcome = outcome
        var response = try Response.json(view, status: status)
        // The plan's revision, which the next change has to name (RFC 9110 section 8.8.3).
        response.headerFields[.eTag] = "\"\(view.plan.revision)\""
        return response
    }
}

extension ExchangeDescription {
    /// The plan may be asked for in another governance system than its own. One that there is not is the plan's own.
    func shownInProfile() -> ExchangeDescription {
        var description = self
        description.query.append(
            ("profile", "The governance system to show it in: maalplan, proceshjul, aftale, dialogaftale."))
        return description
    }
}
