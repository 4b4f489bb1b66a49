/// Finds everything that has to be put in place before a unit's plan can be finished. The order is the order a leader
/// works in: the unit, its policies and objectives, goals, signs, trial actions, milestones, then agreement by
/// agreement.
///
/// Each gap has a sentence that names what is missing, a remedy that says what to do, and a place that a page can open.
/// A gap never stops anybody: a draft is a draft, and a plan may be finished with gaps.
struct GapFinder {
    let draft: DraftBuilder
    var week: Week { draft.week }

    /// Everything that is missing, in the order above. A draft tells it once at its end, and each gap beside what it is
    /// about.
    var gaps: [Gap] {
        unitGaps + policyGaps + objectiveGaps + goalGaps + signGaps + trialActionGaps + milestoneGaps
            + draft.models.flatMap(agreementGaps)
    }

    /// Where in the week's document the thing is, so that a page can lead there; the whole list where it cannot be
    /// found.
    func path(_ member: String, _ index: Int?) -> JSONPath {
        index.map { JSONPath.root[member][$0] } ?? JSONPath.root[member]
    }

    /// Without the leader's function nobody can tell which confirmation is the leader's, nor who approves the plan.
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

    /// Objectives that must be worked on this year and are nobody's. They are told to every unit: whose they become has
    /// to be agreed among them.
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

// MARK: - Policies

/// What the policies behind the unit's own objectives lack: a policy is for four years, tells where the citizens
/// concerned should be by then, and points to the vision (»Begreber til rejsen«, "Politik").
extension GapFinder {
    /// Only of policies that this unit's goals serve: the others are somebody else's to mend.
    private var policyGaps: [Gap] {
        let objectiveIds = Set(draft.goals.flatMap(\.objectiveIds))
        let policyIds = Set(
            week.objectives.filter { objectiveIds.contains($0.id) && $0.sourceKind == .policy }.compactMap(\.sourceId))
        return week.policies.enumerated().filter { policyIds.contains($0.element.id) }
            .flatMap { gaps(of: $0.element, at: $0.offset) }
    }

    /// - Parameter index: the policy's place in the week's document.
    private func gaps(of policy: Week.Policy, at index: Int) -> [Gap] {
        func gap(_ kind: GapKind, _ member: String, _ sentence: (String, String), _ remedy: (String, String)) -> Gap {
            Gap(
                kind: kind,
                sentence: .init(
                    da: "Politikken »\(policy.title)« \(sentence.0)", en: "The policy “\(policy.title)” \(sentence.1)"),
                remedy: .init(da: remedy.0, en: remedy.1), place: GapPlace(path("policies", index)[member]))
        }
        var gaps: [Gap] = []
        if !policy.isForFourYears {
            gaps.append(
                gap(
                    .policyNotFourYears, policy.validFrom == nil ? "validFrom" : "validTo",
                    ("gælder ikke i fire år.", "is not valid for four years."),
                    ("Skriv, fra hvornår og til hvornår den gælder.", "Write from when and until when it is valid.")))
        }
        if let start = week.annualCycle.start, !policy.isInForce(on: start) {
            gaps.append(
                gap(
                    .policyNotInForce, "validTo",
                    (
                        "gælder ikke \(start.words(.danish)), når ugen holdes.",
                        "is not in force on \(start.words(.english)), when the week is held."
                    ),
                    ("Brug den politik, der gælder nu.", "Use the policy that is in force now.")))
        }
        if policy.futureScenario == nil {
            gaps.append(
                gap(
                    .policyWithoutScenario, "futureScenario",
                    ("har intet fremtidsscenarie.", "has no future scenario."),
                    (
                        "Skriv, hvor de borgere, den handler om, skal være om fire år.",
                        "Write where the citizens it is about should be in four years."
                    )))
        }
        if policy.visionId == nil {
            gaps.append(
                gap(
                    .policyWithoutVision, "visionId",
                    ("henviser ikke til visionen.", "does not refer to the vision."),
                    ("Knyt politikken til visionen.", "Link the policy to the vision.")))
        }
        return gaps
    }
}

extension Week.Policy {
    /// The last day is the one before the same day four years on.
    fileprivate var isForFourYears: Bool {
        guard let validFrom, let validTo else { return false }
        return validFrom.adding(years: 4) == validTo.nextDay
    }

