package import Foundation

/// A development week with all it builds on: a typed view of an interchange document, beside the document itself.
///
/// The views read leniently (what is absent is nil or empty); that everything is as it should be is checked once, when
/// the document comes in (`init(interchange:definitions:)`). A value: whoever changes the document makes a new week.
package struct Week: Sendable, Hashable {
    /// The document, with the members this program doesn't know.
    package private(set) var source: JSONValue
    package let policies: [Policy]
    package let budgetAgreements: [BudgetAgreement]
    package let objectives: [Objective]
    package let units: [Unit]
    package let externalParties: [ExternalParty]
    package let citizenGroups: [CitizenGroup]
    package let goals: [Goal]
    package private(set) var trialActions: [TrialAction]
    package private(set) var signs: [Sign]
    package private(set) var milestones: [Milestone]
    /// In the document's order, which is the programme's.
    package let sessions: [Session]
    /// As imported or made: what people write since stands in each model's own document.
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

    /// The same week with other lists of trial actions, signs and milestones, by the document's member; the rest is not
    /// read again.
    func replacing(_ lists: [String: JSONValue]) -> Week {
        guard !lists.isEmpty else { return self }
        var week = self
        for (member, list) in lists { week.source[member] = list }
        if lists["trialActions"] != nil {
            week.trialActions = week.source.elements("trialActions").map(TrialAction.init)
        }
        if lists["signs"] != nil { week.signs = week.source.elements("signs").map(Sign.init) }
        if lists["milestones"] != nil { week.milestones = week.source.elements("milestones").map(Milestone.init) }
        return week
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

    /// Read when it is asked for: seldom, and then once.
    package var municipality: Municipality { Municipality(source["municipality"] ?? .null) }
    package var vision: Vision? { source["vision"].flatMap { $0.isNull ? nil : Vision($0) } }
    package var annualSelection: AnnualSelection? {
        source["annualSelection"].flatMap { $0.isNull ? nil : AnnualSelection($0) }
    }
    /// The year's dates.
    package var annualCycle: AnnualCycle { AnnualCycle(source["annualCycle"] ?? .null) }
    /// The year the goal plans are for.
    package var year: Int? { annualCycle.year }
    /// Whether everything in it is invented.
    package var isExample: Bool { source["_example"]?.bool ?? false }
    /// What has to be said before anything of it is shown.
    package var notice: String? { presentText(source["_notice"]?.string) }

    /// Whose week it is.
    package struct Municipality: Sendable, Hashable {
        package let id: String?
        package let name: String
        /// The KLE number of plans whose unit names none.
        package let kle: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string
            name = json["name"]?.string ?? ""
            kle = presentText(json["kle"]?.string)
        }
    }

    /// The year's course (»Begreber til rejsen«, "Årshjul").
    package struct AnnualCycle: Sendable, Hashable {
        package let year: Int?
        /// The development week's first and last day.
        package let start: CalendarDate?
        package let end: CalendarDate?
        /// When the council gets its status on the objectives.
        package let councilStatusOn: CalendarDate?
        /// Days that the municipality has set for follow-ups, by rule.
        package let followUpDays: [String: MonthDay]

        init(_ json: JSONValue) {
            year = json["year"]?.int
            start = json["developmentWeek"]?["start"]?.date
            end = json["developmentWeek"]?["end"]?.date
            councilStatusOn = json["councilStatusOn"]?.date
            followUpDays = (json["followUpDays"]?.object ?? [:]).compactMapValues { $0.string.flatMap { MonthDay($0) } }
        }
    }
}

// MARK: - Finding what a reference means

extension Week {
    /// What the references of a plan mean that are not items of it: objectives, and goals of other units.
    package var referenceNames: [String: String] {
        Dictionary(
            objectives.map { ("objective:\($0.id)", $0.text) } + goals.map { ("goal:\($0.id)", $0.text) },
            uniquingKeysWith: { first, _ in first })
    }

    /// nil for an id that the week does not have, and for nil: references may be absent or stale.
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

// MARK: - In and out

extension Week {
    /// Takes an interchange document in, names and texts clean, or nothing of it.
    /// - Throws: every fault, with where it is and what to do about it.
    package init(interchange written: JSONValue, definitions: FieldDefinitions) throws(ImportFaults) {
        var validator = SchemaValidator()
        let interchange = Self.cleaning(written, definitions: definitions)
        validator.check(interchange, against: InterchangeSchema.week(definitions))
        validator.checkIdentity(of: interchange)
        validator.checkSources(of: interchange)
        validator.checkParticipants(of: interchange)
        validator.resolveReferences()
        guard validator.faults.isEmpty else { throw ImportFaults(faults: validator.faults) }
        self.init(stored: interchange)
    }

