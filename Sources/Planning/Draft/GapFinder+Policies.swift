/// What the policies behind the unit's own objectives lack: a policy is for four years, tells where the citizens
/// concerned should be by then, and points to the vision (seed 002, "Politik").
extension GapFinder {
    var policyGaps: [Gap] {
        let objectiveIds = Set(draft.goals.flatMap(\.objectiveIds))
        let policyIds = Set(
            week.objectives.filter { objectiveIds.contains($0.id) && $0.sourceKind == .policy }.compactMap(\.sourceId))
        return week.policies.enumerated().filter { policyIds.contains($0.element.id) }
            .flatMap { gaps(of: $0.element, at: $0.offset) }
    }

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
    var isForFourYears: Bool {
        guard let validFrom, let validTo else { return false }
        return validFrom.adding(years: 4) == validTo.nextDay
    }

    /// A day that nobody wrote is no limit.
    func isInForce(on day: CalendarDate) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}