    /// A day that nobody wrote is no limit.
    fileprivate func isInForce(on day: CalendarDate) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}

// MARK: - Goals

extension GapFinder {
    /// What every goal lacks; the baselines last, because they point on to the signs.
    private var goalGaps: [Gap] {
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

    /// What a goal is made of: what it serves, by when, how one will see it, and from where to where.
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

    /// What a goal is followed by: something that is tried, and something to look for.
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

    /// A goal is reached within one to four years (»Begreber til rejsen«, "Mål"), counted from the development week.
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

    /// A goal whose starting point has to be known, and is not; one that nobody asked a baseline of lacks nothing.
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

// MARK: - Signs, trial actions, milestones

/// Gaps in the signs, trial actions and milestones the unit answers for: those of its own goals, and its own trial
/// actions for others' goals.
extension GapFinder {
    /// A sign without a starting point cannot show a change, and one without a source is seen by nobody.
    private var signGaps: [Gap] {
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

    /// Of actions for the unit's goals, and of its own actions for others': both are its to prepare.
    private var trialActionGaps: [Gap] {
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

    /// What an action lacks: the gap's kind, the member it is written in, and what it is called.
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

    /// A milestone needs a day and somebody: without either it documents nothing.
    private var milestoneGaps: [Gap] {
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

// MARK: - Agreements

/// Gaps in the agreements the unit is party to.
extension GapFinder {
    private func agreementGaps(_ state: ModelState) -> [Gap] {
        [notConfirmedGap(state), beforeChangeGap(state)].compactMap(\.self) + accountableGaps(state)
            + [leaderGap(state)].compactMap(\.self) + fieldGaps(state)
    }

    /// As a sentence can quote it; a model without a title is said to have none.
    private func title(_ state: ModelState, _ language: Language) -> String {
        presentText(state.model.title) ?? (language == .danish ? "uden navn" : "without a name")
    }

    /// Where in the week's document the agreement, or one of its fields, stands.
    private func place(_ state: ModelState, _ member: String, field: String? = nil, units: [String]? = nil) -> GapPlace
    {
        let base = path("models", draft.reading.modelPlaces[state.model.id])
        var place = GapPlace(field.map { base["fields"][$0] } ?? base[member])
        place.modelId = state.model.id
        place.fieldId = field
        place.unitIds = units
        return place
    }

    /// In the order of the model's parties.
    private func names(_ unitIds: [String]) -> String {
        unitIds.map { week.name(of: .unit($0)) }.joined(separator: ", ")
    }

    /// Per agreement, with all units that have not confirmed: one remedy, one gap.
    private func notConfirmedGap(_ state: ModelState) -> Gap? {
        let units = state.unconfirmedUnitIds
        guard !units.isEmpty else { return nil }
        return Gap(
            kind: .unitHasNotConfirmed,
            sentence: .init(
                da: "Aftalen »\(title(state, .danish))« mangler bekræftelse fra \(names(units)).",
                en: "The agreement “\(title(state, .english))” has not been confirmed by \(names(units))."),
            remedy: .init(
                da: "Bed enheden læse aftalen og bekræfte den.",
                en: "Ask the unit to read the agreement and confirm it."),
            place: place(state, "confirmations", units: units))
    }

    /// Units whose confirmation stands, but for a text that has changed since.
    private func beforeChangeGap(_ state: ModelState) -> Gap? {
        let units = state.model.unitIds.filter { id in
            state.confirmation(of: .unit(id)).map { state.state(of: $0) == .beforeChange } ?? false
        }
        guard !units.isEmpty else { return nil }
        return Gap(
            kind: .confirmationBeforeChange,
            sentence: .init(
                da: "Aftalen »\(title(state, .danish))« er ændret, efter at den blev bekræftet af \(names(units)).",
                en: "The agreement “\(title(state, .english))” was changed after \(names(units)) confirmed it."),
            remedy: .init(
                da: "Læs ændringerne, og bekræft aftalen igen.", en: "Read the changes and confirm the agreement again."
            ),
            place: place(state, "confirmations", units: units))
    }

    /// At co-creation exactly one function is accountable (RASCI's A) for every activity; at the lower levels exactly
    /// one is responsible.
    private func accountableGaps(_ state: ModelState) -> [Gap] {
        let isShared = state.model.level == .coCreation
        let holder = isShared ? "A" : "responsible"
        return Activities(state.model.rows(FieldID.roles)).activities.compactMap { activity in
            guard activity.roles.count(where: { $0 == holder }) != 1 else { return nil }
            let da = isShared ? "ingen eller flere overordnet ansvarlige" : "ingen eller flere ansvarlige"
            let en = isShared ? "none or several accountable" : "none or several responsible"
            return Gap(
                kind: .notExactlyOneAccountable,
                sentence: .init(
                    da: "»\(title(state, .danish))«: \(da) for »\(activity.name)«.",
                    en: "“\(title(state, .english))”: \(en) for “\(activity.name)”."),
                remedy: .init(
                    da: "Aftal, hvilken ene funktion der har ansvaret.",
                    en: "Agree on the one function that carries the responsibility."),
                place: place(state, "fields", field: FieldID.roles))
        }
    }

    /// Units where staff confirmed and the leader has not; a unit without a known leader function is the unit's own
    /// gap.
    private func leaderGap(_ state: ModelState) -> Gap? {
        let units = state.model.unitIds.filter { id in
            let standing = state.standingConfirmations(of: .unit(id))
            guard !standing.isEmpty, week.unit(id)?.leaderFunction != nil else { return false }
            return !standing.contains(where: week.isLeaders)
        }
        guard !units.isEmpty else { return nil }
        return Gap(
            kind: .leaderHasNotConfirmed,
            sentence: .init(
                da:
                    "Aftalen »\(title(state, .danish))« er bekræftet af medarbejdere, men endnu ikke af lederen i \(names(units)).",
                en:
                    "The agreement “\(title(state, .english))” is confirmed by staff, but not yet by the leader of \(names(units))."
            ),
            remedy: .init(
                da: "Bed lederen tage stilling og bekræfte.", en: "Ask the leader to take a stand and confirm."),
            place: place(state, "confirmations", units: units))
    }

    /// Required at the level and empty. Two fields have words of their own, since their absence means more than a
    /// blank.
    private func fieldGaps(_ state: ModelState) -> [Gap] {
        state.model.missingFields(definitions: draft.definitions).map { field in
            let (kind, da, en): (GapKind, String, String) =
                switch field.id {
                case FieldID.coordinator: (.coordinatorMissing, "har ingen tovholder", "has no coordinator")
                case FieldID.dataSharing:
                    (
                        .personalDataWithoutSharing, "deler personoplysninger, men siger ikke på hvilket grundlag",
                        "shares personal data without saying on what legal basis"
                    )
                default: (.requiredFieldEmpty, "mangler »\(field.label.da)«", "lacks “\(field.label.en)”")
                }
            return Gap(
                kind: kind,
                sentence: .init(
                    da: "Aftalen »\(title(state, .danish))« \(da).",
                    en: "The agreement “\(title(state, .english))” \(en)."),
                remedy: .init(
                    da: "Udfyld feltet i aftalen, og bekræft igen.", en: "Fill in the field and confirm again."),
                place: place(state, "fields", field: field.id))
        }
    }
}

extension CollaborationModel {
    /// As definitions, with their labels.
    fileprivate func missingFields(definitions: FieldDefinitions) -> [FieldDefinition] {
        missingFields(definitions).compactMap { definitions[$0] }
    }
}

/// The rows of "Roller og ansvar" by activity. People write the same activity once per function, so rows belong
/// together when their activities read alike.
private struct Activities {
    /// What is done, and the roles that somebody has in it.
    struct Activity {
        let name: String
        var roles: [String]
    }

    private(set) var activities: [Activity] = []

    /// - Parameter rows: those without an activity count for nothing: nobody knows what the role is in.
    init(_ rows: [Row]) {
        var positions: [String: Int] = [:]
        for row in rows {
            guard let name = row.text("activity")?.trimmed else { continue }
            let key = name.lowercased()
            let position = positions[key] ?? activities.count
            if position == activities.count {
                positions[key] = position
                activities.append(Activity(name: name, roles: []))
            }
            activities[position].roles += [row.text("role")].compactMap(\.self)
        }
    }
}
