import Application
import Conversion
import Export
import HTTPTypes
import Planning
import Transport

/// What a request for a document says of it.
extension RequestContext {
    /// What the request's Accept asks for.
    ///
    /// - Throws: `Problem` 406 where we have none of it (RFC 9110 section 15.5.7).
    var acceptedFormat: ExportFormat {
        get throws {
            guard let format = ExportFormat(accepted: message.request.headerFields[.accept]) else {
                let names = ExportFormat.allCases.map { $0.rawValue.uppercased() }.joined(separator: ", ")
                throw Problem(
                    .notAcceptable, "not-acceptable", "Det findes ikke i det format, men som \(names).",
                    en: "It is not available in that format, but as \(names).")
            }
            return format
        }
    }

    /// What `lang` asks for, else Danish. The browser's own language does not count: the document goes to colleagues.
    ///
    /// - Throws: `Problem` 400 for a third language.
    var language: Language {
        get throws {
            guard let asked = query["lang"] else { return .danish }
            guard let language = Language(rawValue: asked) else {
                throw Problem.badRequest(
                    "Sproget er da eller en, fx ?lang=da.", en: "The language is da or en, such as ?lang=da.")
            }
            return language
        }
    }

    /// The client that a document is made for, as the queues share their turns: the person, by the token's hash or the
    /// address, and the session or week whose people share a group's turns.
    var asker: Asker {
        let person = principal.map { $0.tokenHash.map { String($0, radix: 16) }.joined(separator: ".") }
        let group = [PathParameter.session.name, PathParameter.week.name].compactMap { parameters[$0] }.first
        return Asker(person: person ?? message.remoteAddress, group: group)
    }
}

extension Exporter {
    /// A document as the response, with its file name (RFC 6266: ASCII, so it needs no encoding).
    ///
    /// - Parameter gather: fetches what is to be exported; what it returns puts it together off the service loop.
    /// - Throws: as ``Exporter/make(as:forArchive:for:_:)``.
    func respond(
        as format: ExportFormat, to context: RequestContext,
        _ gather: @escaping @ServiceLoop @Sendable () async throws -> Source
    ) async throws -> Response {
        let made = try await make(
            as: format, forArchive: context.query["pdf"] == "archive", for: context.asker, gather)
        var response = Response.data(made.bytes, type: format.contentType, status: .ok, cookie: nil)
        let disposition = format.isShownInBrowser ? "inline" : "attachment"
        response.headerFields[.contentDisposition] =
            "\(disposition); filename=\"\(made.fileName).\(format.rawValue)\""
        return response
    }
}

extension ExchangeDescription {
    /// One address that answers with every format, told apart by `Accept` or by its ending.
    ///
    /// - Parameter schema: of the JSON.
    static func everyFormat(of schema: @autoclosure @escaping SchemaMaker) -> ExchangeDescription {
        var description = ExchangeDescription(
            response: schema(), otherTypes: ExportFormat.allCases.filter { $0 != .json }.map(\.mediaType),
            query: [
                ("lang", "The language of headings and findings: da or en."),
                ("pdf", "With archive, PDF/A-3b for the archive; otherwise tagged, PDF/UA-1."),
            ])
        description.pathSchemas["format"] = { Schema.of(ExportFormat.self) }
        return description
    }
}
