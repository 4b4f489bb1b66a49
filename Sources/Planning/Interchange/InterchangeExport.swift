/// Writes a week as an interchange document: its models' live content over the document it came with.
struct InterchangeExport {
    private let week: Week
    private let states: [ModelState]
    private let definitions: FieldDefinitions
    private let entities: EntityIndex
    private let known: [EntityKind: Set<String>]

    init(week: Week, states: [ModelState], definitions: FieldDefinitions) {
        self.week = week
        self.states = states
        self.definitions = definitions
        var known: [EntityKind: Set<String>] = [
            .unit: Set(week.units.map(\.id)), .externalParty: Set(week.externalParties.map(\.id)),
            .goal: Set(week.goals.map(\.id)), .citizenGroup: Set(week.citizenGroups.map(\.id)),
        ]
        let index = EntityIndex(week)
        entities = index
        for (kind, _) in EntityIndex.members {
            let written = Self.entityRows(kind, states, definitions).filter { !$0.row.cells.isEmpty }.map(\.row.id)
            known[kind] = Set(index[kind].keys).union(written)
        }
        self.known = known
    }

    /// The whole document; members that this program doesn't know are where they were.
    func document() -> JSONValue {
        var document = week.source
        for (kind, member) in EntityIndex.members {
            document[member] = entities(kind, document[member])
        }
        document["models"] = models(document["models"])
        document["sessions"] = sessions(document["sessions"])
        return document
    }

    /// The members that list trial actions, signs and milestones, where models say something of them.
    func entityLists() -> [String: JSONValue] {
        var lists: [String: JSONValue] = [:]
        for (kind, member) in EntityIndex.members {
            guard let list = entities(kind, week.source[member]), list != week.source[member] else { continue }
            lists[member] = list
        }
        return lists
    }

    /// Also things that were made in a model and are not in the stored document yet.
    private func isKnown(_ kind: EntityKind, _ id: String) -> Bool {
        known[kind]?.contains(id) ?? false
    }

    // MARK: Trial actions, signs, milestones

    private static func entityRows(
        _ kind: EntityKind, _ states: [ModelState], _ definitions: FieldDefinitions
    ) -> [(row: Row, field: FieldDefinition)] {
        definitions.fields.filter { $0.kind.entityKind == kind }.flatMap { field in
            states.flatMap { state in state.model.rows(field.id).map { ($0, field) } }
        }
    }

    /// Edited entities over the old ones, then those that were made in models, in the models' order. Where two models
    /// changed the same thing, each changed cell counts, and the later model's where they changed the same one.
    private func entities(_ kind: EntityKind, _ source: JSONValue?) -> JSONValue? {
        let originals = entities[kind]
        let writer = FieldsWriter(isKnown: isKnown)
        var edited: [String: JSONValue] = [:]
        var added: [String] = []
        // A row without cells only refers to the thing.
        for (row, field) in Self.entityRows(kind, states, definitions) where !row.cells.isEmpty {
            let original = originals[row.id]
            if original == nil && edited[row.id] == nil { added.append(row.id) }
            edited[row.id] = overlay(row, field, original: original, current: edited[row.id], writer)
        }
        guard !edited.isEmpty else { return source }
        let old = (source?.array ?? []).map { json in json["id"]?.string.flatMap { edited[$0] } ?? json }
        return .array(old + added.compactMap { edited[$0] })
    }

    /// - Parameters:
    ///   - original: as the week's document has it; nil for a thing that was made in a model.
    ///   - current: with what an earlier model changed; nil for the first.
    private func overlay(
        _ row: Row, _ field: FieldDefinition, original: JSONValue?, current: JSONValue?, _ writer: FieldsWriter
    ) -> JSONValue {
        guard let current else {
            return writer.overlay(row.cells, field.columns, on: original ?? ["id": .string(row.id)])
        }
        let before = FieldCoding.cells(original ?? .null, field.columns)
        let changed = field.columns.filter { row.cells[$0.id] != before[$0.id] }
        return writer.overlay(row.cells, changed, on: current)
    }

    // MARK: Models

