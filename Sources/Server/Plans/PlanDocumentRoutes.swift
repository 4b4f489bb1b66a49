import Application
import Export
import HTTPTypes
import Planning
import Storage
import Transport

/// A unit's goal plan as a document: as it stands, or as a version froze it; and its annual report.
@ServiceLoop
struct PlanDocumentRoutes: Resource {
    let plans: PlanRepository
    let weeks: WeekRepository
    let exporter: Exporter

    private nonisolated static let path = "/weeks/{weekId}/units/{unitId}/goal-plan"

    var routes: [Route] {
        [
            Route(
                .get, Self.path + ".{format}", for: .goalPlan, "A unit's goal plan in a format, as it stands.",
                .everyFormat(of: Schema.goalPlan)
            ) { context in
                let plan = try await self.plans.dated(
                    context.parameter(.unit), inWeek: context.parameter(.week))
                return try await self.planDocument(plan.plan, changedAt: plan.changedAt, for: context)
            },
            Route(
                .get, Self.path + "/versions/{version}/plan.{format}", for: .goalPlan,
                "A version of a unit's goal plan in a format, as it was finished.",
                .everyFormat(of: Schema.goalPlan)
            ) { context in
                let version = try await context.version(of: self.plans)
                return try await self.planDocument(
                    version.plan, changedAt: version.change.at, isNow: false, for: context)
            },
            Route(
                .get, Self.path + "/annual-report.{format}", for: .goalPlan,
                "What the plan's year came to, goal by goal, in a format.",
                .everyFormat(of: Schema.annualReport).ofYear()
            ) { try await self.annualReport($0) },
        ]
    }

    /// Of the plan as it stands, for the year asked for; what was written for another year is not in it.
    private func annualReport(_ context: RequestContext) async throws -> Response {
        let format = try context.parameter(.format)
        let week = try await weeks.outline(context.parameter(.week))
        let year = try context.year(of: week)
        let plan = try await plans.dated(context.parameter(.unit), inWeek: week.id)
        guard let source = PlanSource(plan.plan, in: week) else { throw Problem.notFound }
        let language = try context.language
        return try await exporter.respond(as: format, to: context) {
            return {
                AnnualReportExport(
                    AnnualReport(plan.plan, week: week, year: year), of: source, language: language,
                    revised: plan.changedAt)
            }
        }
    }

    /// - Parameters:
    ///   - changedAt: milliseconds since 1970, for the document's date of revision.
    ///   - isNow: false for a version that was frozen; the document then says so.
    private func planDocument(
        _ plan: GoalPlan, changedAt: Int64, isNow: Bool = true, for context: RequestContext
    ) async throws -> Response {
        let format = try context.parameter(.format)
        let week = try await weeks.outline(context.parameter(.week))
        guard let source = PlanSource(plan, in: week) else { throw Problem.notFound }
        let export = PlanExport(source, language: try context.language, revised: changedAt, isNow: isNow)
        return try await exporter.respond(as: format, to: context) {
            return { export }
        }
    }
}
