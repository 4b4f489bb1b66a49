extension Week {
    /// A unit's measurable and/or noticeable, time-bound goal (»Begreber til rejsen«, "Mål").
    package struct Goal: Sendable, Hashable {
        package let id: String
        /// Whose goal it is: the unit that owns the plan it stands in.
        package let unitId: String
        package let text: String
        /// At least one, or the draft names it as a gap.
        package let objectiveIds: [String]
        package let citizenGroupId: String?
        /// Measurable, noticeable, or both; neither is a gap.
        package let isMeasurable: Bool
        package let isNoticeable: Bool
        /// From where to where the goal goes, in the unit's words.
        package let currentSituation: String?
        package let desiredSituation: String?
        package let deadline: CalendarDate?
        package let baseline: Baseline?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            unitId = json["unitId"]?.string ?? ""
            text = json["text"]?.string ?? ""
            objectiveIds = json["objectiveIds"]?.strings ?? []
            citizenGroupId = json["citizenGroupId"]?.string
            isMeasurable = json["measurable"]?.bool ?? false
            isNoticeable = json["noticeable"]?.bool ?? false
            currentSituation = presentText(json["currentSituation"]?.string)
            desiredSituation = presentText(json["desiredSituation"]?.string)
            deadline = json["deadline"]?.date
            baseline = json["baseline"].flatMap { $0.object == nil ? nil : Baseline($0) }
        }
    }

    /// How things stood before anything was done, if that has to be known (»Dialogaftaler«, "0-punktsmåling").
    package struct Baseline: Sendable, Hashable, Codable {
        /// Whether the starting point has to be measured at all.
        package let needed: Bool
        package let value: String?
        /// The day it was measured, and where the number comes from.
        package let measuredOn: CalendarDate?
        package let source: String?

        init(_ json: JSONValue) {
            needed = json["needed"]?.bool ?? false
            value = presentText(json["value"]?.string)
            measuredOn = json["measuredOn"]?.date
            source = presentText(json["source"]?.string)
        }
    }

    /// What kind of goal a goal is in the systems of »Dialogbaseret aftalestyring« and »Dialogaftaler«.
    package struct GoalTypes: Sendable, Hashable, Codable {
        /// `political`, `professional`, `own` or `corporate` (001), and `strategic` or `operational` for political
        /// ones.
        package let agreement: String?
        package let subtype: String?
        /// `political`, `administrative` or `local` (004).
        package let dialogue: String?
    }

    /// From the member `governanceMapping`; nil where it says nothing of the goal.
    package func goalTypes(of goalId: String) -> GoalTypes? {
        func entry(_ system: String) -> JSONValue? {
            source["governanceMapping"]?.elements(system).first { $0["goalId"]?.string == goalId }
        }
        let (agreement, dialogue) = (entry("agreement"), entry("dialogueAgreement"))
        guard agreement != nil || dialogue != nil else { return nil }
        return GoalTypes(
            agreement: agreement?["goalType"]?.string, subtype: agreement?["subtype"]?.string,
            dialogue: dialogue?["goalType"]?.string)
    }

    /// A prepared action whose outcome nobody knows yet (»Begreber til rejsen«, "Prøvehandling").
    package struct TrialAction: Sendable, Hashable {
        package let id: String
        package let title: String
        package let goalIds: [String]
        /// `own` or `joint`, as it was written.
        package let scope: String?
        /// The unit that prepares it; the others take part.
        package let ownerUnitId: String?
        package let withUnitIds: [String]
        package let withExternalIds: [String]
        /// What one wants to know, and what one expects to happen.
        package let question: String?
        package let hypothesis: String?
        package let preparation: String?
        package let scale: String?
        package let start: CalendarDate?
        package let end: CalendarDate?
        package let signIds: [String]
        /// Ids of the definitions' choices: `FieldDefinitions.label(ofChoice:field:column:)` has their words.
        package let status: String?
        package let evaluation: String?
        package let decision: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            title = json["title"]?.string ?? ""
            goalIds = json["goalIds"]?.strings ?? []
            scope = presentText(json["scope"]?.string)
            ownerUnitId = json["ownerUnitId"]?.string
            withUnitIds = json["withUnitIds"]?.strings ?? []
            withExternalIds = json["withExternalIds"]?.strings ?? []
            question = presentText(json["question"]?.string)
            hypothesis = presentText(json["hypothesis"]?.string)
            preparation = presentText(json["preparation"]?.string)
            scale = presentText(json["scale"]?.string)
            start = json["start"]?.date
            end = json["end"]?.date
            signIds = json["signIds"]?.strings ?? []
            status = presentText(json["status"]?.string)
            evaluation = presentText(json["evaluation"]?.string)
            decision = presentText(json["decision"]?.string)
        }

        /// The units that take part: its owner first.
        package var unitIds: [String] {
            [ownerUnitId].compactMap(\.self) + withUnitIds.filter { $0 != ownerUnitId }
        }
    }

    /// A change in the target group that one can look for (»Begreber til rejsen«, "Tegn").
    package struct Sign: Sendable, Hashable {
        package let id: String
        package let goalId: String?
        package let kind: String?
        package let text: String
        /// Where the sign is seen; the starting point and the expectation are texts, since a sign need not be a number.
        package let dataSource: String?
        package let baseline: String?
        package let target: String?
        package let frequency: String?
        /// The function that watches it.
        package let collectedBy: UnitFunction?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            goalId = json["goalId"]?.string
            kind = presentText(json["kind"]?.string)
            text = json["text"]?.string ?? ""
            dataSource = presentText(json["dataSource"]?.string)
            baseline = presentText(json["baseline"]?.string)
            target = presentText(json["target"]?.string)
            frequency = presentText(json["frequency"]?.string)
            collectedBy = json["collectedBy"].map(UnitFunction.init).flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// Something that is reached by a date and documents the work underway (»Begreber til rejsen«, "Målplan").
    package struct Milestone: Sendable, Hashable {
        package let id: String
        package let goalId: String?
        package let text: String
        /// nil is a gap; so is a milestone that nobody answers for.
        package let due: CalendarDate?
        package let responsible: UnitFunction?
        /// What will show that it was reached.
        package let evidence: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            goalId = json["goalId"]?.string
            text = json["text"]?.string ?? ""
            due = json["due"]?.date
            responsible = json["responsible"].map(UnitFunction.init).flatMap { $0.isEmpty ? nil : $0 }
            evidence = presentText(json["evidence"]?.string)
        }
    }

    /// A function in a unit: how plans name who does something. Never a person's name.
    package struct UnitFunction: Sendable, Hashable, Codable {
        package var unitId: String?
        package var function: String?

        package init(unitId: String?, function: String?) {
            self.unitId = presentText(unitId)
            self.function = presentText(function)
        }

        init(_ json: JSONValue) {
            self.init(unitId: json["unitId"]?.string, function: json["function"]?.string)
        }

        package var isEmpty: Bool {
            unitId == nil && function == nil
        }
    }
}
