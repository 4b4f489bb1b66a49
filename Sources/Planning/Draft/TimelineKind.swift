/// What happens on a day of the plan's timeline.
package enum TimelineKind: String, Sendable, Hashable, Codable {
    case trialActionStarts, trialActionEnds, milestone, evaluation, experienceExchange, parkedItem, annualCycle

    package var label: LocalizedText {
        switch self {
        case .trialActionStarts: .init(da: "Prøvehandling begynder", en: "Trial action starts")
        case .trialActionEnds: .init(da: "Prøvehandling slutter", en: "Trial action ends")
        case .milestone: .init(da: "Milepæl", en: "Milestone")
        case .evaluation: .init(da: "Evaluering", en: "Evaluation")
        case .experienceExchange: .init(da: "Erfaringsudveksling", en: "Exchange of experience")
        case .parkedItem: .init(da: "Parkeret punkt", en: "Parked item")
        case .annualCycle: .init(da: "Årshjul", en: "Annual cycle")
        }
    }
}
