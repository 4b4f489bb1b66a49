/// A goal with what was done for it and what came of it: what an annual report and the citizens' page tell.
package struct GoalAccount: Sendable, Hashable, Codable {
    package let id: String
    package let text: String
    package let deadline: CalendarDate?
    package let objectives: [String]
    package let current: String?
    package let desired: String?
    package let trialActions: [TrialAction]
    package let signs: [SignSeries]
    package let milestones: [Milestone]

    /// What was tried for the goal, with every evaluation of it.
    package struct TrialAction: Sendable, Hashable, Codable {
        package let title: String
        package let start: CalendarDate?
        package let end: CalendarDate?
        package let evaluations: [Evaluation]
    }

    /// What an evaluation said of a trial action, underway or at its end.
    package struct Evaluation: Sendable, Hashable, Codable {
        package let date: CalendarDate?
        package let effect: String?
        package let decision: LocalizedText?
        /// Absent on the citizens' page: it is said among colleagues.
        package let learned: String?
    }

    /// What was to be reached by a day, and what documents that it was.
    package struct Milestone: Sendable, Hashable, Codable {
        package let text: String
        package let due: CalendarDate?
        package let evidence: String?
    }
}

extension GoalPlan {
    /// Every goal of the plan with what was done for it.
    /// - Parameters:
    ///   - year: only what was evaluated, observed or due in the year; nil is all of it.
    ///   - names: what references mean that are not items of the plan.
    func accounts(in year: Int?, names: [String: String], withLearning: Bool) -> [GoalAccount] {
        let signs = signSeries
        return items(in: .goals).map { goal in
            func belongs(_ references: [String]) -> Bool {
                references.contains { item(reference: $0)?.id == goal.id }
            }
            return GoalAccount(
                id: goal.id, text: goal.title, deadline: goal.date("deadline"),
                objectives: goal.references("objectives").compactMap { item(reference: $0)?.title ?? names[$0] },
                current: goal.text("current"), desired: goal.text("desired"),
                trialActions: items(in: .trialActions).filter { belongs($0.references("goals")) }
                    .map { account($0, year, withLearning) },
                signs: signs.filter { belongs($0.goalIds) }.map { $0.within(year) },
                milestones: items(in: .milestones).filter { belongs($0.references("goals")) }
                    .filter { isWithin($0.date("due"), year) }
                    .map { .init(text: $0.title, due: $0.date("due"), evidence: $0.text("evidence")) })
        }
    }

    /// - Parameter year: evaluations of other years are left out; nil for all.
    private func account(_ action: PlanItem, _ year: Int?, _ withLearning: Bool) -> GoalAccount.TrialAction {
        let decisions = PlanSection.section(.evaluations).field("decision")
        let evaluations = items(in: .evaluations).filter { evaluation in
            evaluation.references("trialAction").contains { item(reference: $0)?.id == action.id }
                && isWithin(evaluation.date("date"), year)
        }
        return .init(
            title: action.title, start: action.date("start"), end: action.date("end"),
            evaluations: evaluations.sorted { ($0.text("date") ?? "~") < ($1.text("date") ?? "~") }.map {
                .init(
                    date: $0.date("date"), effect: $0.text("effect"),
                    decision: $0.text("decision").flatMap { decisions?.words($0) },
                    learned: withLearning ? $0.text("learned") : nil)
            })
    }
}

/// What has no date is within every year.
private func isWithin(_ date: CalendarDate?, _ year: Int?) -> Bool {
    guard let date, let year else { return true }
    return date.year == year
}

extension SignSeries {
    fileprivate func within(_ year: Int?) -> SignSeries {
        SignSeries(
            signId: signId, title: title, goalIds: goalIds, baseline: baseline, target: target,
            observations: observations.filter { isWithin($0.date, year) })
    }
}

/// A sign over time: its starting point, its expectation, and the observations between them.
package struct SignSeries: Sendable, Hashable, Codable {
    /// The plan's item, by which the page links to it.
    package let signId: String
    package let title: String
    package let goalIds: [String]
    /// Without a day: the text may say one.
    package let baseline: Point?
    package let target: Point?
    /// By date; those without one last.
    package let observations: [Point]

    /// What a sign said on one day.
    package struct Point: Sendable, Hashable, Codable {
        package let date: CalendarDate?
        /// As it was written.
        package let text: String
        /// The number it begins with; nil for what is told in words.
        package let value: Double?
        package let remark: String?
    }
}

extension GoalPlan {
    /// Every sign of the plan, in its order.
    package var signSeries: [SignSeries] {
        let observations = items(in: .observations)
        return items(in: .signs).map { sign in
            let names = [sign.id, sign.head.sourceId].compactMap(\.self)
            let own = observations.filter { $0.references("sign").contains(where: names.contains) }
                .map { point($0.text("value") ?? "", $0.date("date"), $0.text("text")) }
            let dated = own.filter { $0.date != nil }.sorted { left, right in
                guard let one = left.date, let other = right.date else { return false }
                return one < other
            }
            return SignSeries(
                signId: sign.id, title: sign.title, goalIds: sign.references("goals"),
                baseline: sign.text("baseline").map { point($0, nil, nil) },
                target: sign.text("target").map { point($0, nil, nil) },
                observations: dated + own.filter { $0.date == nil })
        }
    }

    /// The number that the text begins with, for a curve: "12 of 40" is 12.
    private func point(_ text: String, _ date: CalendarDate?, _ remark: String?) -> SignSeries.Point {
        .init(date: date, text: text, value: NumberWords.value(text), remark: remark)
    }
}

/// A leader's status of an objective on a day, as it is reported outside the plan.
package struct ObjectiveWord: Sendable, Hashable, Codable {
    /// By its text, so that a report needs no plan beside it.
    package let objective: String
    package let state: LocalizedText?
    package let text: String?
    package let date: CalendarDate?
}

extension GoalPlan {
    /// - Parameter year: only what was said in the year; nil is all of it.
    func objectiveWords(in year: Int?, names: [String: String]) -> [ObjectiveWord] {
        let states = PlanSection.section(.status).field("state")
        return items(in: .status).filter { isWithin($0.date("date"), year) }.map { status in
            ObjectiveWord(
                objective: status.references("objective").compactMap { item(reference: $0)?.title ?? names[$0] }
                    .joined(separator: "; "),
                state: status.text("state").flatMap { states?.words($0) }, text: status.text("text"),
                date: status.date("date"))
        }
    }
}
