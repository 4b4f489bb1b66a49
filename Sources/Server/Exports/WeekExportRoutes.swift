import Application
import Conversion
import Export
import Facilitation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// A whole week as an archive: begun, followed, fetched or cancelled; and which formats this server can make.
@ServiceLoop
struct WeekExportRoutes: Resource {
    let live: LiveWeeks
    let rooms: RoomRegistry
    let plans: PlanRepository
    let drafts: DraftMaker
    let exporter: Exporter
    let exports: ExportJobs
    let limits: ExportLimits
    let timing: any LoopTiming

    /// The formats as words, so that a wrong one is answered with those there are and not with a type error.
    private struct Body: Decodable, SchemaNaming, SchemaRefining {
        static let schemaName = "WeekExportBody"
        static let refinedMembers = [
            "formats": Schema.array(of: Schema.of(ExportFormat.self))
        ]

        let formats: [String]
        let language: Language?
        let forArchive: Bool?
    }

    /// How far an export is. `href` appears when there is something to fetch.
    private struct View: Codable, SchemaNaming, SchemaRefining {
        static let schemaName = "WeekExport"
        static let refinedMembers = ["state": Schema.oneOf(["running", "finished", "failed", "cancelled"])]

        let id, state: String
        let done, total: Int
        let latest, href: String?
        /// Why it failed.
        let problem, problemEn: String?
    }

    private struct Availability: Codable, SchemaNaming, SchemaRefining {
        static let schemaName = "FormatAvailability"
        static let refinedMembers = ["format": Schema.of(ExportFormat.self)]

        let format, mediaType: String
        let available: Bool
        /// The Debian package of the program that makes it; nil for what the server writes itself.
        let package: String?
    }

    var routes: [Route] {
        [
            Route(
                .get, "/formats", for: .anybody, "The formats documents can be had in, and what each needs.",
                ExchangeDescription(response: Schema.of([Availability].self))
            ) { _ in try .json(self.availability) },
            Route(
                .get, "/weeks/{weekId}/outcome.zip", for: .week(.facilitators),
                "Every unit's plan and draft and every session's outcome, for a facilitator the outcomes of those they run; waits.",
                ExchangeDescription(
                    otherTypes: ["application/zip"],
                    query: [
                        ("formats", "Endings with commas between them; without it json,md,csv,ics."),
                        ("lang", "The language of headings and findings: da or en."),
                        ("pdf", "With archive, PDF/A-3b for the archive; otherwise tagged, PDF/UA-1."),
                    ])
            ) { try await self.wholeWeek($0) },
            Route(
                .post, "/weeks/{weekId}/exports", for: .week(.facilitators), "Begin to make a week's archive.",
                ExchangeDescription(
                    request: Schema.of(Body.self), status: 202, response: Schema.of(View.self))
            ) { try await self.startExport($0) },
            Route(
                .get, "/weeks/{weekId}/exports/{exportId}", for: .week(.facilitators), "How far it is.",
                ExchangeDescription(response: Schema.of(View.self))
            ) { try .json(self.view(try self.job($0))) },
            Route(
                .get, "/weeks/{weekId}/exports/{exportId}/archive.zip", for: .week(.facilitators),
                "The archive, when it is finished.", ExchangeDescription(otherTypes: ["application/zip"])
            ) { try self.archive(of: try self.job($0)) },
            Route(
                .delete, "/weeks/{weekId}/exports/{exportId}", for: .week(.facilitators),
                "Cancel it, or throw the archive away.", ExchangeDescription(status: 204)
            ) { context in
                self.exports.remove(try self.job(context))
                return .noContent
            },
        ]
    }

    /// In the order of the enumeration; the page has an order of its own.
    private var availability: [Availability] {
        ExportFormat.allCases.map { format in
            Availability(
                format: format.rawValue, mediaType: format.mediaType, available: exporter.isAvailable(format),
                package: format.conversion(forArchive: false)?.converter.rawValue)
        }
    }

    // MARK: Making

    /// Answers 202 with the address to ask (RFC 9110 section 15.3.3): a week takes a minute, and a proxy waits less.
    private func startExport(_ context: RequestContext) async throws -> Response {
        let body = try context.body(Body.self)
        let export = try await weekExport(
            context, formats: body.formats, language: body.language ?? .danish,
            isForArchive: body.forArchive ?? false)
        let job = try exports.start(export, for: try context.requirePrincipal().personHash)
        var response = try Response.json(view(job), status: .accepted)
        response.headerFields[.location] = address(of: job)
        return response
    }

