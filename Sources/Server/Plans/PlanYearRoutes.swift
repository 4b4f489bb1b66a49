import Application
import Facilitation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// Plans through the year, and reports across all plans of a week: objectives, learning, common agreements.
@ServiceLoop
struct PlanYearRoutes: Resource {
    let plans: PlanRepository
    let weeks: WeekRepository
    let timing: any LoopTiming

    var routes: [Route] {
        [
            Route(
                .get, "/weeks/{weekId}/units/{unitId}/goal-plan/year", for: .goalPlan,
                "A year of the plan: follow-ups by its profile, the course of its signs, what was learned.",
                ExchangeDescription(response: Schema.of(YearView.self)).ofYear()
            ) { try await self.planYear($0) },
            Route(
                .get, "/weeks/{weekId}/objectives", for: .week([.administrator]),
                "Every objective through the week's plans, and the years it was worked on: status and coverage.",
                ExchangeDescription(response: Schema.of(ObjectiveReport.self))
            ) { try await self.objectives($0) },
            Route(
                .get, "/weeks/{weekId}/learning", for: .week([.administrator, .leader]),
                "What was learned in all plans of the municipality, by words, newest first.",
                ExchangeDescription(
                    response: Schema.of([PlanRepository.NamedLearning].self),
                    query: [("q", "Words that must all stand in it; everything where it is left out.")])
            ) { try await self.learning($0) },
            Route(
                .post, "/weeks/{weekId}/agreements", for: .administrator,
                "Lay the common parts into the plans of all units: period, corporate goals, rules. Twice changes nothing.",
                ExchangeDescription(request: Schema.of(BulkAgreement.self), response: Schema.of(Made.self))
            ) { try await self.makeAgreements($0) },
        ]
    }

    /// Of the year asked for; follow-ups come from the plan's governance system.
    private func planYear(_ context: RequestContext) async throws -> Response {
        let (weekID, unitID) = try (context.parameter(.week), context.parameter(.unit))
        let week = try await weeks.outline(weekID)
        guard week.unit(unitID) != nil else { throw Problem.notFound }
        let year = try context.year(of: week)
        return try .json(YearView(try await plans.plan(unitID, inWeek: weekID), week: week, year: year))
    }

    /// Coverage runs over four years (a policy's term), so the same municipality's earlier weeks are read too.
    private func objectives(_ context: RequestContext) async throws -> Response {
        let week = try await weeks.outline(context.parameter(.week))
        let earlier = try await weeks.weeks().filter { $0.id != week.id && $0.isOfSameMunicipality(as: week) }
        return try .json(try await plans.report(of: week, earlier: earlier))
    }

    /// In every week of the municipality: what did not work last year is what one wants to find.
    private func learning(_ context: RequestContext) async throws -> Response {
        let week = try await weeks.outline(context.parameter(.week))
        let words = (context.query["q"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        let all = try await weeks.weeks().filter { $0.isOfSameMunicipality(as: week) }
        return try .json(try await plans.learning(in: all, words: words))
    }

    /// Units by what happened to their plans: the ids of each.
    private struct Made: Codable, SchemaNaming {
        static let schemaName = "MadeAgreements"

        var changed: [String] = []
        var same: [String] = []
        /// Finished plans are left as they are.
        var finished: [String] = []
    }

    /// One transaction for each unit: a plan that is being changed by its leader fails alone, and the request may be
    /// sent again since what is there already counts as the same.
    private func makeAgreements(_ context: RequestContext) async throws -> Response {
        let bulk = try context.body(BulkAgreement.self)
        let faults = bulk.faults
        guard faults.isEmpty else { throw Problem.unprocessable(faults) }
        let week = try await weeks.outline(context.parameter(.week))
        var made = Made()
        for unit in week.units where bulk.unitIds?.contains(unit.id) ?? true {
            let result = try await plans.change(
                unit.id, inWeek: week.id, as: .common, by: "Administrator", at: timing.now
            ) { plan, _ in
                guard !plan.isFinished else { return PlanRepository.Step() }
                var step = PlanRepository.Step(edits: plan.layingIn(bulk, unitName: unit.name))
                if plan.profile != bulk.profile { step.decide = { $0.profile = bulk.profile } }
                return step
            }
            if result.change != nil {
                made.changed.append(unit.id)
            } else if result.plan.isFinished {
                made.finished.append(unit.id)
            } else {
                made.same.append(unit.id)
            }
        }
        return try .json(made)
    }
}

extension Week {
    /// Whether two weeks belong to the same municipality, by the whole entry or by its id. A server may host several,
    /// and their learning is not shown to each other.
    fileprivate func isOfSameMunicipality(as other: Week) -> Bool {
        source["municipality"] == other.source["municipality"]
            || (source["municipality"]?["id"] != nil
                && source["municipality"]?["id"] == other.source["municipality"]?["id"])
    }
}

extension ExchangeDescription {
    /// The parameter of the year, with a year before and after it.
    func ofYear() -> ExchangeDescription {
        var description = self
        description.query.append(("year", "The calendar year; the plan's own where it is left out."))
        description.querySchemas["year"] = { ["type": "integer", "minimum": 1001, "maximum": 9998] }
        return description
    }
}
