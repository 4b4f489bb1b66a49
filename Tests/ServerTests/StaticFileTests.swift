import Foundation
import HTTPTypes
import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    /// The bundled page.
    @Suite struct StaticFileTests {
        private let directory: URL
        private let files: StaticFiles

        @ServiceLoop init() throws {
            directory = FileManager.default.temporaryDirectory.appending(path: "samspil-web-\(UUID().uuidString)")
            let assets = directory.appending(path: "assets")
            try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
            let contents = [
                "index.html": "<!doctype html>", "assets/main-4F7K2QAB.js": "plain",
                "assets/main-4F7K2QAB.js.gz": "zipped",
                "assets/main-4F7K2QAB.js.br": "brotli", "app-manifest.json": "{}", "icon.svg": "<svg/>",
                "secret.key": "no",
            ]
            for (name, text) in contents { try Data(text.utf8).write(to: directory.appending(path: name)) }
            files = StaticFiles(try StaticFiles.Content(directory: directory.path))
            try FileManager.default.removeItem(at: directory)
        }

        @ServiceLoop private func get(_ path: String, _ fields: HTTPFields = [:]) -> Response? {
            files.respond(to: path.split(separator: "/").map(String.init), fields: fields)
        }

        @Test(
            arguments: [
                ("", "plain", nil), ("gzip", "zipped", "gzip"), ("gzip, deflate, br", "brotli", "br"),
                ("GZIP", "zipped", "gzip"),
                ("br;q=0, gzip;q=0.5", "zipped", "gzip"), ("br;q=0.0,gzip; q=0", "plain", nil),
                ("deflate", "plain", nil),
                ("br;q=0.001", "brotli", "br"), (",;,", "plain", nil),
            ] as [(String, String, String?)])
        @ServiceLoop func `the best encoding that is accepted is sent`(accepted: String, body: String, coding: String?)
            throws
        {
            let response = try #require(get("assets/main-4F7K2QAB.js", [.acceptEncoding: accepted]))
            #expect(String(decoding: response.body, as: UTF8.self) == body)
            #expect(response.headerFields[.contentEncoding] == coding)
            #expect(response.headerFields[.vary] == "Accept-Encoding")
            #expect(response.headerFields[.contentType] == "text/javascript; charset=utf-8")
        }

        @Test @ServiceLoop func `a name with a hash is kept for ever, others are asked for again`() throws {
            func caching(_ path: String) -> String? { get(path)?.headerFields[.cacheControl] }
            #expect(caching("assets/main-4F7K2QAB.js") == "public, max-age=31536000, immutable")
            #expect(caching("app-manifest.json") == "no-cache", "a word of eight letters is no hash")
            #expect(caching("icon.svg") == "no-cache")
            #expect(caching("") == "no-cache")
        }

        @Test @ServiceLoop func `a file that is known is not sent again`() throws {
            let tag = try #require(get("icon.svg")?.headerFields[.eTag])
            let response = try #require(get("icon.svg", [.ifNoneMatch: "\"x\", W/\(tag)"]))
            #expect(response.status == .notModified && response.body.isEmpty)
            #expect(get("icon.svg", [.ifNoneMatch: "\"x\""])?.status == .ok)
            #expect(get("app-manifest.json")?.headerFields[.eTag] != tag)
        }

        @Test @ServiceLoop func `the page is served at its own places, and only files that were there at the start`()
            throws
        {
            for place in ["", "k/ABCD2345", "log-ind", "uger", "uge/w/enhed/u/maalplan", "session/s/model/m"] {
                #expect(get(place)?.headerFields[.contentType] == "text/html; charset=utf-8", "\(place)")
            }
            for path in ["secret.key", "assets", "assets/main-4F7K2QAB.js.gz", "nej", "api", "assets/../index.html"] {
                #expect(get(path) == nil, "\(path)")
            }
            #expect(files.notFoundPage(fields: [:])?.status == .notFound)
            #expect(throws: SetupError.self) { try StaticFiles.Content(directory: "/nonexistent") }
        }
    }
}