    private func models(_ source: JSONValue?) -> JSONValue? {
        let states = Dictionary(self.states.map { ($0.model.id, $0) }, uniquingKeysWith: { first, _ in first })
        let old = (source?.array ?? []).map { json in
            json["id"]?.string.flatMap { states[$0] }.map { model($0, over: json) } ?? json
        }
        let present = Set(week.models.map(\.id))
        let added = self.states.filter { !present.contains($0.model.id) }.map { model($0, over: [:]) }
        return source == nil && added.isEmpty ? nil : .array(old + added)
    }

    private func model(_ state: ModelState, over source: JSONValue) -> JSONValue {
        let original = Week.Model(source)
        var model = source
        model["id"] = .string(state.model.id)
        model["level"] = .string(state.model.level.rawValue)
        if original.sessionId != state.sessionId { model["sessionId"] = state.sessionId.map(JSONValue.string) }
        let before = CollaborationModel(
            id: original.id, level: original.level, fields: original.fields, definitions: definitions,
            entities: entities)
        let fields = state.model.fieldsJSON(
            definitions, over: original.fields, saying: before, FieldsWriter(isKnown: isKnown))
        if source["fields"] != nil || fields != [:] { model["fields"] = fields }
        let confirmations = ConfirmationExport.confirmations(of: state, over: source["confirmations"])
        model["confirmations"] = confirmations
        // A document may carry a state of its own making; it is kept until something it depends on changes here.
        let isDecidedAnew = source == [:] || source["confirmations"] != confirmations
        if isDecidedAnew || before.canonicalContent(definitions) != state.model.canonicalContent(definitions) {
            model["state"] = .string(state.agreement.rawValue)
        }
        return model
    }

    // MARK: Sessions

    /// Sessions list their models; those made here are added to their session's list.
    private func sessions(_ source: JSONValue?) -> JSONValue? {
        guard let sessions = source?.array else { return source }
        let present = Set(week.models.map(\.id))
        return .array(
            sessions.map { json in
                let listed = json["modelIds"]?.strings ?? []
                let added = states.filter { $0.sessionId == json["id"]?.string && !present.contains($0.model.id) }
                    .map(\.model.id).filter { !listed.contains($0) }
                guard !added.isEmpty else { return json }
                var session = json
                session["modelIds"] = .strings(listed + added)
                return session
            })
    }
}

/// Writes confirmations over those a model came with.
private enum ConfirmationExport {
    /// A confirmation that came with the document keeps its members as they were.
    static func confirmations(of state: ModelState, over source: JSONValue?) -> JSONValue? {
        let originals = source?.array ?? []
        let written = state.confirmations.enumerated().map { index, confirmation in
            // Usually at the same place; a party may stand there twice.
            let candidates = (index < originals.count ? [originals[index]] : []) + originals
            return json(confirmation, of: state, over: candidates.first { Party($0) == confirmation.party } ?? [:])
        }
        if written.isEmpty && source?.array == nil { return source }
        return .array(written)
    }

    private static func json(_ confirmation: Confirmation, of state: ModelState, over source: JSONValue) -> JSONValue {
        var json = source
        if Party(source) != confirmation.party {
            json["unitId"] = confirmation.party.unitId.map(JSONValue.string)
            json["externalId"] = confirmation.party.externalId.map(JSONValue.string)
        }
        json["function"] = .string(confirmation.function)
        json["on"] = .string(confirmation.on.iso)
        if presentText(source["give"]?.string) != confirmation.give {
            json["give"] = confirmation.give.map(JSONValue.string)
        }
        if presentText(source["need"]?.string) != confirmation.need {
            json["need"] = confirmation.need.map(JSONValue.string)
        }
        // A version that is the content's own says nothing that the document doesn't say itself.
        let version = state.state(of: confirmation) == .beforeChange ? confirmation.contentVersion : nil
        if let written = presentText(source["contentVersion"]?.string), written == confirmation.contentVersion {
            return json
        }
        if presentText(source["contentVersion"]?.string) != version {
            json["contentVersion"] = version.map(JSONValue.string)
        }
        return json
    }
}
