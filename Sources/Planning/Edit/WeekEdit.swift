/// Changes to weeks that an administrator or a facilitator makes: pure functions from what was sent to the document
/// that is kept, or to everything that is wrong with what was sent.
package enum WeekEdit {
    /// Members that are taken over as they are.
    fileprivate static let singles = [
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
        // A week in the last quarter prepares the next year (»Begreber til rejsen«, "Årshjul").
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

/// Merges reference data into a week's document, and remembers where each element was sent from.
private struct ReferenceMerge {
    private(set) var week: JSONValue
    /// From the path of an element in the week to its path in what was sent.
    private var sentFrom: [(week: String, body: String)] = []

    init(week: JSONValue) {
        self.week = week
    }

    mutating func merge(_ body: JSONValue, except: Set<String>, reporting validator: inout SchemaValidator) {
        for member in WeekEdit.singles where !except.contains(member) {
            if let value = body[member] { week[member] = merged(value, into: week[member]) }
        }
        for part in WeekPart.all where !part.isSingle {
            let member = part.member
            guard let value = body[member], !value.isNull else { continue }
            let path = JSONPath.root[member]
            validator.check(value, against: .list(.object(members: ["id": .optional(.identifier)])), at: path)
            mergeList(value.array ?? [], member, part.prefix)
        }
    }

    /// A fault of the week, at the place it was sent from.
    func fault(_ fault: ImportFault) -> ImportFault {
        guard let place = sentFrom.first(where: { fault.path == $0.week || fault.path.hasPrefix($0.week + ".") }) else {
            return fault
        }
        return ImportFault(
            path: place.body + fault.path.dropFirst(place.week.count),
            message: .init(da: fault.message, en: fault.messageEn))
    }

    private func merged(_ value: JSONValue, into old: JSONValue?) -> JSONValue {
        guard let new = value.object, let old = old?.object else { return value }
        return .object(old.merging(new) { _, new in new })
    }

    private mutating func mergeList(_ elements: [JSONValue], _ member: String, _ prefix: String) {
        var list = week[member]?.array ?? []
        var positions = Dictionary(
            list.enumerated().compactMap { index, json in json["id"]?.string.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
        let sent = Set(elements.compactMap { $0["id"]?.string })
        for (index, element) in elements.enumerated() where element.object != nil {
            let id = element["id"]?.string ?? freeID(prefix, taken: { positions[$0] != nil || sent.contains($0) })
            let position = positions[id] ?? list.count
            if position == list.count { list.append(["id": .string(id)]) }
            positions[id] = position
            list[position] = merged(element["id"]?.isNull == true ? without(element) : element, into: list[position])
            let base = JSONPath.root[member]
            sentFrom.append((base[position].description, base[index].description))
        }
        week[member] = .array(list)
    }

    private func without(_ element: JSONValue) -> JSONValue {
        var element = element
        element["id"] = nil
        return element
    }

    private func freeID(_ prefix: String, taken: (String) -> Bool) -> String {
        var number = 1
        while taken("\(prefix)-\(number)") { number += 1 }
        return "\(prefix)-\(number)"
    }
}

// MARK: - Sessions and models

extension WeekEdit {
    /// A new session.
    /// - Parameters:
    ///   - body: `title`, `date`, `startsAt`, `endsAt`, `citizenGroupId`, and either `phases` or the id of an `agenda`;
    ///     without both the first agenda is used.
    ///   - week: the week's document, for what the body refers to.
    package static func newSession(
        _ body: JSONValue, id: String, in week: JSONValue, agendas: Agendas
    ) throws(ImportFaults) -> JSONValue {
        var validator = declaring(Week(stored: week))
        let body = InterchangeSchema.session.cleaning(body)
        validator.check(body, against: newSessionSchema)
        let wanted = body["agenda"]?.string
        let agenda = wanted.flatMap { agendas[$0] }
        if let wanted, agenda == nil {
            validator.report(.notOneOf(agendas.agendas.map(\.id), wanted), at: JSONPath.root["agenda"])
        }
        var session = body
        session["agenda"] = nil
        session["id"] = .string(id)
        session["modelIds"] = []
        if session["phases"] ?? .null == .null {
            session["phases"] = .array((agenda ?? agendas.agendas.first)?.phases ?? [])
        }
        validator.check(session, against: InterchangeSchema.session)
        try finish(&validator)
        return session
    }

    /// A new collaboration model in a session: its title, goals, and what follows from them: the units that own the
    /// goals are parties, and the citizen group is the session's.
    /// - Parameter body: `level`, `title` and `goalIds`.
    package static func newModel(
        _ body: JSONValue, id: String, session: Week.Session, in week: Week
    ) throws(ImportFaults) -> JSONValue {
        var validator = declaring(week)
        let body = newModelSchema.cleaning(body)
        validator.check(body, against: newModelSchema)
        try finish(&validator)
        let goalIds = FieldCoding.unique(body["goalIds"]?.strings ?? [])
        let units = FieldCoding.unique(goalIds.compactMap { week.goal($0)?.unitId })
        return [
            "id": .string(id), "sessionId": .string(session.id), "level": body["level"] ?? .null, "state": "draft",
            "confirmations": [],
            "fields": .object(ofPresent: [
                "title": body["title"], "citizenGroup": session.citizenGroupId.map(JSONValue.string),
                "goals": goalIds.isEmpty ? nil : .strings(goalIds), "parties": units.isEmpty ? nil : .strings(units),
            ]),
        ]
    }

    private static let newSessionSchema = SchemaNode.object(members: [
        "title": .required(.name), "date": .required(.date), "agenda": .optional(.text),
    ])

    private static let newModelSchema = SchemaNode.object(members: [
        "level": .required(.level), "title": .required(.name), "goalIds": .optional(.list(.reference(.goal))),
    ])

    static func declaring(_ week: Week) -> SchemaValidator {
        var validator = SchemaValidator()
        for unit in week.units { validator.declare(.unit, unit.id) }
        for party in week.externalParties { validator.declare(.externalParty, party.id) }
        for group in week.citizenGroups { validator.declare(.citizenGroup, group.id) }
        for goal in week.goals { validator.declare(.goal, goal.id) }
        return validator
    }

    static func finish(_ validator: inout SchemaValidator) throws(ImportFaults) {
        validator.resolveReferences()
        var seen: Set<ImportFault> = []
        let faults = validator.faults.filter { seen.insert($0).inserted }
        guard faults.isEmpty else { throw ImportFaults(faults: faults) }
    }
}
