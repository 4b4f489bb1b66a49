/// A follow-up that is due on a day. Made from a plan and its profile, never stored: that it was held is an item of the
/// plan.
package struct FollowUp: Sendable, Hashable, Codable {
    /// Stable: the same rule, subject and day has the same id, which is that of the item that says it was done.
    package let id: String
    /// The rule of the profile that asks for it, and when.
    package let ruleId: String
    package let date: CalendarDate
    package let title: LocalizedText
    /// What it is about; ids of the plan's items.
    package let itemIds: [String]
    /// When it was done, and what came of it.
    package let doneOn: CalendarDate?
    /// nil while it has not been held.
    package let outcome: String?
    /// The published text that gives the date, by its number (``FollowUpRule/seed``); nil for a date of ours.
    package let seed: String?
}

extension GoalPlan {
    /// A year's follow-ups by the plan's profile, by date.
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - calendar: the days that the municipality has set.
    package func followUps(in year: Int, calendar: FollowUpCalendar = FollowUpCalendar()) -> [FollowUp] {
        PlanProfile.profile(profile).followUps
            .flatMap { followUps($0, year, calendar) }
            .sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    /// What is to be followed up for a plan of one year: the year's, and of the next what still is this plan's: the
    /// report on its year, what has begun and ends then, and everything while the agreement runs. The rest is next
    /// year's plan's.
    package func followUps(ofPlanYear year: Int, calendar: FollowUpCalendar) -> [FollowUp] {
        let end = items(in: .agreement).first?.date("end")
        let yearly = Set(PlanProfile.profile(profile).followUps.filter { $0.month != nil && !$0.isNextYear }.map(\.id))
        let next = followUps(in: year + 1, calendar: calendar).filter { followUp in
            !yearly.contains(followUp.ruleId) || end.map { followUp.date <= $0 } ?? false
        }
        return followUps(in: year, calendar: calendar) + next
    }

    /// One rule in one year; empty where nothing of the plan is the rule's subject.
    private func followUps(_ rule: FollowUpRule, _ year: Int, _ calendar: FollowUpCalendar) -> [FollowUp] {
        switch rule.subject {
        case .trialActions: return items(in: .trialActions).flatMap { evaluations($0, rule, year) }
        case .agreementEnd:
            return items(in: .agreement).compactMap { agreement in
                guard let end = agreement.date("end"), end.year == year else { return nil }
                return followUp(rule, end, [agreement.id], besides: agreement.id)
            }
        case .plan, .politicalGoals, .administrativeGoals, .localGoals, .politicalInitiatives,
            .administrativeInitiatives,
            .localInitiatives, .baselines:
            break
        }
        let about = subjects(of: rule, in: year)
        guard rule.subject == .plan || !about.isEmpty, let date = calendar.date(of: rule, in: year),
            isRunning(on: date, rule)
        else { return [] }
        return [followUp(rule, date, about, besides: "")]
    }

    /// Inside the agreement's period, where it has one; an annual report comes the year after.
    private func isRunning(on date: CalendarDate, _ rule: FollowUpRule) -> Bool {
        guard let agreement = items(in: .agreement).first else { return true }
        if let start = agreement.date("start"), date < start { return false }
        guard let end = agreement.date("end") else { return true }
        return date <= (rule.isNextYear ? end.adding(years: 1) ?? end : end)
    }

    /// Halfway through a trial action and at its end, unless it has been evaluated then.
    private func evaluations(_ action: PlanItem, _ rule: FollowUpRule, _ year: Int) -> [FollowUp] {
        guard let start = action.date("start"), let end = action.date("end"), start <= end else { return [] }
        let days: [(String, CalendarDate)] = [("underway", start.middle(to: end)), ("end", end)]
        return days.filter { $0.1.year == year }.map { stage, date in
            followUp(
                rule, date, [action.id], besides: "\(action.id)-\(stage)", name: action.title,
                done: evaluation(of: action, stage))
        }
    }

    /// The item that says it was done; it refers to the action by the plan's id or by the source's.
    private func evaluation(of action: PlanItem, _ stage: String) -> PlanItem? {
        let names = [action.id, action.head.sourceId].compactMap(\.self)
        return items(in: .evaluations).first {
            $0.text("stage") == stage && $0.references("trialAction").contains(where: names.contains)
        }
    }

    /// Ids of the items that a rule is about, by its subject; goals without a type count as local.
    private func subjects(of rule: FollowUpRule, in year: Int) -> [String] {
        func goals(_ type: String) -> [PlanItem] {
            items(in: .goals).filter { $0.text("dialogueType") ?? "local" == type }
        }
        func initiatives(_ type: String) -> [PlanItem] {
            let ids = Set(goals(type).flatMap { [$0.id, $0.head.sourceId].compactMap(\.self) })
            return items(in: .initiatives).filter { $0.references("goals").contains(where: ids.contains) }
        }
        let found: [PlanItem] =
            switch rule.subject {
            case .politicalGoals: goals("political")
            case .administrativeGoals: goals("administrative")
            case .localGoals: goals("local")
            case .politicalInitiatives: initiatives("political")
            case .administrativeInitiatives: initiatives("administrative")
            case .localInitiatives: initiatives("local")
            case .baselines: items(in: .goals).filter { $0.text("needsBaseline") == nil && $0.isFirstYear(year, self) }
            case .plan: items(in: .goals)
            case .trialActions, .agreementEnd: []
            }
        return found.filter { !rule.skipsFirstYear || !$0.isFirstYear(year, self) }.map(\.id)
    }

    private func followUp(
        _ rule: FollowUpRule, _ date: CalendarDate, _ about: [String], besides: String, name: String? = nil,
        done evaluation: PlanItem? = nil
    ) -> FollowUp {
        let id = ["followUp", rule.id, besides, "\(date.year)"].filter { !$0.isEmpty }.joined(separator: "~")
        let done = items[id]
        return FollowUp(
            id: id, ruleId: rule.id, date: date,
            title: name.map { .init(da: "\(rule.title.da): \($0)", en: "\(rule.title.en): \($0)") } ?? rule.title,
            itemIds: about, doneOn: done?.date("doneOn") ?? evaluation?.date("date"),
            outcome: done?.text("text") ?? evaluation?.text("learned"), seed: rule.seed)
    }
}

extension PlanItem {
    /// The day in a line; nil where none stands there.
    package func date(_ field: String) -> CalendarDate? { text(field).flatMap { CalendarDate($0) } }

    /// Whether a goal is in the first year after it was adopted, or, where nobody says, after the agreement began
    /// (»Dialogaftaler«: no committee then, and the need of a baseline is decided on).
    fileprivate func isFirstYear(_ year: Int, _ plan: GoalPlan) -> Bool {
        let began = date("adoptedOn") ?? plan.items(in: .agreement).first?.date("start")
        return began.map { $0.year >= year } ?? false
    }
}
