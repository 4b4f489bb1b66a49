extension WeekEdit {
    /// A new session.
    /// - Parameters:
    ///   - body: `title`, `date`, `startsAt`, `endsAt`, `citizenGroupId`, and either `phases` or the id of an `agenda`;
    ///     without both the first agenda is used.
    ///   - week: the week's document, for what the body refers to.
    package static func newSession(
        _ body: JSONValue, id: String, in week: JSONValue, agendas: Agendas
    ) throws(ImportFaults) -> JSONValue {
        var validator = declaring(week)
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
        _ body: JSONValue, id: String, session: Week.Session, in week: JSONValue
    ) throws(ImportFaults) -> JSONValue {
        var validator = declaring(week)
        let body = newModelSchema.cleaning(body)
        validator.check(body, against: newModelSchema)
        try finish(&validator)
        let goalIds = FieldCoding.unique(body["goalIds"]?.strings ?? [])
        let goals = Week(stored: week).goals
        let units = FieldCoding.unique(goalIds.compactMap { id in goals.first { $0.id == id }?.unitId })
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

    static func declaring(_ week: JSONValue) -> SchemaValidator {
        let week = Week(stored: week)
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
