/// A week read once for everything that is made of it: every unit's draft and every session's outcome.
///
/// What models say of trial actions, signs and milestones is written over the week's own, what is looked up for each
/// unit is found, and labels are given. A value, as large as the week and its models; made in one pass over both, it may
/// be kept for as long as neither changes. Making it takes milliseconds for hundreds of models, so not on the service
/// loop.
package struct WeekReading: Sendable {
    /// As it was given: what models say is not in it.
    package let week: Week
    /// Every model, in the week's order.
    package let states: [ModelState]
    package let definitions: FieldDefinitions
    /// With what models say of trial actions, signs and milestones.
    let told: Week
    let words: FieldWords
    /// Where each model stands in the week's document; those that it doesn't have yet follow.
    let modelPlaces: [String: Int]
    /// Which of the models each unit is party to, in the week's order.
    private let byUnit: [String: [Int]]

    /// - Parameter states: every model of the week, in the week's order.
    package init(week: Week, states: [ModelState], definitions: FieldDefinitions) {
        self.week = week
        self.states = states
        self.definitions = definitions
        told = week.telling(states, definitions: definitions)
        words = FieldWords(week: told, definitions: definitions)
        var places = Dictionary(
            week.models.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for state in states where places[state.model.id] == nil { places[state.model.id] = places.count }
        modelPlaces = places
        var byUnit: [String: [Int]] = [:]
        for (place, state) in states.enumerated() {
            for unit in Set(state.model.unitIds) { byUnit[unit, default: []].append(place) }
        }
        self.byUnit = byUnit
    }

    /// About how much memory it takes: the document twice, once as JSON and once as what is read of it.
    package var memoryBytes: Int { states.reduce(2 * told.source.memoryBytes) { $0 + $1.model.memoryBytes } }

    /// The models that a unit is party to, in the week's order.
    package func models(of unitId: String) -> [ModelState] {
        (byUnit[unitId] ?? []).map { states[$0] }
    }

    /// A unit's draft. Pure: the same reading gives the same draft.
    ///
    /// - Parameter version: which draft of the unit in this week it is, from 1.
    /// - Returns: nil when the week has no such unit.
    package func draft(of unitId: String, profile: Profile = .maalplan, version: Int = 1) -> GoalPlanDraft? {
        told.unit(unitId).map { DraftBuilder(unit: $0, reading: self).draft(profile: profile, version: version) }
    }

    /// A session's outcome. Pure: the same reading gives the same outcome.
    ///
    /// - Parameter present: who joined, by party and function; those whom the week's document names are added.
    /// - Returns: nil when the week has no such session.
    package func outcome(
        of sessionId: String, present: [(party: Party, function: String)] = []
    ) -> SessionOutcome? {
        told.session(sessionId).map { session in
            OutcomeBuilder(session: session, words: words)
                .outcome(models: states.filter { $0.sessionId == sessionId }, present: present)
        }
    }
}

extension Week {
    /// The same week with what its models say of trial actions, signs and milestones: all of what is edited in models
    /// that a draft reads of the week. The models themselves, and what sessions list, stay as they are in it; see
    /// ``applying(_:definitions:)`` for the whole document.
    func telling(_ states: [ModelState], definitions: FieldDefinitions) -> Week {
        replacing(InterchangeExport(week: self, states: states, definitions: definitions).entityLists())
    }
}