    /// An interchange document with its names and texts as this program reads them; what it takes in is that.
    package static func cleaning(_ interchange: JSONValue, definitions: FieldDefinitions) -> JSONValue {
        InterchangeSchema.week(definitions).cleaning(interchange)
    }

    /// Takes a file in. Bytes that aren't JSON are one fault.
    package init(importing data: Data, definitions: FieldDefinitions) throws(ImportFaults) {
        try self.init(importing: try JSONFile(data), definitions: definitions)
    }

    /// Checked whole: what is imported can be stored, exported and imported again.
    ///
    /// - Throws: every fault with its path, up to ``InterchangeLimits/faults``.
    package init(importing file: JSONFile, definitions: FieldDefinitions) throws(ImportFaults) {
        try self.init(interchange: file.value, definitions: definitions)
    }
}

extension SchemaValidator {
    /// A week has to be known again when it comes a second time.
    fileprivate mutating func checkIdentity(of week: JSONValue) {
        guard week["municipality"]?.object != nil, week["weekId"] ?? .null == .null else { return }
        let hasIdentity = week["municipality"]?["id"]?.string != nil && week["annualCycle"]?["year"]?.int != nil
        if !hasIdentity { report(.noIdentity, at: .root) }
    }

    /// An objective's source is a policy or a budget agreement, as its kind says.
    mutating func checkSources(of week: JSONValue) {
        for (index, objective) in week.elements("objectives").enumerated() {
            guard let id = objective["source"]?["id"]?.string,
                let kind = objective["source"]?["kind"]?.string.flatMap(Week.Objective.SourceKind.init)
            else { continue }
            let target: EntityKind = kind == .policy ? .policy : .budgetAgreement
            check(.string(id), against: .reference(target), at: JSONPath.root["objectives"][index]["source"]["id"])
        }
    }

    /// Participants are numbered per session.
    fileprivate mutating func checkParticipants(of week: JSONValue) {
        for (index, session) in week.elements("sessions").enumerated() {
            var seen: Set<String> = []
            for (place, participant) in session.elements("participants").enumerated() {
                guard let id = participant["id"]?.string, !seen.insert(id).inserted else { continue }
                let path = JSONPath.root["sessions"][index]["participants"][place]["id"]
                report(.duplicateId(id), at: path)
            }
        }
    }
}

extension Week {
    /// The week as an interchange document, with what was edited written over what it came with. A week nobody has
    /// touched gives back exactly the document that was brought in.
    /// - Parameter states: the models as they stand now. Models that the week's document doesn't have yet are added.
    package func interchange(models states: [ModelState], definitions: FieldDefinitions) -> JSONValue {
        InterchangeExport(week: self, states: states, definitions: definitions).document()
    }

    /// The same week with what was edited in its models.
    package func applying(_ states: [ModelState], definitions: FieldDefinitions) -> Week {
        Week(stored: interchange(models: states, definitions: definitions))
    }

    /// The week as somebody sees it who is in some of its sessions: with what the models of those say now, and without
    /// what the other models alone hold. What the week itself is made from is for everybody.
    package func applying(
        _ states: [ModelState], hiding others: [ModelState], definitions: FieldDefinitions
    ) -> Week {
        var document = interchange(models: states, definitions: definitions)
        for (kind, member) in EntityIndex.members {
            let fields = definitions.fields.filter { $0.kind.entityKind == kind }.map(\.id)
            func rows(_ states: [ModelState]) -> Set<String> {
                Set(states.flatMap { state in fields.flatMap { state.model.rows($0).map(\.id) } })
            }
            let hidden = rows(others).subtracting(rows(states))
            guard !hidden.isEmpty, let entities = document[member]?.array else { continue }
            document[member] = .array(entities.filter { !hidden.contains($0["id"]?.string ?? "") })
        }
        let models = Set(others.map(\.model.id))
        if let said = document["valuesReflection"]?.array {
            document["valuesReflection"] = .array(said.filter { !models.contains($0["modelId"]?.string ?? "") })
        }
        return Week(stored: document)
    }
}
