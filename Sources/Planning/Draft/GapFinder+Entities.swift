/// Gaps in the signs, trial actions and milestones the unit answers for: those of its own goals, and its own trial
/// actions for others' goals.
extension GapFinder {
    var signGaps: [Gap] {
        week.signs.enumerated().filter { draft.isOwnGoal($0.element.goalId) }.flatMap { index, sign in
            let label = draft.signLabels[sign.id]
            var gaps: [Gap] = []
            if sign.baseline == nil {
                gaps.append(
                    gap(
                        .signWithoutBaseline, sign, index, "baseline",
                        .init(
                            da: "Tegn \(label) har intet udgangspunkt endnu.",
                            en: "Sign \(label) has no starting point yet."),
                        .init(
                            da: "Find ud af, hvordan det står til nu.", en: "Find out how things stand now.")))
            }
            if sign.dataSource == nil {
                gaps.append(
                    gap(
                        .signWithoutDataSource, sign, index, "dataSource",
                        .init(da: "Tegn \(label) har ingen datakilde.", en: "Sign \(label) has no data source."),
                        .init(da: "Skriv, hvor I ser tegnet.", en: "Write where the sign is seen.")))
            }
            return gaps
        }
    }

    private func gap(
        _ kind: GapKind, _ sign: Week.Sign, _ index: Int, _ member: String, _ sentence: LocalizedText,
        _ remedy: LocalizedText
    ) -> Gap {
        var place = GapPlace(path("signs", index)[member])
        place.signId = sign.id
        place.goalId = sign.goalId
        return Gap(kind: kind, sentence: sentence, remedy: remedy, place: place)
    }

    var trialActionGaps: [Gap] {
        week.trialActions.enumerated().filter { _, action in
            action.goalIds.contains(where: draft.isOwnGoal) || action.ownerUnitId == draft.unit.id
        }.flatMap { index, action in
            lacking(action).map { kind, member, what in
                var place = GapPlace(path("trialActions", index)[member])
                place.trialActionId = action.id
                return Gap(
                    kind: kind,
                    sentence: .init(
                        da: "Prøvehandlingen »\(action.title)« mangler \(what.da).",
                        en: "The trial action “\(action.title)” lacks \(what.en)."),
                    remedy: .init(da: "Skriv det på prøvehandlingen.", en: "Write it on the trial action."),
                    place: place)
            }
        }
    }

    private func lacking(_ action: Week.TrialAction) -> [(GapKind, String, LocalizedText)] {
        var lacking: [(GapKind, String, LocalizedText)] = []
        if action.start == nil || action.end == nil {
            lacking.append(
                (
                    .trialActionWithoutPeriod, action.start == nil ? "start" : "end",
                    .init(da: "en start- eller slutdato", en: "a start or end date")
                ))
        }
        if action.hypothesis == nil {
            lacking.append(
                (
                    .trialActionWithoutHypothesis, "hypothesis",
                    .init(da: "en antagelse om, hvad der sker", en: "a hypothesis")
                ))
        }
        if action.preparation == nil {
            lacking.append(
                (.trialActionWithoutPreparation, "preparation", .init(da: "en forberedelse", en: "a preparation")))
        }
        return lacking
    }

    var milestoneGaps: [Gap] {
        week.milestones.enumerated().filter { draft.isOwnGoal($0.element.goalId) }.flatMap { index, milestone in
            var gaps: [Gap] = []
            if milestone.due == nil {
                gaps.append(
                    gap(
                        .milestoneWithoutDate, milestone, index, "due",
                        .init(
                            da: "Milepælen »\(milestone.text)« har ingen dato.",
                            en: "The milestone “\(milestone.text)” has no date."),
                        .init(da: "Sæt en dato.", en: "Set a date.")))
            }
            if milestone.responsible?.function == nil || milestone.responsible?.unitId == nil {
                gaps.append(
                    gap(
                        .milestoneWithoutResponsible, milestone, index, "responsible",
                        .init(
                            da: "Milepælen »\(milestone.text)« har ingen ansvarlig.",
                            en: "Nobody is responsible for the milestone “\(milestone.text)”."),
                        .init(da: "Vælg enhed og funktion.", en: "Choose a unit and a function.")))
            }
            return gaps
        }
    }

    private func gap(
        _ kind: GapKind, _ milestone: Week.Milestone, _ index: Int, _ member: String, _ sentence: LocalizedText,
        _ remedy: LocalizedText
    ) -> Gap {
        var place = GapPlace(path("milestones", index)[member])
        place.milestoneId = milestone.id
        place.goalId = milestone.goalId
        return Gap(kind: kind, sentence: sentence, remedy: remedy, place: place)
    }
}
