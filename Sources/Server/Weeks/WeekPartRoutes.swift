import Application
import Export
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// The reference data of a week: policies, objectives with the yearly selection, units, citizen groups, goals and draft
/// plans. Written one by one, or imported as tables after a preview.
@ServiceLoop
struct WeekPartRoutes: Resource {
    let parts: WeekPartRepository
    let weeks: WeekRepository
    let plans: PlanRepository
    let live: LiveWeeks
    let rooms: RoomRegistry
    let storage: any Storage
    let definitions: FieldDefinitions
    let timing: any LoopTiming

    private nonisolated static let path = "/weeks/{weekId}/parts"

    var routes: [Route] {
        [
            Route(
                .get, Self.path, for: .week([.administrator]),
                "What a week is made from, with the columns of each kind.",
                ExchangeDescription(response: Schema.of([WeekPartView].self))
            ) { try await self.weekParts($0) },
            Route(
                .post, Self.path + "/{part}", for: .week([.administrator]), "Add one: values by the columns' members.",
                ExchangeDescription(request: Self.values, status: 201, response: Self.item).ofPart()
            ) { try await self.writePart($0, status: .created) },
            Route(
                .patch, Self.path + "/{part}/{itemId}", for: .week([.administrator]),
                "Change one; If-Match is the tag that was read. Null takes away what was said.",
                ExchangeDescription(request: Self.values, response: Self.item).ofPart().againstRevision()
            ) { try await self.writePart($0, status: .ok) },
            Route(
                .delete, Self.path + "/{part}/{itemId}", for: .week([.administrator]),
                "Take one away; refused with what refers to it.",
                ExchangeDescription(status: 204).ofPart().againstRevision()
            ) { try await self.removePart($0) },
            Route(
                .get, Self.path + "/{part}/table.csv", for: .week([.administrator]),
                "All of a kind as a table to change and bring again; the template where there are none.",
                ExchangeDescription(
                    otherTypes: ["text/csv"], query: [("lang", "da or en: the language of the first row.")]
                ).ofPart()
            ) { try await self.partTable($0) },
            Route(
                .post, "/weeks/{weekId}/tables/preview", for: .week([.administrator]),
                "What tables would create, change and leave alone, or every fault by file, row and column.",
                ExchangeDescription(request: Self.tables, response: Self.preview)
            ) { try await self.bringTables($0, isPreview: true) },
            Route(
                .post, "/weeks/{weekId}/tables", for: .week([.administrator]),
                "Bring tables in as previewed; If-Match is the preview's tag. Nothing is removed.",
                ExchangeDescription(request: Self.tables, status: 201, response: Self.preview).againstRevision()
            ) { try await self.bringTables($0, isPreview: false) },
        ]
    }

    private nonisolated static let item = Schema.object(["id": Schema.string])
    private nonisolated static let values = Schema.object(["values": Schema.partValues])
    private nonisolated static var preview: JSONValue { Schema.of(WeekPartRepository.Preview.self) }
    /// The files as text in JSON: small, and their names say in a fault which of them it is in.
    private nonisolated static let tables = Schema.object([
        "files": Schema.array(of: Schema.object(["name": Schema.string, "content": Schema.string]))
    ])

    private struct Tables: Decodable {
        let files: [WeekPartRepository.SentTable]
    }

    /// - Throws: `Problem` 404 for a kind that there is not.
    private func part(_ context: RequestContext) throws -> WeekPart { .part(try context.parameter(.part)) }

    /// The goals, trial actions and so on whose words people write in a collaboration model, by kind and id: the
    /// model's text hides the week's own, so changing that one would be lost.
    private func writtenInModels(_ weekID: String) async throws -> [EntityKind: Set<String>] {
        try await LiveModelStates(rooms: rooms).states(of: try await weeks.week(weekID)).writtenEntities(definitions)
    }

    // MARK: One by one

    /// Every part with its columns and rows: the page has no list of its own.
    private func weekParts(_ context: RequestContext) async throws -> Response {
        let weekID = try context.parameter(.week)
        let written = try await writtenInModels(weekID)
        let document = try await parts.document(weekID)
        return try .json(WeekPart.all.map { WeekPartView($0, in: document, writtenInModels: written) })
    }

    /// Adds or changes one row. A part that exists once (such as the vision) is only changed.
    private func writePart(_ context: RequestContext, status: HTTPResponse.Status) async throws -> Response {
        let (weekID, part) = try (context.parameter(.week), part(context))
        let isNew = status == .created
        guard !(isNew && part.isSingle) else { throw Problem.methodNotAllowed([.patch]) }
        let precondition = isNew ? .any : try ContentPrecondition(context.message.request.headerFields)
        let id = isNew ? nil : try context.parameter(.item)
        if let id, let entity = part.entity, try await writtenInModels(weekID)[entity]?.contains(id) == true {
            throw Problem.conflict(
                "written-in-model", "Den skrives i en samarbejdsmodel. Ret den dér; intet er ændret.",
                en: "It is written in a collaboration model. Change it there; nothing was changed.")
        }
        let values = try context.json()["values"] ?? [:]
        return try .json(
            ["id": try await parts.write(values, id, of: part, in: weekID, if: precondition)], status: status)
    }

