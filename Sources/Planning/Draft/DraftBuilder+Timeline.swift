extension DraftBuilder {
    /// What happens when, by date; on the same day by kind and text, in Danish order.
    var timeline: [GoalPlanDraft.TimelineEntry] {
        let entries = trialActionEntries + milestoneEntries + models.flatMap(agreementEntries) + otherEntries
        return entries.sorted { left, right in
            if left.date != right.date { return left.date < right.date }
            if left.kind != right.kind {
                return DanishOrder.areInIncreasingOrder(left.kind.label.da, right.kind.label.da)
            }
            return DanishOrder.areInIncreasingOrder(
                (left.modelTitle ?? "") + left.text.da, (right.modelTitle ?? "") + right.text.da)
        }
    }

    private func entry(
        _ date: CalendarDate?, _ kind: TimelineKind, _ text: LocalizedText, model: CollaborationModel? = nil,
        sourceId: String? = nil, of id: String
    ) -> GoalPlanDraft.TimelineEntry? {
        date.map {
            .init(
                date: $0, kind: kind, modelTitle: model?.title, modelId: model?.id, text: text, sourceId: sourceId,
                id: "\(kind.rawValue)~\(id)")
        }
    }

    private func same(_ text: String) -> LocalizedText {
        LocalizedText(da: text, en: text)
    }

    private var trialActionEntries: [GoalPlanDraft.TimelineEntry] {
        let actions = week.trialActions.filter { toldEntityIds[.trialAction]?.contains($0.id) ?? false }
        return actions.flatMap { action in
            [
                entry(action.start, .trialActionStarts, same(action.title), of: action.id),
                entry(action.end, .trialActionEnds, same(action.title), of: action.id),
            ].compactMap(\.self)
        }
    }

    private var milestoneEntries: [GoalPlanDraft.TimelineEntry] {
        week.milestones.filter { toldEntityIds[.milestone]?.contains($0.id) ?? false }
            .compactMap { entry($0.due, .milestone, same($0.text), of: $0.id) }
    }

    private func agreementEntries(_ state: ModelState) -> [GoalPlanDraft.TimelineEntry] {
        let model = state.model
        return model.rows(FieldID.evaluation).compactMap {
            entry(
                $0.date("date"), .evaluation, same($0.text("question") ?? ""), model: model,
                sourceId: "\(model.id)~evaluation~\($0.id)", of: "\(model.id)~\($0.id)")
        }
            + model.rows(FieldID.experienceExchange).compactMap {
                entry(
                    $0.date("date"), .experienceExchange, same($0.text("forum") ?? ""), model: model,
                    sourceId: "\(model.id)~exchange~\($0.id)", of: "\(model.id)~\($0.id)")
            }
    }

    private var otherEntries: [GoalPlanDraft.TimelineEntry] {
        let status = LocalizedText(
            da: "Status på målsætninger til kommunalbestyrelsen", en: "Status on objectives to the municipal council")
        let council = entry(
            week.annualCycle.councilStatusOn, .annualCycle, status, sourceId: "councilStatus", of: "councilStatus")
        return parkedItems.compactMap { entry($0.due, .parkedItem, same($0.text), of: $0.id) }
            + [council].compactMap(\.self)
    }
}
