extension Week {
    /// The guiding statement for all tasks (»Begreber til rejsen«, "Vision").
    package struct Vision: Sendable, Hashable {
        package let id: String?
        package let title: String

        init(_ json: JSONValue) {
            id = json["id"]?.string
            title = json["title"]?.string ?? ""
        }
    }

    /// A four-year policy: a future scenario and objectives (»Begreber til rejsen«, "Politik").
    package struct Policy: Sendable, Hashable {
        package let id: String
        package let title: String
        /// Where the citizens concerned should be in four years.
        package let futureScenario: String?
        /// The first day; `validTo` is the last. Either may be absent, and then bounds nothing.
        package let validFrom: CalendarDate?
        package let validTo: CalendarDate?
        /// The vision that the policy points to.
        package let visionId: String?
        package let objectiveIds: [String]

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            title = json["title"]?.string ?? ""
            futureScenario = presentText(json["futureScenario"]?.string)
            validFrom = json["validFrom"]?.date
            validTo = json["validTo"]?.date
            visionId = presentText(json["visionId"]?.string)
            objectiveIds = json["objectiveIds"]?.strings ?? []
        }
    }

    /// The council's budget agreement, whose objectives all must be worked on the following year
    /// (»Begreber til rejsen«, "Målsætning").
    package struct BudgetAgreement: Sendable, Hashable {
        package let id: String
        package let title: String
        package let objectiveIds: [String]

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            title = json["title"]?.string ?? ""
            objectiveIds = json["objectiveIds"]?.strings ?? []
        }
    }

    /// A municipal direction, from a policy or a budget agreement (»Begreber til rejsen«, "Målsætning").
    package struct Objective: Sendable, Hashable {
        /// What an objective may come from; the raw value is the word of the interchange format.
        package enum SourceKind: String, Sendable, Hashable, Codable, CaseIterable {
            case policy, budgetAgreement
        }

        package let id: String
        package let text: String
        package let sourceKind: SourceKind?
        /// The id of the policy or budget agreement.
        package let sourceId: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            text = json["text"]?.string ?? ""
            sourceKind = json["source"]?["kind"]?.string.flatMap(SourceKind.init)
            sourceId = json["source"]?["id"]?.string
        }
    }

    /// Which objectives the council selected for the year (»Begreber til rejsen«, "Årshjul").
    package struct AnnualSelection: Sendable, Hashable {
        package let year: Int?
        /// A body such as the council, never a person.
        package let decidedBy: String?
        package let decidedOn: CalendarDate?
        /// Ids; the mandatory ones are those that no unit may leave without a goal.
        package let selectedObjectiveIds: [String]
        package let mandatoryObjectiveIds: [String]
        /// Whom the selection was discussed with.
        package let dialogueWith: [String]

        init(_ json: JSONValue) {
            year = json["year"]?.int
            decidedBy = presentText(json["decidedBy"]?.string)
            decidedOn = json["decidedOn"]?.date
            selectedObjectiveIds = json["selectedObjectiveIds"]?.strings ?? []
            mandatoryObjectiveIds = json["mandatoryObjectiveIds"]?.strings ?? []
            dialogueWith = json["dialogueWith"]?.strings ?? []
        }
    }

    /// A workplace that owns a goal plan: a school, a job centre, health visitors.
    package struct Unit: Sendable, Hashable {
        package let id: String
        package let name: String
        /// The administration above the unit, as printed beside its name.
        package let department: String?
        /// The function of the unit's leader, never a name. A confirmation by this function is the leader's.
        package let leaderFunction: String?
        /// The subject its plans are filed under: a number of KLE, the municipalities' common classification
        /// (kle-online.dk).
        package let kle: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            name = json["name"]?.string ?? ""
            department = presentText(json["department"]?.string)
            leaderFunction = presentText(json["leaderFunction"]?.string)
            kle = presentText(json["kle"]?.string)
        }
    }

    /// Somebody outside the municipality who takes part: citizens, an association, a company.
    package struct ExternalParty: Sendable, Hashable {
        package let id: String
        package let name: String
        package let kind: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            name = json["name"]?.string ?? ""
            kind = presentText(json["kind"]?.string)
        }
    }

    /// The citizens that a session is formed by (»Begreber til rejsen«, "Udviklingsuge").
    package struct CitizenGroup: Sendable, Hashable {
        package let id: String
        package let name: String
        package let description: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            name = json["name"]?.string ?? ""
            description = presentText(json["description"]?.string)
        }
    }
}
