package import Foundation

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

    package init(importing file: JSONFile, definitions: FieldDefinitions) throws(ImportFaults) {
        try self.init(interchange: file.value, definitions: definitions)
    }
}

extension SchemaValidator {
    /// A week has to be known again when it comes a second time.
    mutating func checkIdentity(of week: JSONValue) {
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
    mutating func checkParticipants(of week: JSONValue) {
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
