import Foundation
import HTTPTypes
import Planning
import Testing
import Transport

@testable import Application
@testable import Server

/// What answers look like.
struct AnswerTests {
    @Test func `a problem is RFC 9457 in Danish with English beside it, and lists each fault with its place`() throws {
        let fault = ImportFault(path: "$.a[0]", message: LocalizedText(da: "Mangler.", en: "Missing."))
        let response = Response.problem(.unprocessable([fault]))
        #expect(response.status == .unprocessableContent)
        #expect(response.headerFields[.contentType] == "application/problem+json")
        #expect(response.headerFields[.cacheControl] == "no-store")
        let json = try JSONValue.parse(Data(response.body))
        #expect(json["status"]?.int == 422)
        #expect(json["type"]?.string == "urn:samspil:problem:unprocessable")
        for member in ["title", "detail", "titleEn", "detailEn"] { #expect(json[member]?.string?.isEmpty == false) }
        let told = try #require(json["faults"]?.array?.first)
        #expect(told["path"]?.string == "$.a[0]" && told["message"]?.string == "Mangler.")
        #expect(told["messageEn"]?.string == "Missing.")
        #expect(try JSONValue.parse(Data(Response.problem(.notFound).body))["faults"] == nil)
    }

    @Test func `every operation is described, each under a name of its own, with its parameters and who may call it`()
        async throws
    {
        let routes = try await Task { @ServiceLoop in try ServerBench.empty().components.routes() }.value
        let document = OpenAPIDocument.make(for: routes)
        #expect(document["openapi"]?.string == "3.1.0")
        var names: Set<String> = []
        for route in routes {
            let path = try #require(document["paths"]?["/api/v1" + route.path], "\(route.path)")
            let operation = try #require(path[route.method.rawValue.lowercased()])
            #expect(names.insert(try #require(operation["operationId"]?.string)).inserted)
            #expect(operation["summary"]?.string?.hasSuffix(".") == true)
            let named = (operation["parameters"]?.array ?? []).filter { $0["in"]?.string == "path" }
            #expect(named.compactMap { $0["name"]?.string }.count == route.path.count { $0 == "{" })
            let isOpen = if case .anybody = route.requirement { true } else { false }
            #expect(operation["security"]?.array?.isEmpty == isOpen)
            #expect(operation["responses"]?["default"] != nil)
            #expect(operation["responses"]?[String(route.exchange.status)] != nil)
        }
    }
}
