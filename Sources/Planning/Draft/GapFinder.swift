/// Finds everything that has to be put in place before a unit's plan can be finished. The order is the order a leader
/// works in: the unit, its policies and objectives, goals, signs, trial actions, milestones, then agreement by agreement.
struct GapFinder {
    let draft: DraftBuilder
    var week: Week { draft.week }

    var gaps: [Gap] {
        unitGaps + policyGaps + objectiveGaps + goalGaps + signGaps + trialActionGaps + milestoneGaps
            + draft.models.flatMap(agreementGaps)
    }

    func path(_ member: String, _ index: Int?) -> JSONPath {
        index.map { JSONPath.root[member][$0] } ?? JSONPath.root[member]
    }

    private var unitGaps: [Gap] {
        guard draft.unit.leaderFunction == nil else { return [] }
        var place = GapPlace(path("units", week.units.firstIndex { $0.id == draft.unit.id })["leaderFunction"])
        place.unitIds = [draft.unit.id]
        return [
            Gap(
                kind: .leaderFunctionMissing,
                sentence: .init(
                    da: "Det er ikke angivet, hvilken funktion der leder \(draft.unit.name).",
                    en: "It is not stated which function leads \(draft.unit.name)."),
                remedy: .init(
                    da: "Skriv lederens funktion på enheden.", en: "State the leader’s function on the unit."),
                place: place)
        ]
    }

    private var objectiveGaps: [Gap] {
        let covered = Set(week.goals.flatMap(\.objectiveIds))
        let mandatory = week.mandatoryObjectiveIds
        return week.objectives.enumerated().compactMap { index, objective in
            guard mandatory.contains(objective.id), !covered.contains(objective.id) else { return nil }
            var place = GapPlace(path("objectives", index))
            place.objectiveId = objective.id
            return Gap(
                kind: .mandatoryObjectiveWithoutGoal,
                sentence: .init(
                    da: "Ingen enhed har et mål under »\(objective.text)«, som der skal arbejdes med i år.",
                    en: "No unit has a goal under “\(objective.text)”, which must be worked on this year."),
                remedy: .init(
                    da: "Aftal, hvilken enhed der sætter et mål under målsætningen.",
                    en: "Agree which unit sets a goal under the objective."),
                place: place)
        }
    }
}