    /// - Throws: `Problem` 409 with what refers to the row, 412 where it was changed since it was read.
    private func removePart(_ context: RequestContext) async throws -> Response {
        let (weekID, part, id) = try (context.parameter(.week), part(context), context.parameter(.item))
        let precondition = try ContentPrecondition(context.message.request.headerFields)
        if let entity = part.entity {
            let uses = try await uses(of: entity, id, in: weekID)
            guard uses.isEmpty else { throw Problem.inUse(uses) }
        }
        try await parts.remove(id, of: part, in: weekID, if: precondition)
        return .noContent
    }

    /// Everything that refers to a thing, in the document, in decisions and in grants.
    private func uses(of kind: EntityKind, _ id: String, in weekID: String) async throws -> [WeekUse] {
        let (week, states) = try await live.week(weekID)
        let document = week.interchange(models: states, definitions: definitions)
        var uses = WeekUse.uses(of: kind, id, in: document, definitions: definitions)
        if kind == .unit {
            if try await plans.plans(ofWeek: weekID).contains(where: { $0.unitId == id }) {
                uses.append(WeekUse(words: LocalizedText(da: "enhedens målplan", en: "the unit’s goal plan")))
            }
            if try await isLed(id, in: week) {
                uses.append(WeekUse(words: LocalizedText(da: "et link til enhedens leder", en: "a link to its leader")))
            }
        }
        if kind == .goal {
            for session in week.sessions where try await rooms.session(session.id).state.goalLevels[id] != nil {
                uses.append(
                    WeekUse(
                        words: LocalizedText(
                            da: "niveauvalget i »\(session.title)«", en: "the choice of level in “\(session.title)”")))
            }
        }
        return uses
    }

    /// Whether a leader's link to the unit holds.
    private func isLed(_ unitID: String, in week: Week) async throws -> Bool {
        guard let session = week.sessions.first else { return false }
        let now = timing.now
        let grants = try await storage.read { try $0.grants(ofSession: session.id, inWeek: week.id) }
        return grants.contains { $0.role == .leader && $0.unitID == unitID && $0.isValid(at: now) }
    }

    // MARK: As tables

    /// As the import reads it back: the head in the language asked for, and cells guarded against formulas.
    private func partTable(_ context: RequestContext) async throws -> Response {
        let part = try part(context)
        let language = try context.language
        let rows = WeekTable.rows(of: part.id, in: try await parts.document(context.parameter(.week)), language)
        let sheet = Spreadsheet(head: rows[0], rows: Array(rows.dropFirst()), isBroughtAgain: true)
        var response = Response.text(CSVWriter.write(sheet), type: ExportFormat.csv.contentType)
        let name = FileName.make([part.name.in(language)])
        response.headerFields[.contentDisposition] = "attachment; filename=\"\(name).csv\""
        return response
    }

    /// The preview and the import are the same reading. The preview's tag makes sure that what is written is what was
    /// seen.
    private func bringTables(_ context: RequestContext, isPreview: Bool) async throws -> Response {
        let weekID = try context.parameter(.week)
        let files = try context.body(Tables.self).files
        guard (1...WeekTable.mostFiles).contains(files.count) else {
            throw Problem.badRequest(
                "Vælg mellem 1 og \(WeekTable.mostFiles) filer.",
                en: "Choose between 1 and \(WeekTable.mostFiles) files.")
        }
        let written = try await writtenInModels(weekID)
        guard !isPreview else {
            return try .json(try await parts.preview(files, into: weekID, writtenInModels: written))
        }
        let precondition = try ContentPrecondition(context.message.request.headerFields)
        return try .json(
            try await parts.bring(files, into: weekID, writtenInModels: written, if: precondition),
            status: .created)
    }
}

extension ExchangeDescription {
    /// The kinds of reference data as an enumeration.
    fileprivate func ofPart() -> ExchangeDescription {
        var description = self
        description.pathSchemas["part"] = { Schema.weekPartID }
        return description
    }
}

extension Problem {
    /// Something refers to it.
    fileprivate static func inUse(_ uses: [WeekUse]) -> Problem {
        let named = uses.prefix(5).map(\.words)
        let more = uses.count - named.count
        return Problem.conflict(
            "in-use",
            "Det er i brug og kan ikke fjernes: " + named.map(\.da).joined(separator: ", ")
                + (more > 0 ? " og \(more) til" : "") + ". Intet er ændret.",
            en: "It is in use and cannot be removed: " + named.map(\.en).joined(separator: ", ")
                + (more > 0 ? " and \(more) more" : "") + ". Nothing was changed.")
    }
}
