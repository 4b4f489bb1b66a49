import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// A unit's goal plan beside the week's draft of it: its leader's, and the administrator's. Every change says which
/// revision it was made against, and every answer carries the plan's as its ETag.
@ServiceLoop
struct PlanRoutes: Resource {
    let answers: PlanAnswers
    let weeks: WeekRepository
    let access: AccessControl

    private nonisolated static let path = "/weeks/{weekId}/units/{unitId}/goal-plan"

    var routes: [Route] {
        [
            Route(
                .get, Self.path, for: .goalPlan, "A unit's goal plan, with what the draft offers and what remains.",
                ExchangeDescription(response: PlanAnswers.schema).shownInProfile()
            ) { try await self.answers.answer($0) },
            Route(
                .patch, Self.path, for: .goalPlan, "Write in the plan; If-Match says which revision was read.",
                PlanAnswers.change(request: Schema.of(PlanRewrite.self))
            ) { try await self.rewritePlan($0) },
            Route(
                .post, Self.path + "/imports", for: .goalPlan,
                "Take, keep or keep both of what a version of the draft offers.",
                PlanAnswers.change(request: Schema.of(ImportBody.self), status: 201)
            ) { try await self.importDraft($0) },
            Route(
                .post, Self.path + "/file", for: .goalPlan,
                "Bring lines of the plan in from JSON, or a table as text/csv; nothing is written over.",
                PlanAnswers.change(request: Schema.planFile, status: 201).orAs("text/csv")
            ) { try await self.bringPlanFile($0) },
            Route(
                .post, Self.path + "/carry-over", for: .goalPlan,
                "Carry on what spans from an earlier week's plan.",
                PlanAnswers.change(request: Schema.of(CarryOverBody.self), status: 201)
            ) { try await self.carryPlanOver($0) },
        ]
    }

    private struct ImportBody: Decodable, SchemaNaming {
        static let schemaName = "PlanImportBody"

        let draftVersion: Int
        let draftTag: String?
        let decisions: [PlanDecision]
    }

    private struct CarryOverBody: Decodable {
        let fromWeekId: String
    }

    // MARK: Changing

    /// Lines of the plan, or its governance system. A finished plan takes only what belongs to its running year.
    private func rewritePlan(_ context: RequestContext) async throws -> Response {
        let rewrite = try context.body(PlanRewrite.self)
        let kind: PlanChange.Kind = rewrite.profile == nil ? .written : .profile
        return try await answers.change(context, as: kind, whenFinished: true) { plan, seen, _ in
            guard !plan.isFinished || rewrite.isOfYear(in: plan) else { throw ApplicationError.planFinished }
            var step = PlanRepository.Step(
                edits: try plan.rewriting(rewrite, seen: seen) { "egen-" + NewID.make() })
            if let profile = rewrite.profile, profile != plan.profile { step.decide = { $0.profile = profile } }
            return step
        }
    }

    /// Imports decisions of the leader about a draft that the leader saw: by number and tag, not by what it would say
    /// now.
    private func importDraft(_ context: RequestContext) async throws -> Response {
        let body = try context.body(ImportBody.self)
        let (weekID, unitID) = try (context.parameter(.week), context.parameter(.unit))
        let drafts = answers.drafts
        let shown = try await drafts.seen(
            body.draftVersion, tag: body.draftTag, of: unitID, inWeek: weekID, now: answers.timing.now
        ) { [live = answers.live] in try await live.reading(weekID) }
        return try await answers.change(context, as: .imported, status: .created) { plan, seen, reader in
            let draft = try Self.draft(shown, weekID, reader)
            var step = PlanRepository.Step(edits: try plan.importing(draft, body.decisions))
            // A line that a colleague changed meanwhile is not written over, whatever the draft says.
            let conflicts = plan.conflicts(of: step.edits, seen: seen)
            guard conflicts.isEmpty else { throw Problem.changedMeanwhile(conflicts) }
            step.version = draft.version
            if let shown { step.also = { try drafts.keep(shown, $0) } }
            return step
        }
    }

    /// The draft that the leader saw, from the sessions it was made of.
    /// - Throws: `Problem` 409 where the draft is no longer stored, or one of its sessions is gone.
    private nonisolated static func draft(
        _ shown: DraftRecord?, _ weekID: String, _ reader: any StorageReader
    ) throws -> GoalPlanDraft {
        guard let shown,
            let draft = try? PlanRepository.decode(GoalPlanDraft.self, shown.document).numbered(shown.version)
        else {
            throw Problem.conflict(
                "draft-unknown",
                "Udkastet med det nummer er der ikke mere; kun de seneste gemmes. Intet er ændret. Hent planen igen, "
                    + "og vælg på ny.",
                en: "The draft of that number is no longer there; only the latest are kept. Nothing was changed. Load "
                    + "the plan again and choose anew.")
        }
        for source in draft.sources where try reader.session(source.sessionId)?.weekID != weekID {
            throw Problem.conflict(
                "session-gone", "Sessionen »\(source.title)«, som udkastet er dannet af, findes ikke mere i ugen.",
                en: "The session “\(source.title)” that the draft was made of is no longer in the week.")
        }
        return draft
    }

    /// By the content's type: JSON unless it is a table. `PlanFile` reports every fault before anything is written.
    private func bringPlanFile(_ context: RequestContext) async throws -> Response {
        let data = Data(context.message.body)
        let type = context.message.request.headerFields[.contentType]?.lowercased() ?? ""
        let isTable = type.hasPrefix("text/csv") || type.hasPrefix("text/tab-separated-values")
        return try await answers.change(context, as: .file, status: .created) { plan, _, _ in
            let file = try isTable ? PlanFile(csv: data) : PlanFile(json: data)
            var step = PlanRepository.Step(edits: try plan.bringing(file))
            step.notes = file.notes
            return step
        }
    }

    /// Goals and trial actions that span the years come along from the same unit's earlier plan.
    private func carryPlanOver(_ context: RequestContext) async throws -> Response {
        let from = try context.body(CarryOverBody.self).fromWeekId
        let (weekID, unitID) = try (context.parameter(.week), context.parameter(.unit))
        let principal = try context.requirePrincipal()
        // A caller who may not read the earlier plan learns nothing of it.
        guard from != weekID, access.mayReadGoalPlan(principal, unitID: unitID, weekID: from) else {
            throw Problem.notFound
        }
        let week = try await weeks.outline(weekID)
        guard let start = week.year.flatMap({ CalendarDate(year: $0, month: 1, day: 1) }) ?? week.annualCycle.start
        else {
            throw Problem.conflict(
                "no-year", "Ugen siger ikke, hvilket år planen gælder.", en: "The week does not say the plan's year.")
        }
        return try await answers.change(context, as: .carriedOver, status: .created) { plan, _, reader in
            let earlier = try PlanRepository.plan(unitID, from, reader)
            guard earlier.revision > 0 else { throw Problem.notFound }
            return PlanRepository.Step(edits: plan.carryingOver(earlier, from: start))
        }
    }
}
