/// An item that a draft doesn't offer a plan, and why.
package struct PlanNotOffered: Sendable, Hashable, Codable {
    package let sourceId: String
    package let section: PlanSection.ID
    package let title: String
    package let reason: Reason
    package let sentence: LocalizedText

    package enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        case same, kept, refused
        /// In the plan, and no longer in the source.
        case gone
        /// An agreement of the week that the unit is no party to.
        case otherUnits

        var sentence: LocalizedText {
            switch self {
            case .same: .init(da: "Står allerede sådan i planen.", en: "The plan already says so.")
            case .kept:
                .init(
                    da: "I har beholdt jeres egen tekst, og kilden er ikke ændret siden.",
                    en: "You kept your own text, and the source has not changed since.")
            case .refused:
                .init(
                    da: "I har sagt nej til det, og kilden er ikke ændret siden.",
                    en: "You said no to it, and the source has not changed since.")
            case .gone:
                .init(
                    da: "Findes ikke længere i kilden. Det, der står i planen, er jeres.",
                    en: "It is no longer in the source. What the plan says is yours.")
            case .otherUnits:
                .init(da: "Jeres enhed er ikke part i aftalen.", en: "Your unit is not a party to the agreement.")
            }
        }
    }

    package init(sourceId: String, section: PlanSection.ID, title: String, reason: Reason) {
        self.sourceId = sourceId
        self.section = section
        self.title = title
        self.reason = reason
        sentence = reason.sentence
    }
}

extension PlanNotOffered {
    /// The week's agreements that the draft leaves out, because the unit is no party.
    package static func agreements(of states: [ModelState], besides draft: GoalPlanDraft) -> [PlanNotOffered] {
        let told = Set(draft.collaborations.map(\.modelId))
        return states.filter { !told.contains($0.model.id) }.map {
            PlanNotOffered(
                sourceId: "collaboration:\($0.model.id)", section: .collaborations, title: $0.model.title,
                reason: .otherUnits)
        }
    }
}
