import TestLoop
import CRDT
import Facilitation
import Foundation
import Planning
import Rooms
import Testing

@testable import Application
@testable import Server
@testable import Transport

extension ServerTests {
    /// The whole server over real sockets.
    @Suite struct SocketTests {
        @ServiceLoop private func start() async throws -> (bench: ServerBench, port: Int) {
            let place = try #require(Entrance.current)
            let bench = try await ServerBench.withExample()
            let web = FileManager.default.temporaryDirectory.appending(path: "samspil-web-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: web, withIntermediateDirectories: true)
            try Data("<!doctype html>".utf8).write(to: web.appending(path: "index.html"))
            defer { try? FileManager.default.removeItem(at: web) }
            let files = StaticFiles(try StaticFiles.Content(directory: web.path))
            place.handler.open(
                RequestHandler.Backend(components: bench.components, router: bench.router, files: files) { "" })
            return (bench, place.port)
        }

        /// Runs a blocking client on a thread of its own.
        @ServiceLoop private func client<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
            try await withCheckedThrowingContinuation { continuation in
                Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
            }
        }

        @Test @ServiceLoop
        func `pages, interface, health and what is not there, each with the headers that protect the page`()
            async throws
        {
            let (_, port) = try await start()
            try await client {
                for (target, accept, status) in [
                    ("/", "text/html", 200), ("/session/s-1", "text/html", 200), ("/nej", "text/html", 404),
                    ("/nej", "*/*", 404), ("/healthz", "*/*", 200), ("/metrics", "*/*", 200),
                    ("/api/v1/me", "*/*", 200),
                    ("/api/v1/nej", "text/html", 404), ("/api/v2/me", "*/*", 404), ("/ws/documents/k-1", "*/*", 404),
                ] {
                    let answer = try RawClient(port: port).get(target, headers: "Accept: \(accept)\r\n")
                    #expect(answer.status == status, "\(target)")
                    #expect(answer.value("x-content-type-options") == "nosniff")
                    #expect(answer.value("content-security-policy")?.contains("default-src 'self'") == true)
                    #expect(answer.value("referrer-policy") == "no-referrer")
                }
            }
        }

        @Test @ServiceLoop func `a document is open to those of its session, and answers as y-websocket's server does`()
            async throws
        {
            let (bench, port) = try await start()
            let observer = try await bench.token(.observer, week: bench.weekID, session: "s-1")
            let stranger = try await bench.token(.participant, week: bench.weekID, session: "s-2")
            try await client {
                let socket = try RawClient(port: port)
                try socket.upgrade("/ws/documents/k-1?token=\(observer)")
                // Sent before the server can know who this is: it waits.
                try socket.sendFrame([0, 0, 1, 0])
                #expect(try socket.readMessage().payload.prefix(2) == [0, 0], "sync step 1")
                let answer = try socket.readMessage().payload
                #expect(answer.prefix(2) == [0, 1] && answer.count > 500, "sync step 2")
                for (target, code) in [
                    ("documents/k-1?token=\(stranger)", 4404), ("documents/nej?token=\(observer)", 4404),
                    ("documents/k-1?token=nej", 4401), ("documents/k-1", 4401), ("sessions/s-1?token=nej", 4401),
                    ("sessions/s-2?token=\(observer)", 4404),
                ] {
                    let socket = try RawClient(port: port)
                    try socket.upgrade("/ws/" + target)
                    #expect(try socket.readCloseCode() == code, "\(target)")
                }
                for (target, headers) in [
                    ("/ws/documents/k-1", "Origin: https://evil.example\r\n"),
                    ("/ws/documents/k-1", "Cookie: samspil=\(observer)\r\n"),
                    ("/ws/documents/k-1", "Cookie: samspil=\(observer)\r\nOrigin: https://evil.example\r\n"),
                    ("/ws/andet/k-1", ""), ("/ws/documents", ""), ("/ws/documents/..", ""),
                ] {
                    #expect(throws: RawClient.Failure.self, "\(target) \(headers)") {
                        try RawClient(port: port).upgrade(target, headers: headers)
                    }
                }
                let page = try RawClient(port: port)
                try page.upgrade(
                    "/ws/sessions/s-1", headers: "Cookie: samspil=\(observer)\r\nOrigin: \(ServerBench.origin)\r\n")
                #expect(String(decoding: try page.readMessage().payload, as: UTF8.self).contains(#""type":"welcome""#))
            }
        }

        @Test @ServiceLoop func `what waits to be admitted is bounded in bytes`() async throws {
            let (bench, _) = try await start()
            let admission = SocketAdmission(
                rooms: bench.components.rooms, access: bench.components.access, registry: bench.components.registry,
                credential: nil, logger: bench.components.logger)
            #expect(admission.mayWait([], and: 1 << 20))
            #expect(!admission.mayWait([1], and: 1 << 20))
            #expect(!admission.mayWait(Array(repeating: 1, count: 64), and: 1))
        }

        @Test @ServiceLoop func `signing out closes the connections of the token`() async throws {
            let (bench, port) = try await start()
            let token = try await bench.token(.observer, week: bench.weekID, session: "s-1")
            try await client {
                let socket = try RawClient(port: port)
                try socket.upgrade("/ws/documents/k-1?token=\(token)")
                _ = try socket.readMessage()
                let other = try RawClient(port: port)
                try other.send(
                    "POST /api/v1/sign-out HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\nAuthorization: Bearer \(token)\r\n\r\n"
                )
                #expect(try other.readAnswer().status == 204)
                #expect(try socket.readCloseCode() == 4401)
            }
        }
    }
}