    /// The same in one request, for a script that can wait. A client that goes cancels it, with the converter that
    /// runs.
    private func wholeWeek(_ context: RequestContext) async throws -> Response {
        let formats = context.query["formats"].map { $0.split(separator: ",").map(String.init) }
        let export = try await weekExport(
            context, formats: formats ?? ["json", "md", "csv", "ics"], language: try context.language,
            isForArchive: context.query["pdf"] == "archive")
        let job = try exports.start(export, for: try context.requirePrincipal().personHash)
        defer { exports.remove(job) }
        await withTaskCancellationHandler {
            await job.end()
        } onCancel: {
            Task { @ServiceLoop in job.cancel() }
        }
        try Task.checkCancellation()
        return try archive(of: job)
    }

    /// Gathers everything on the loop before the job begins, so that all documents are of one moment.
    ///
    /// The caller's role decides what is in it: units' plans and drafts for the administrator alone, outcomes for
    /// whoever leads that session.
    private func weekExport(
        _ context: RequestContext, formats names: [String], language: Language, isForArchive: Bool
    ) async throws -> WeekExport {
        let formats = try wantedFormats(names)
        let reading = try await live.reading(context.parameter(.week))
        let week = reading.week
        let principal = try context.requirePrincipal()
        let units = principal.isAdministrator ? week.units : []
        let sessions = week.sessions.filter {
            principal.role(inSession: $0.id, ofWeek: week.id)?.leadsSessions ?? false
        }
        var present: [String: [(party: Party, function: String)]] = [:]
        for session in sessions { present[session.id] = try await rooms.session(session.id).present }
        var begun: [(source: PlanSource, changedAt: Int64)] = []
        for unit in units {
            let (plan, changedAt) = try await plans.dated(unit.id, inWeek: week.id)
            // Revision 0 is a plan that nobody has begun: an empty document would only look like one.
            if plan.revision > 0, let source = PlanSource(plan, in: week) { begun.append((source, changedAt)) }
        }
        return WeekExport(
            reading: reading, units: units, sessions: sessions, plans: begun, present: present,
            formats: formats, language: language, isForArchive: isForArchive, asker: context.asker, now: timing.now,
            drafts: drafts, exporter: exporter,
            limits: limits)
    }

    /// Checked before anything is begun: a converter that is missing is told at once.
    private func wantedFormats(_ names: [String]) throws -> [ExportFormat] {
        let wanted = names.compactMap(ExportFormat.init(rawValue:))
        guard wanted.count == names.count, !wanted.isEmpty else {
            let all = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.unprocessable(
                "$.formats", "Vælg et eller flere af \(all).", en: "Choose one or more of \(all).")
        }
        for format in wanted where !exporter.isAvailable(format) {
            guard let converter = format.conversion(forArchive: false)?.converter else { continue }
            throw Problem(.missing(converter), format: format)
        }
        // Each once, and always in the same order, whatever was asked for.
        return ExportFormat.allCases.filter(wanted.contains)
    }

    // MARK: Following

    private func job(_ context: RequestContext) throws -> ExportJob {
        try exports.job(
            context.parameter(.export), ofWeek: context.parameter(.week),
            for: try context.requirePrincipal().personHash)
    }

    private func address(of job: ExportJob) -> String {
        "/api/v1/weeks/\(job.weekID)/exports/\(job.id)"
    }

    private func view(_ job: ExportJob) -> View {
        var problem: Problem?
        let state: String
        switch job.state {
        case .running: state = "running"
        case .finished: state = "finished"
        case .cancelled: state = "cancelled"
        case .failed(let why):
            state = "failed"
            problem = why
        }
        return View(
            id: job.id, state: state, done: job.done, total: job.total, latest: job.latest,
            href: state == "finished" ? address(of: job) + "/archive.zip" : nil, problem: problem?.detail,
            problemEn: problem?.detailEn)
    }

    /// - Throws: the job's own `Problem` where it failed, 409 while it is not finished.
    private func archive(of job: ExportJob) throws -> Response {
        switch job.state {
        case .finished(let bytes):
            var response = Response.data(bytes, type: "application/zip", status: .ok, cookie: nil)
            response.headerFields[.contentDisposition] = "attachment; filename=\"\(job.fileName)\""
            return response
        case .failed(let problem): throw problem
        case .running, .cancelled:
            throw Problem.conflict(
                "archive-not-finished", "Arkivet er ikke færdigt.", en: "The archive is not finished.")
        }
    }
}
