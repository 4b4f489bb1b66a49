package import Foundation

/// The agendas a municipality offers (`Sessions/templates/agendas.json`). The first is the default.
package struct Agendas: Sendable, Hashable {
    package let agendas: [Agenda]
    /// The file as it was read, for clients that show it.
    package let source: JSONValue

    /// - Throws: every fault of the file.
    package static func load(_ data: Data) throws(ImportFaults) -> Agendas {
        let value: JSONValue
        do {
            value = try JSONValue.parse(data)
        } catch {
            throw ImportFaults(faults: [ImportFault(error)])
        }
        var validator = SchemaValidator()
        validator.check(value, against: schema)
        if value.array?.isEmpty == true { validator.report(.empty, at: .root) }
        guard validator.faults.isEmpty else { throw ImportFaults(faults: validator.faults) }
        return Agendas(agendas: (value.array ?? []).map(agenda), source: value)
    }

    /// nil for an agenda that the municipality has not got.
    package subscript(id: String) -> Agenda? {
        agendas.first { $0.id == id }
    }

    static let schema = SchemaNode.list(
        .object(members: [
            "id": .required(.identifier), "titleDa": .required(.name), "titleEn": .required(.name),
            "phases": .required(
                .list(
                    .object(members: [
                        "titleDa": .required(.name), "titleEn": .required(.name), "questionDa": .optional(.text),
                        "questionEn": .optional(.text), "minutes": .required(.integer(0...1_440)),
                    ]))),
        ]))

    /// Reads without checking: the file was checked when the server started.
    private static func agenda(_ json: JSONValue) -> Agenda {
        Agenda(
            id: json["id"]?.string ?? "",
            title: .init(da: json["titleDa"]?.string ?? "", en: json["titleEn"]?.string ?? ""),
            phases: json.elements("phases").map { phase in
                .object(ofPresent: [
                    "title": phase["titleDa"], "titleEn": phase["titleEn"], "minutes": phase["minutes"],
                    "question": phase["questionDa"], "questionEn": phase["questionEn"],
                ])
            })
    }
}

/// A course of phases that a session may start from.
package struct Agenda: Sendable, Hashable {
    package let id: String
    package let title: LocalizedText
    /// The phases as a session holds them; the English words stand beside the Danish ones.
    package let phases: [JSONValue]
}
