import Application
import Export
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// The goal-plan draft of a unit, made from what the models say at the moment of the request. A GET: the draft's number
/// is given, but nothing is written before somebody imports from it.
@ServiceLoop
struct DraftRoutes: Resource {
    let live: LiveWeeks
    let drafts: DraftMaker
    let exporter: Exporter
    let timing: any LoopTiming

    var routes: [Route] {
        [
            Route(
                .get, "/weeks/{weekId}/units/{unitId}/goal-plan-draft", for: .goalPlan,
                "The draft of a unit's goal plan, in the format asked for by Accept; JSON without it.",
                .everyFormat(of: Schema.of(GoalPlanDraft.self)).inProfiles()
            ) { try await self.draft($0, as: try $0.acceptedFormat) },
            Route(
                .get, "/weeks/{weekId}/units/{unitId}/goal-plan-draft.{format}", for: .goalPlan,
                "The draft of a unit's goal plan in a format.",
                .everyFormat(of: Schema.of(GoalPlanDraft.self)).inProfiles()
            ) { try await self.draft($0, as: try $0.parameter(.format)) },
        ]
    }

    /// Reads the week on the loop; composing and writing it happen off the loop, in the caller's turn.
    private func draft(_ context: RequestContext, as format: ExportFormat) async throws -> Response {
        let (weekID, unitID) = try (context.parameter(.week), context.parameter(.unit))
        let (profile, language) = (try self.profile(context), try context.language)
        return try await exporter.respond(as: format, to: context) {
            let reading = try await live.reading(weekID)
            let made = try await self.drafts.draft(of: unitID, in: reading, now: self.timing.now)
            return {
                try DraftExport(made.draft, in: reading.week, by: profile, language: language, revised: made.madeAt)
            }
        }
    }

    /// The governance system asked for; without one, the goal plan.
    ///
    /// - Throws: `Problem` 400 for one that there is not.
    private func profile(_ context: RequestContext) throws -> Profile {
        guard let named = context.query["profile"] else { return .maalplan }
        guard let profile = Profile(rawValue: named) else {
            throw Problem.badRequest(
                "Styringsformen findes ikke; der er maalplan, proceshjul, aftale og dialogaftale.",
                en: "There is no such governance system; there are maalplan, proceshjul, aftale and dialogaftale.")
        }
        return profile
    }
}

extension ExchangeDescription {
    /// With the query's parameter for governance systems.
    fileprivate func inProfiles() -> ExchangeDescription {
        var description = self
        description.query.append(
            ("profile", "The governance system: maalplan (without one), proceshjul, aftale or dialogaftale."))
        description.querySchemas["profile"] = { Schema.of(Profile.self) }
        return description
    }
}
