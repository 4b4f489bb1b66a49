package import Foundation

extension GoalPlanDraft {
    /// Makes a unit's draft from the week and what its models say now. Pure: the same input gives the same draft.
    /// - Parameters:
    ///   - models: every model of the week, in the week's order.
    ///   - version: which draft of the unit in this week it is, from 1.
    /// - Returns: nil when the week has no such unit.
    package static func make(
        unitId: String, week: Week, models: [ModelState], definitions: FieldDefinitions,
        profile: Profile = .maalplan, version: Int = 1
    ) -> GoalPlanDraft? {
        let week = week.applying(models, definitions: definitions)
        guard let unit = week.unit(unitId) else { return nil }
        return DraftBuilder(unit: unit, week: week, models: models, definitions: definitions)
            .draft(profile: profile, version: version)
    }

    /// The first draft of every unit of the week, in the week's order. What the models say is written over the week once
    /// for all of them.
    package static func makeAll(
        week: Week, models: [ModelState], definitions: FieldDefinitions, profile: Profile = .maalplan
    ) -> [GoalPlanDraft] {
        let week = week.applying(models, definitions: definitions)
        return week.units.map {
            DraftBuilder(unit: $0, week: week, models: models, definitions: definitions)
                .draft(profile: profile, version: 1)
        }
    }

    /// The draft as JSON, keys sorted.
    package func jsonData() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

extension GoalPlanDraft {
    /// The same draft, to be read in another governance system. What it says is the same in all.
    package func arranged(by profile: Profile) -> GoalPlanDraft {
        var draft = self
        draft.profile = profile
        return draft
    }
}
