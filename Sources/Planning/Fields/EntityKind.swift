/// The kinds of things in a week that others refer to by id. Ids are unique within a kind: a goal and a sign may share
/// one.
package enum EntityKind: String, Sendable, Hashable, CaseIterable {
    case vision, policy, budgetAgreement, objective, unit, externalParty, citizenGroup, goal, trialAction, sign
    case milestone, session, model, marketPost

    /// The kind in a sentence, singular and without article.
    var name: LocalizedText {
        switch self {
        case .vision: .init(da: "vision", en: "vision")
        case .policy: .init(da: "politik", en: "policy")
        case .budgetAgreement: .init(da: "budgetaftale", en: "budget agreement")
        case .objective: .init(da: "målsætning", en: "objective")
        case .unit: .init(da: "enhed", en: "unit")
        case .externalParty: .init(da: "ekstern part", en: "external party")
        case .citizenGroup: .init(da: "borgergruppe", en: "citizen group")
        case .goal: .init(da: "mål", en: "goal")
        case .trialAction: .init(da: "prøvehandling", en: "trial action")
        case .sign: .init(da: "tegn", en: "sign")
        case .milestone: .init(da: "milepæl", en: "milestone")
        case .session: .init(da: "session", en: "session")
        case .marketPost: .init(da: "opslag på markedspladsen", en: "marketplace post")
        case .model: .init(da: "samarbejdsmodel", en: "collaboration model")
        }
    }
}
