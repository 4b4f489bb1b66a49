import Export
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// The goal-plan draft of a unit, made anew from what the models say at the moment of asking.
extension Services {
    private enum Form: String {
        case json, md

        /// What a list of accepted media types (RFC 9110 section 12.5.1) asks for; JSON when it says nothing.
        init?(accepted: String?) {
            guard let accepted, !accepted.isEmpty else { self = .json; return }
            for type in accepted.split(separator: ",") {
                switch type.split(separator: ";").first?.filter({ $0 != " " }).lowercased() {
                case "text/markdown": self = .md; return
                case "application/json", "application/*", "*/*": self = .json; return
                default: continue
                }
            }
            return nil
        }
    }

    func goalPlanRoutes() -> [Route] {
        let description = ExchangeDescription(
            response: Schema.anyObject, otherTypes: ["text/markdown"],
            query: [("lang", "The language of headings and findings: da or en.")])
        return [
            Route(
                .get, "/weeks/{weekId}/units/{unitId}/goal-plan-draft", for: .goalPlan,
                "The draft of a unit's goal plan.", description
            ) { context in
                guard let form = Form(accepted: context.message.request.headerFields[.accept]) else {
                    throw Problem(
                        .notAcceptable, "not-acceptable", "Udkastet findes som JSON og som Markdown.",
                        en: "The draft is available as JSON and as Markdown.")
                }
                return try await self.draft(context, as: form)
            },
            Route(
                .get, "/weeks/{weekId}/units/{unitId}/goal-plan-draft.json", for: .goalPlan,
                "The draft as JSON.", ExchangeDescription(response: Schema.anyObject)
            ) { try await self.draft($0, as: .json) },
            Route(
                .get, "/weeks/{weekId}/units/{unitId}/goal-plan-draft.md", for: .goalPlan,
                "The draft as Markdown.", ExchangeDescription(otherTypes: ["text/markdown"])
            ) { try await self.draft($0, as: .md) },
        ]
    }

    private func draft(_ context: RequestContext, as form: Form) async throws -> Response {
        let draft = try await makeDraft(
            unitID: context.parameter("unitId"), weekID: context.parameter("weekId"))
        switch form {
        case .json:
            return .data(
                [UInt8](try draft.jsonData()), type: "application/json", status: .ok, cookie: nil)
        case .md:
            let language = context.query["lang"].flatMap(Language.init) ?? .danish
            return .text(
                MarkdownWriter.write(DraftComposer.compose(draft, language: language)), type: "text/markdown; charset=utf-8")
        }
    }

    /// The draft as it is now. A draft that tells something new gets the next version number and is kept, so that
    /// it can be said later what a leader saw.
    func makeDraft(unitID: String, weekID: String) async throws -> GoalPlanDraft {
        let live = LiveModelStates(house: house)
        let stored = try await weeks.week(weekID)
        let week = stored.parking(try await live.parkedItems(of: stored))
        let states = try await live.states(of: week)
        let (definitions, now) = (definitions, timing.now)
        let make: @Sendable (Int) throws -> GoalPlanDraft = { version in
            guard
                let draft = GoalPlanDraft.make(
                    unitId: unitID, week: week, models: states, definitions: definitions, version: version)
            else { throw Problem.notFound }
            return draft
        }
        let latest = try await storage.read { try $0.latestDraft(weekID: weekID, unitID: unitID) }
        let same = try make(latest?.version ?? 1)
        if let latest, try same.text == latest.document { return same }
        // Two who ask at once must not both take the next number: looked up again in the transaction that saves.
        return try await storage.write { writer in
            let latest = try writer.latestDraft(weekID: weekID, unitID: unitID)
            let same = try make(latest?.version ?? 1)
            if let latest, try same.text == latest.document { return same }
            let draft = try make((latest?.version ?? 0) + 1)
            try writer.saveDraft(
                DraftRecord(
                    weekID: weekID, unitID: unitID, version: draft.version, profile: Profile.maalplan.rawValue,
                    document: try draft.text, createdAt: now))
            return draft
        }
    }
}

extension GoalPlanDraft {
    /// As it is kept.
    fileprivate var text: String {
        get throws { String(decoding: try jsonData(), as: UTF8.self) }
    }
}
