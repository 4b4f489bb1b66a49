import Application
import Conversion
import Export
import HTTPTypes
import Planning

/// A week as one archive, in the formats asked for: for the administrator every unit's plan that somebody has begun,
/// every unit's draft and every session's outcome; for a facilitator the outcomes of the sessions they run. Works off
/// the service loop; cancelling its task ends it, with the converter that runs.
struct WeekExport: Sendable {
    /// A document of the archive.
    private struct Part: Sendable {
        let folder: String
        let source: any Exportable
        let format: ExportFormat
    }

    let reading: WeekReading
    /// The units whose drafts are in it.
    let units: [Week.Unit]
    /// The sessions whose outcomes are in it.
    let sessions: [Week.Session]
    /// The plans that somebody has begun, and when each was changed.
    let plans: [(source: PlanSource, changedAt: Int64)]
    /// By session: those who joined, which an outcome names by party and function alone.
    let present: [String: [(party: Party, function: String)]]
    let formats: [ExportFormat]
    let language: Language
    let isForArchive: Bool
    let asker: Asker
    /// Milliseconds since 1970.
    let now: Int64
    let drafts: DraftMaker
    let exporter: Exporter
    let limits: ExportLimits

    /// How many documents there are to make.
    var total: Int { (plans.count + units.count + sessions.count) * formats.count }

    /// - Parameter progress: called after each document, with what it is called.
    /// - Throws: `Problem`, `CancellationError`.
    /// The archive as the bytes of a ZIP file. Any failure ends it: an archive that lacks a document would look whole.
    func run(progress: @Sendable (String) async -> Void) async throws -> [UInt8] {
        var archive = ZipWriter()
        var names = Set<String>()
        // Two at a time, as many as converters run; results are taken in order, so that the archive is the same each
        // time.
        let parts = try await parts()
        var next = 0
        while next < parts.count {
            let pair = parts[next..<min(next + 2, parts.count)]
            let made: [Int: [UInt8]] = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
                for (index, part) in zip(pair.indices, pair) {
                    group.addTask {
                        (index, try await bytes(of: part))
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for index in pair.indices {
                let part = parts[index]
                let name = unique("\(part.folder)/\(part.source.fileName)", part.format, among: &names)
                try add(name, made[index] ?? [], to: &archive)
                await progress(name)
            }
            next = pair.endIndex
        }
        return archive.finish()
    }

    /// Waits for as long as others' documents have no place to wait in: the week is made in the background.
    private func bytes(of part: Part) async throws -> [UInt8] {
        while true {
            do {
                return try await exporter.make(as: part.format, forArchive: isForArchive, for: asker) {
                    return { part.source }
                }.bytes
            } catch let problem as Problem where problem.kind == Problem.exportsBusy.kind {
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Every document in every format, in the order of the archive. Composing the exports costs little; making them
    /// does.
    private func parts() async throws -> [Part] {
        var sources: [(String, any Exportable)] = plans.map {
            ("maalplaner", PlanExport($0.source, language: language, revised: $0.changedAt))
        }
        for unit in units {
            try Task.checkCancellation()
            let made = try await drafts.draft(of: unit.id, in: reading, now: now)
            sources.append(("udkast", DraftExport(made.draft, language: language, revised: made.madeAt)))
        }
        for session in sessions {
            try Task.checkCancellation()
            guard let outcome = reading.outcome(of: session.id, present: present[session.id] ?? []) else { continue }
            sources.append(("sessioner", OutcomeExport(outcome, language: language, revised: now)))
        }
        return sources.flatMap { folder, source in
            formats.map { Part(folder: folder, source: source, format: $0) }
        }
    }

    /// - Throws: `Problem` 413 as soon as the archive exceeds ``ExportLimits/archiveBytes``.
    private func add(_ name: String, _ bytes: [UInt8], to archive: inout ZipWriter) throws {
        do {
            try archive.add(name, bytes)
        } catch {
            throw Self.tooLarge
        }
        guard archive.size <= limits.archiveBytes else { throw Self.tooLarge }
    }

    private static let tooLarge = Problem(
        .contentTooLarge, "archive-too-large",
        "Ugen fylder for meget til ét arkiv. Vælg færre formater. Intet er ændret.",
        en: "The week is too large for one archive. Choose fewer formats. Nothing was changed.")

    /// Two units may be called the same.
    private func unique(_ name: String, _ format: ExportFormat, among names: inout Set<String>) -> String {
        var candidate = "\(name).\(format.rawValue)"
        var count = 2
        while !names.insert(candidate).inserted {
            candidate = "\(name)-\(count).\(format.rawValue)"
            count += 1
        }
        return candidate
    }
}
