/// A development week with all it builds on: a typed view of an interchange document, beside the document itself.
///
/// The views read leniently (what is absent is nil or empty); that everything is as it should be is checked once, when
/// the document comes in (`init(interchange:definitions:)`). A value: changing `source` remakes nothing; make a new week.
package struct Week: Sendable, Hashable {
    /// The document, with the members this program doesn't know.
    package let source: JSONValue
    package let policies: [Policy]
    package let budgetAgreements: [BudgetAgreement]
    package let objectives: [Objective]
    package let units: [Unit]
    package let externalParties: [ExternalParty]
    package let citizenGroups: [CitizenGroup]
    package let goals: [Goal]
    package let trialActions: [TrialAction]
    package let signs: [Sign]
    package let milestones: [Milestone]
    package let sessions: [Session]
    package let models: [Model]

    /// Reads a document that was checked before, such as one from the database. Never fails.
    package init(stored source: JSONValue) {
        self.source = source
        policies = source.elements("policies").map(Policy.init)
        budgetAgreements = source.elements("budgetAgreements").map(BudgetAgreement.init)
        objectives = source.elements("objectives").map(Objective.init)
        units = source.elements("units").map(Unit.init)
        externalParties = source.elements("externalParties").map(ExternalParty.init)
        citizenGroups = source.elements("citizenGroups").map(CitizenGroup.init)
        goals = source.elements("goals").map(Goal.init)
        trialActions = source.elements("trialActions").map(TrialAction.init)
        signs = source.elements("signs").map(Sign.init)
        milestones = source.elements("milestones").map(Milestone.init)
        sessions = source.elements("sessions").map(Session.init)
        models = source.elements("models").map(Model.init)
    }
}

extension Week {
    /// The member `weekId`, or else the municipality's id and the year: `kom-x-2027`.
    package var id: String {
        if let id = source["weekId"]?.string { return id }
        return "\(source["municipality"]?["id"]?.string ?? "")-\(year.map(String.init) ?? "")"
    }

    /// The member `title`, or else what the week is.
    package var title: String {
        presentText(source["title"]?.string) ?? "Udviklingsuge" + (year.map { " \($0)" } ?? "")
    }

    package var municipality: Municipality { Municipality(source["municipality"] ?? .null) }
    package var vision: Vision? { source["vision"].flatMap { $0.isNull ? nil : Vision($0) } }
    package var annualSelection: AnnualSelection? {
        source["annualSelection"].flatMap { $0.isNull ? nil : AnnualSelection($0) }
    }
    package var annualCycle: AnnualCycle { AnnualCycle(source["annualCycle"] ?? .null) }
    /// The year the goal plans are for.
    package var year: Int? { annualCycle.year }
    /// Whether everything in it is invented.
    package var isExample: Bool { source["_example"]?.bool ?? false }
    /// What has to be said before anything of it is shown.
    package var notice: String? { presentText(source["_notice"]?.string) }
}
