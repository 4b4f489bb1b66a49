package import Facilitation
package import Planning

extension SessionState {
    /// What the interchange document says of a session beyond what it was made with.
    package func news(in week: Week) -> Week.SessionNews {
        Week.SessionNews(
            parkedItems: openItems(in: week), phases: agendaRevision == 0 ? nil : agenda.map(\.interchange),
            levelDecisions: levelDecisions(in: week), values: hasInterpreted ? values : nil)
    }

    /// In the week's order of goals; a goal that the week doesn't have is left out.
    private func levelDecisions(in week: Week) -> [JSONValue] {
        week.goals.compactMap { goal in
            goalLevels[goal.id]?.decision.map { decision in
                [
                    "goalId": .string(goal.id), "choice": .string(decision.choice.rawValue),
                    "reason": .string(decision.reason),
                ]
            }
        }
    }

    private var values: [JSONValue] {
        interpretations.sorted { $0.key < $1.key }.map { ["valueId": .string($0.key), "text": .string($0.value)] }
    }

    /// What is parked and not dealt with. An owner or a date that the week cannot hold is left out, so that what is
    /// exported can be imported.
    private func openItems(in week: Week) -> [JSONValue] {
        parkedItems.filter { !$0.isSettled }.map { record in
            .object(ofPresent: [
                "id": .string(record.item.itemId), "text": .string(record.item.text),
                "ownerUnitId": record.item.unitId.flatMap { week.unit($0) == nil ? nil : .string($0) },
                "due": record.item.due.flatMap { CalendarDate($0) }.map { .string($0.iso) },
            ])
        }
    }
}

extension AgendaPhase {
    fileprivate var interchange: JSONValue {
        .object(ofPresent: [
            "id": .string(id), "title": .string(title), "minutes": .integer(minutes),
            "question": question.map(JSONValue.string), "titleEn": titleEn.map(JSONValue.string),
            "questionEn": questionEn.map(JSONValue.string), "modelIds": modelIds.isEmpty ? nil : .strings(modelIds),
        ])
    }
}
