/// Changes to weeks that an administrator or a facilitator makes: pure functions from what was sent to the document
/// that is kept, or to everything that is wrong with what was sent.
package enum WeekEdit {
    /// The lists of a week that can be given when it is made and added to later, with the prefix of ids made here.
    static let lists: [(member: String, prefix: String)] = [
        ("policies", "pol"), ("budgetAgreements", "bud"), ("objectives", "ms"), ("units", "u"),
        ("externalParties", "e"), ("citizenGroups", "bg"), ("goals", "m"), ("trialActions", "p"), ("signs", "t"),
        ("milestones", "mp"),
    ]

    /// Members that are taken over as they are.
    static let singles = [
        "title", "municipality", "vision", "annualSelection", "annualCycle", "_notice", "_example",
        Week.namesDay,
    ]

    /// A new week.
    /// - Parameters:
    ///   - body: `title`, `municipality {name}`, `start` and `end` of the development week, `units` and
    ///     `citizenGroups`, and any other list of reference data. What has no id gets one.
    ///   - id: the week's id.
    /// - Returns: the week's document, without sessions and models.
    package static func newWeek(
        _ body: JSONValue, id: String, definitions: FieldDefinitions
    ) throws(ImportFaults) -> JSONValue {
        var validator = SchemaValidator()
        validator.check(body, against: newWeekSchema)
        var merge = ReferenceMerge(week: emptyWeek(body, id: id))
        merge.merge(body, except: ["annualCycle"], reporting: &validator)
        return try checked(merge, validator, definitions)
    }

    /// Reference data added to a week, or edited: an element with the id of one that is there changes the members it
    /// names; any other is added. Nothing is removed.
    package static func patching(
        _ week: JSONValue, with body: JSONValue, definitions: FieldDefinitions
    ) throws(ImportFaults) -> JSONValue {
        var validator = SchemaValidator()
        validator.check(body, against: .object(members: [:]))
        var merge = ReferenceMerge(week: week)
        merge.merge(body, except: [], reporting: &validator)
        let week = try checked(merge, validator, definitions)
        if body[Week.namesDay] != nil { try checkNamesDay(of: week) }
        return week
    }

    /// A slip of the pen must not keep names for decades.
    private static func checkNamesDay(of week: JSONValue) throws(ImportFaults) {
        let cycle = Week.AnnualCycle(week["annualCycle"] ?? [:])
        guard let day = week[Week.namesDay]?.date, let last = cycle.end ?? cycle.start,
            day > last.adding(days: Week.mostDaysNamesAreKept)
        else { return }
        throw ImportFaults(faults: [
            ImportFault(
                path: JSONPath.root[Week.namesDay].description,
                message: LocalizedText(
                    da: "Navne kan højst gemmes et år efter ugens sidste dag. Vælg en tidligere dag.",
                    en: "Names may be kept for a year after the week's last day at most. Choose an earlier day."))
        ])
    }

    private static let newWeekSchema = SchemaNode.object(
        members: [
            "title": .required(.name), "start": .required(.date), "end": .required(.date),
            "municipality": .required(.object(members: ["name": .required(.name)])),
        ], ordered: ("start", "end"))

    private static func emptyWeek(_ body: JSONValue, id: String) -> JSONValue {
        let start = body["start"]?.date
        // A week in the last quarter prepares the next year (seed 002, "Årshjul").
        let year = start.map { $0.month >= 10 ? $0.year + 1 : $0.year }
        var cycle = body["annualCycle"]?.object ?? [:]
        if cycle["year"] == nil { cycle["year"] = year.map(JSONValue.integer) }
        cycle["developmentWeek"] = .object(ofPresent: ["start": body["start"], "end": body["end"]])
        return [
            "schemaVersion": .integer(InterchangeSchema.version), "weekId": .string(id), "locale": "da-DK",
            "timeZone": "Europe/Copenhagen", "annualCycle": .object(cycle), "units": [], "citizenGroups": [],
        ]
    }

    /// The rules of an imported week hold for an edited one. A fault of the whole week is told where it was sent, and
    /// one that the first check told is not told again.
    private static func checked(
        _ merge: ReferenceMerge, _ validator: SchemaValidator, _ definitions: FieldDefinitions
    ) throws(ImportFaults) -> JSONValue {
        var faults = validator.faults
        if faults.isEmpty {
            do {
                return try Week(interchange: merge.week, definitions: definitions).source
            } catch {
                faults = error.faults.map(merge.fault)
            }
        }
        throw ImportFaults(faults: faults)
    }
}
