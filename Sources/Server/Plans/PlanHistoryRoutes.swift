import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// A plan's history: its changes, undoing one, finishing a version and opening the next.
@ServiceLoop
struct PlanHistoryRoutes: Resource {
    let answers: PlanAnswers
    let plans: PlanRepository
    let rooms: RoomRegistry
    let weeks: WeekRepository
    let storage: any Storage
    let access: AccessControl

    private nonisolated static let path = "/weeks/{weekId}/units/{unitId}/goal-plan"

    private struct FinishedVersion: Codable {
        let version, revision: Int
        /// Milliseconds since 1970.
        let at: Int64
        /// A function, never a name.
        let by: String
    }

    /// Where the content of a model has been imported to, for the page of the model.
    private struct PlanOfModel: Codable {
        let weekId, unitId, unitName: String
        let items: Int
        /// Whether the plan read the model as it is now.
        let isCurrent: Bool
        /// The content that the plan imported: a page that receives the model's own version compares for itself.
        let contentVersion: String
    }

    var routes: [Route] {
        [
            Route(
                .get, Self.path + "/changes", for: .goalPlan, "Everything that was done to the plan, newest first.",
                ExchangeDescription(response: Schema.of([PlanChange].self))
            ) { context in
                let changes = try await self.plans.changes(
                    context.parameter(.unit), inWeek: context.parameter(.week))
                return try .json(changes)
            },
            Route(
                .delete, Self.path + "/changes/{revision}", for: .goalPlan,
                "Take a whole change back, such as an import, as far as nobody built on it.",
                PlanAnswers.change()
            ) { try await self.undoPlanChange($0) },
            Route(
                .get, Self.path + "/versions", for: .goalPlan, "The versions that were finished, newest first.",
                ExchangeDescription(response: Schema.of([FinishedVersion].self))
            ) { try await self.planVersions($0) },
            Route(
                .get, Self.path + "/versions/{version}", for: .goalPlan, "The plan as a version froze it.",
                ExchangeDescription(response: Schema.of(GoalPlan.self))
            ) { try .json(try await $0.version(of: self.plans).plan) },
            Route(
                .post, Self.path + "/versions", for: .goalPlan,
                "Finish the plan: freezes a version, if nobody changed it since it was read.",
                PlanAnswers.change(status: 201)
            ) { try await self.finishPlan($0) },
            Route(
                .post, Self.path + "/reopen", for: .goalPlan, "Open a new version of a finished plan.",
                PlanAnswers.change()
            ) { try await self.reopenPlan($0) },
            Route(
                .get, "/models/{modelId}/plans", for: .model(.members),
                "The goal plans that hold something of a model, of those that the caller may read.",
                ExchangeDescription(response: Schema.of([PlanOfModel].self))
            ) { try await self.plansOfModel($0) },
        ]
    }

    /// Undoes line by line: what somebody changed since stays, and the answer names it (``PlanView/Outcome/kept``).
    private func undoPlanChange(_ context: RequestContext) async throws -> Response {
        let revision = try context.parameter(.revision)
        let (weekID, unitID) = try (context.parameter(.week), context.parameter(.unit))
        return try await answers.change(context, as: .undone) { plan, _, reader in
            guard let change = try PlanRepository.change(revision, unitID, weekID, reader) else {
                throw Problem.notFound
            }
            let (edits, kept) = plan.undoing(change.edits)
            var step = PlanRepository.Step(edits: edits)
            (step.undoes, step.kept) = (revision, kept)
            return step
        }
    }

    /// Without the frozen plans, which are large: one is asked for by its number.
    private func planVersions(_ context: RequestContext) async throws -> Response {
        let versions = try await plans.versions(context.parameter(.unit), inWeek: context.parameter(.week))
        return try .json(
            versions.map { change, plan in
                FinishedVersion(version: plan.version, revision: change.revision, at: change.at, by: change.by)
            })
    }

    /// Freezes the plan as the leader read it.
    ///
    /// - Throws: `Problem` 412 with every line that was changed since, as it now reads.
    private func finishPlan(_ context: RequestContext) async throws -> Response {
        let precondition = try Precondition(context.message.request.headerFields)
        let (weekID, unitID) = try (context.parameter(.week), context.parameter(.unit))
        return try await answers.change(context, as: .finished, status: .created) { plan, _, reader in
            try precondition.require(plan.revision) {
                try Self.changes(since: try precondition.seen(plan.revision), plan, unitID, weekID, reader)
            }
            var step = PlanRepository.Step()
            step.version = plan.version + 1
            step.freezes = true
            step.decide = { plan in
                plan.version += 1
                plan.isFinished = true
            }
            return step
        }
    }

    /// A version is never changed: reopening only makes the plan writable again, and the next finish is a version of
    /// its own.
    private func reopenPlan(_ context: RequestContext) async throws -> Response {
        try await answers.change(context, as: .reopened, whenFinished: true) { plan, _, _ in
            var step = PlanRepository.Step()
            guard plan.isFinished else { return step }
            step.version = plan.version + 1
            step.decide = { $0.isFinished = false }
            return step
        }
    }

    /// The lines that others changed since a revision, as faults of the request that wanted to finish.
    private nonisolated static func changes(
        since seen: Int, _ plan: GoalPlan, _ unitID: String, _ weekID: String, _ reader: any StorageReader
    ) throws -> [ImportFault] {
        guard seen < plan.revision else { return [] }
        let edits = try (seen + 1...plan.revision).flatMap {
            try PlanRepository.change($0, unitID, weekID, reader)?.edits ?? []
        }
        return edits.compactMap { edit in
            guard let field = edit.field, let now = plan.items[edit.itemId]?.values[field] else { return nil }
            return ImportFault(
                path: "$.items.\(edit.itemId).\(field)",
                message: LocalizedText(da: "Nu står der: »\(now.text)«.", en: "It now says: “\(now.text)”."))
        }
    }

    /// Only plans that the caller may read are in it: that others imported the model is nobody else's business.
    private func plansOfModel(_ context: RequestContext) async throws -> Response {
        let modelID = try context.parameter(.model)
        let links = try await storage.read { try $0.planLinks(ofModel: modelID) }
        let room = try await rooms.session(ofModel: context.parameter(.model))
        let week = try await weeks.outline(room.weekID)
        let current = try await room.modelState(of: modelID).contentVersion
        let principal = try context.requirePrincipal()
        return try .json(
            links.filter { access.mayReadGoalPlan(principal, unitID: $0.unitID, weekID: $0.weekID) }.map { link in
                PlanOfModel(
                    weekId: link.weekID, unitId: link.unitID, unitName: week.name(of: .unit(link.unitID)),
                    items: link.items, isCurrent: link.contentVersion == current,
                    contentVersion: link.contentVersion)
            })
    }
}
