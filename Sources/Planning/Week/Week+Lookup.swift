extension Week {
    /// What the references of a plan mean that are not items of it: objectives, and goals of other units.
    package var referenceNames: [String: String] {
        Dictionary(
            objectives.map { ("objective:\($0.id)", $0.text) } + goals.map { ("goal:\($0.id)", $0.text) },
            uniquingKeysWith: { first, _ in first })
    }

    package func unit(_ id: String?) -> Unit? { units.first { $0.id == id } }
    package func externalParty(_ id: String?) -> ExternalParty? { externalParties.first { $0.id == id } }
    package func citizenGroup(_ id: String?) -> CitizenGroup? { citizenGroups.first { $0.id == id } }
    package func goal(_ id: String?) -> Goal? { goals.first { $0.id == id } }
    package func objective(_ id: String?) -> Objective? { objectives.first { $0.id == id } }
    package func trialAction(_ id: String?) -> TrialAction? { trialActions.first { $0.id == id } }
    package func sign(_ id: String?) -> Sign? { signs.first { $0.id == id } }
    package func session(_ id: String?) -> Session? { sessions.first { $0.id == id } }

    /// The party's name; its id when the week doesn't know it.
    package func name(of party: Party) -> String {
        switch party {
        case .unit(let id): unit(id)?.name ?? id
        case .external(let id): externalParty(id)?.name ?? id
        }
    }
}
