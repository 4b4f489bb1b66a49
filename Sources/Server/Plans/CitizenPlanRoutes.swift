import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// The part of a unit's plan that citizens can read. The leader publishes it, and citizens read the plan as it stood
/// then: nothing that is written afterwards is shown before the leader publishes again.
@ServiceLoop
struct CitizenPlanRoutes: Resource {
    let answers: PlanAnswers
    let plans: PlanRepository
    let weeks: WeekRepository
    let shared: SharedAnswers

    private nonisolated static let path = "/weeks/{weekId}/units/{unitId}/goal-plan/citizen-plan"

    var routes: [Route] {
        [
            Route(
                .get, "/weeks/{weekId}/units/{unitId}/citizen-plan", for: .anybody,
                "What a unit's leader shows citizens of its goal plan; 404 while nothing is shown.",
                ExchangeDescription(response: Schema.of(CitizenPlan.self))
            ) { try await self.citizenPlan($0) },
            Route(
                .get, Self.path, for: .goalPlan,
                "What citizens would read if the plan were shown to them as it stands.",
                ExchangeDescription(response: Schema.of(CitizenPlan.self))
            ) { context in
                let plan = try await self.plans.plan(
                    context.parameter(.unit), inWeek: context.parameter(.week))
                return try await self.citizenAnswer(plan)
            },
            Route(
                .put, Self.path, for: .goalPlan, "Show citizens the finished plan as it stands.",
                PlanAnswers.change()
            ) { try await self.showCitizens($0) },
            Route(
                .delete, Self.path, for: .goalPlan, "Show citizens nothing of the plan any more.",
                PlanAnswers.change()
            ) { try await self.hideFromCitizens($0) },
        ]
    }

    /// Without sign-in, so it costs one look-up however often it is asked: the answer is made once and shared.
    private func citizenPlan(_ context: RequestContext) async throws -> Response {
        let (unitID, weekID) = try (context.parameter(.unit), context.parameter(.week))
        // A week is read whole to name what the plan speaks of; the plan itself is looked up each time.
        guard let shown = try await plans.shownToCitizens(unitID, inWeek: weekID) else { throw Problem.notFound }
        return try await shared.answer("citizens/\(weekID)/\(unitID)/\(shown.revision)", for: .seconds(10)) {
            try await self.citizenAnswer(shown)
        }
    }

    /// - Throws: `Problem` 404 where the unit is no longer in the week.
    private func citizenAnswer(_ plan: GoalPlan) async throws -> Response {
        guard let shown = CitizenPlan(plan, in: try await weeks.outline(plan.weekId)) else { throw Problem.notFound }
        return try .json(shown)
    }

    /// Only a finished plan, and only the revision that the leader had read: nobody publishes a sentence unseen.
    private func showCitizens(_ context: RequestContext) async throws -> Response {
        let precondition = try Precondition(context.message.request.headerFields)
        return try await answers.change(context, as: .shown, whenFinished: true) { plan, _, _ in
            try precondition.require(plan.revision) { [] }
            guard plan.isFinished else {
                throw Problem.conflict(
                    "plan-unfinished", "Planen er ikke færdig. Gør den færdig, før borgerne kan se den.",
                    en: "The plan is not finished. Finish it before citizens can see it.")
            }
            var step = PlanRepository.Step()
            step.version = plan.version
            step.freezes = true
            // The revision that this change itself becomes.
            step.decide = { $0.shownToCitizens = $0.revision + 1 }
            return step
        }
    }

    /// Twice changes nothing.
    private func hideFromCitizens(_ context: RequestContext) async throws -> Response {
        try await answers.change(context, as: .hidden, whenFinished: true) { plan, _, _ in
            var step = PlanRepository.Step()
            if plan.shownToCitizens != nil { step.decide = { $0.shownToCitizens = nil } }
            return step
        }
    }
}
