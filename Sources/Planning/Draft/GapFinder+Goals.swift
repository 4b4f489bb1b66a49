extension GapFinder {
    /// What every goal lacks; the baselines last, because they point on to the signs.
    var goalGaps: [Gap] {
        let goals = week.goals.enumerated().filter { draft.isOwnGoal($0.element.id) }
        return goals.flatMap { basicGaps($0.element, $0.offset) }
            + goals.compactMap { baselineGap($0.element, $0.offset) }
    }

    private func gap(
        _ kind: GapKind, _ goal: Week.Goal, _ index: Int, _ member: String?, _ sentence: LocalizedText,
        _ remedy: LocalizedText
    ) -> Gap {
        let base = path("goals", index)
        var place = GapPlace(member.map { base[$0] } ?? base)
        place.goalId = goal.id
        return Gap(kind: kind, sentence: sentence, remedy: remedy, place: place)
    }

    private func basicGaps(_ goal: Week.Goal, _ index: Int) -> [Gap] {
        let label = draft.goalLabels[goal.id]
        var gaps: [Gap] = []
        if goal.objectiveIds.isEmpty {
            gaps.append(
                gap(
                    .goalWithoutObjective, goal, index, "objectiveIds",
                    .init(
                        da: "Mål \(label) hører ikke til nogen målsætning.",
                        en: "Goal \(label) belongs to no objective."),
                    .init(da: "Vælg den målsætning, målet skal indfri.", en: "Choose the objective the goal serves.")))
        }
        gaps += [deadlineGap(goal, index, label)].compactMap(\.self)
        if !goal.isMeasurable && !goal.isNoticeable {
            gaps.append(
                gap(
                    .goalNeitherMeasurableNorNoticeable, goal, index, "measurable",
                    .init(
                        da: "Det er ikke angivet, om mål \(label) er målbart eller mærkbart.",
                        en: "It is not stated whether goal \(label) is measurable or noticeable."),
                    .init(da: "Vælg målbart, mærkbart eller begge dele.", en: "Choose measurable, noticeable or both."))
            )
        }
        if goal.currentSituation == nil || goal.desiredSituation == nil {
            gaps.append(
                gap(
                    .goalWithoutSituation, goal, index,
                    goal.currentSituation == nil ? "currentSituation" : "desiredSituation",
                    .init(
                        da: "Mål \(label) mangler den aktuelle eller den ønskede situation.",
                        en: "Goal \(label) lacks the current or the desired situation."),
                    .init(
                        da: "Skriv, hvor I står, og hvor I vil hen.",
                        en: "Write where you are and where you want to be.")))
        }
        return gaps + followUpGaps(goal, index, label)
    }

    private func followUpGaps(_ goal: Week.Goal, _ index: Int, _ label: String) -> [Gap] {
        var gaps: [Gap] = []
        if draft.trialActions(of: goal.id).isEmpty {
            gaps.append(
                gap(
                    .goalWithoutTrialAction, goal, index, nil,
                    .init(da: "Mål \(label) har ingen prøvehandling.", en: "Goal \(label) has no trial action."),
                    .init(
                        da: "Beslut mindst én prøvehandling, egen eller fælles.",
                        en: "Decide on at least one trial action, own or joint.")))
        }
        if draft.signs(of: goal.id).isEmpty {
            gaps.append(
                gap(
                    .goalWithoutSign, goal, index, nil,
                    .init(da: "Mål \(label) har ingen tegn.", en: "Goal \(label) has no signs."),
                    .init(
                        da: "Aftal, hvad I vil kigge efter hos borgerne.",
                        en: "Agree what to look for among the citizens.")))
        }
        return gaps
    }

    /// A goal is reached within one to four years (seed 002, "Mål"), counted from the development week.
    private func deadlineGap(_ goal: Week.Goal, _ index: Int, _ label: String) -> Gap? {
        guard let deadline = goal.deadline else {
            return gap(
                .goalWithoutDeadline, goal, index, "deadline",
                .init(da: "Mål \(label) har ingen frist.", en: "Goal \(label) has no deadline."),
                .init(da: "Sæt en frist inden for 1–4 år.", en: "Set a deadline within 1–4 years."))
        }
        let start = week.annualCycle.start ?? week.year.flatMap { CalendarDate(year: $0, month: 1, day: 1) }
        guard let start, let latest = start.adding(years: 4) else { return nil }
        if deadline < start {
            return gap(
                .goalDeadlinePassed, goal, index, "deadline",
                .init(
                    da: "Fristen for mål \(label), \(deadline.words(.danish)), er allerede gået.",
                    en: "The deadline of goal \(label), \(deadline.words(.english)), has already passed."),
                .init(da: "Sæt en ny frist, eller afslut målet.", en: "Set a new deadline, or close the goal."))
        }
        guard deadline > latest else { return nil }
        return gap(
            .goalDeadlineTooFar, goal, index, "deadline",
            .init(
                da: "Fristen for mål \(label), \(deadline.words(.danish)), ligger mere end fire år frem.",
                en: "The deadline of goal \(label), \(deadline.words(.english)), is more than four years ahead."),
            .init(
                da: "Sæt en frist inden for fire år, eller del målet op.",
                en: "Set a deadline within four years, or divide the goal."))
    }

    private func baselineGap(_ goal: Week.Goal, _ index: Int) -> Gap? {
        guard let baseline = goal.baseline, baseline.needed, baseline.value == nil else { return nil }
        let label = draft.goalLabels[goal.id]
        let source = baseline.source.map { " (\($0.insideSentence(names: draft.names)))" } ?? ""
        return gap(
            .baselineMissing, goal, index, "baseline",
            .init(
                da: "Nulpunktsmåling mangler for mål \(label)\(source).",
                en: "The baseline is missing for goal \(label)\(source)."),
            .init(
                da: "Mål udgangspunktet, og skriv værdi og dato.",
                en: "Measure the starting point; note value and date."))
    }
}

extension DraftBuilder {
    /// Names that keep their capital letter inside a sentence.
    var names: [String] {
        week.units.map(\.name) + week.externalParties.map(\.name)
    }
}
