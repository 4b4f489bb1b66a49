import TestLoop
import Glibc
import HTTPTypes
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct HTTPRefusalTests {
        @Test(
            "what two readers could understand differently is refused and ends the connection",
            arguments: [
                ("POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
                ("GET / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
                ("POST / HTTP/1.1\r\nHost: t\r\n\r\n", 411),
                ("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400),
                ("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 3, 3\r\n\r\nabc", 400),
                ("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: +3\r\n\r\nabc", 400),
                ("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 0x3\r\n\r\nabc", 400),
                ("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: -1\r\n\r\nabc", 400),
                ("GET / HTTP/1.1\r\nHost: t\r\nContent-Length : 3\r\n\r\nabc", 400),
                ("GET / HTTP/1.1\r\nHost: t\r\nHost: u\r\n\r\n", 400),
                ("GET / HTTP/1.1\r\n\r\n", 400),
                ("GET / HTTP/2.0\r\nHost: t\r\n\r\n", 400),
                ("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 99999999999\r\n\r\n", 413),
                ("GET / HTTP/1.1\r\nHost: t\r\nCookie: \(String(repeating: "c", count: 9000))\r\n\r\n", 431),
            ])
        func refusals(request: String, status: Int) async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.send(request)
                    let answer = try client.readAnswer()
                    #expect(answer.status == status)
                    #expect(answer.value("connection") == "close")
                    #expect(client.isClosedByServer())
                }
                #expect(await server.handler.requests.isEmpty)
                #expect(server.transport.counters[.requestsRejected] == 1)
            }
        }

        @Test("headers far beyond the limit, an unknown method, CONNECT and an HTTP/2 preface get no service")
        func cutOff() async throws {
            let requests = [
                "GET / HTTP/1.1\r\nHost: t\r\nX: \(String(repeating: "c", count: 100_000))\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: t\r\nPOST /x HTTP/1.1\r\n\r\n", "BREW / HTTP/1.1\r\nHost: t\r\n\r\n",
                "CONNECT a:443 HTTP/1.1\r\nHost: t\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u{4}\0\0\0\0\0", "\u{16}\u{3}\u{1}\0\u{5}hello", "\r\n\r\n\r\n",
            ]
            try await TestServer.with { server in
                try await server.client { port throws in
                    for request in requests {
                        let client = try RawClient(port: port)
                        try? client.send(request)
                        client.halfClose()
                        let answer = String(decoding: try client.readToEnd(), as: UTF8.self)
                        #expect(!answer.contains(" 200 ") && !answer.contains(" 101 "), "\(request.prefix(20))")
                    }
                }
                #expect(await server.handler.requests.isEmpty)
                #expect(await server.eventually { $0.transport.counters.openConnections == 0 })
            }
        }

        @Test("a body beyond the limit is answered 413, which the client can read although it sends it all")
        func bodyTooLarge() async throws {
            try await TestServer.with({ $0.limits.bodyBytes = 1000 }) { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.send("POST /body HTTP/1.1\r\nHost: t\r\nContent-Length: 1500\r\n\r\n")
                    try client.send([UInt8](repeating: 1, count: 700))
                    #expect(try client.readAnswer().status == 413)
                    try client.send([UInt8](repeating: 1, count: 800))
                    #expect(client.isClosedByServer())
                    let fits = try RawClient(port: port)
                    try fits.send("POST /body HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\n")
                    try fits.send([UInt8](repeating: 1, count: 1000))
                    #expect(try fits.readAnswer().body.count == 1000)
                }
            }
        }

        @Test("a handler says how large a body may be, and it is refused before it is kept")
        func smallerBodies() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let large = try RawClient(port: port)
                    try large.send("POST /open HTTP/1.1\r\nHost: t\r\nContent-Length: 3001\r\n\r\n")
                    let answer = try large.readAnswer()
                    #expect(answer.status == 413)
                    #expect(String(decoding: answer.body, as: UTF8.self).contains("urn:samspil:problem:too-large"))
                    let fits = try RawClient(port: port)
                    try fits.send("POST /open HTTP/1.1\r\nHost: t\r\nContent-Length: 3000\r\n\r\n")
                    try fits.send([UInt8](repeating: 1, count: 3000))
                    #expect(try fits.readAnswer().status == 200)
                }
            }
        }

        @Test("bodies that are announced and do not come fill the room of whoever announces them, and no one else's")
        func bodiesHaveOwners() async throws {
            let change: (inout TransportConfiguration) -> Void = {
                $0.limits.openBodyBytes = 1_000
                $0.limits.ownerBodyBytes = 250_000
                $0.limits.unknownBodyBytes = 200_000
                $0.limits.bodyBytes = 100_000
            }
            try await TestServer.with(change) { server in
                try await server.client { port throws in
                    func ask(_ name: String?) throws -> RawClient {
                        let client = try RawClient(port: port)
                        let field = name.map { "Authorization: \($0)\r\n" } ?? ""
                        try client.send(
                            "POST /body HTTP/1.1\r\nHost: t\r\n\(field)Content-Length: 100000\r\n"
                                + "Expect: 100-continue\r\n\r\n")
                        return client
                    }
                    /// Once there is room for it.
                    func announce(_ name: String?) throws -> RawClient {
                        let client = try ask(name)
                        #expect(try client.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
                        return client
                    }
                    let strangers = try [announce(nil), announce(nil)]
                    #expect(try ask(nil).readAnswer().status == 503)
                    let hers = try [announce("a"), announce("a")]
                    #expect(try ask("a").readAnswer().status == 503)
                    let his = try announce("b")
                    try his.send([UInt8](repeating: 1, count: 100_000))
                    #expect(try his.readAnswer().status == 200)
                    // What came, and what was given up, has left its room.
                    for client in [strangers[0], hers[0]] {
                        try client.send([UInt8](repeating: 1, count: 100_000))
                        #expect(try client.readAnswer().status == 200)
                    }
                    withExtendedLifetime((strangers, hers)) {}
                    let next = try announce("a")
                    try next.send([UInt8](repeating: 1, count: 100_000))
                    #expect(try next.readAnswer().status == 200)
                }
                #expect(await server.eventually { $0.transport.bodies.isEmpty })
            }
        }

        @Test("slow headers are cut, a slow body is answered 408, a request nobody answers 503")
        func tooSlow() async throws {
            let change: (inout TransportConfiguration) -> Void = {
                $0.limits.headerSeconds = 1
                $0.limits.bodySeconds = 1
                $0.limits.answerSeconds = 1
            }
            try await TestServer.with(change) { server in
                try await server.client { port throws in
                    let silent = try RawClient(port: port)
                    let headers = try RawClient(port: port)
                    let body = try RawClient(port: port)
                    let never = try RawClient(port: port)
                    try headers.send("GET / HTTP/1.1\r\nHo")
                    try body.send("POST /body HTTP/1.1\r\nHost: t\r\nContent-Length: 100\r\n\r\n")
                    try never.send("GET /never HTTP/1.1\r\nHost: t\r\n\r\n")
                    for _ in 0..<12 {
                        usleep(200_000)
                        try? headers.send("s")
                        try? body.send("b")
                    }
                    #expect(silent.isClosedByServer())
                    #expect(headers.isClosedByServer())
                    #expect(try body.readAnswer().status == 408)
                    #expect(try never.readAnswer().status == 503)
                }
                let exchange = try #require(await server.handler.exchanges.first)
                await exchange.respond(HTTPResponse(status: .ok))
                #expect(await !exchange.isOpen)
            }
        }

        @Test("an answer for a client that has gone goes nowhere")
        func clientGone() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.send("GET /never HTTP/1.1\r\nHost: t\r\n\r\n")
                    usleep(100_000)
                }
                let exchange = try #require(await server.handler.exchanges.first)
                await exchange.respond(HTTPResponse(status: .ok), body: [UInt8](repeating: 1, count: 5_000_000))
                #expect(await server.eventually { $0.transport.counters.openConnections == 0 })
                await exchange.respond(HTTPResponse(status: .ok))
                #expect(await !exchange.isOpen)
            }
        }

        @Test("the loop sleeps while an answer is awaited or a client reads slowly, though bytes wait to be read")
        func doesNotSpin() async throws {
            try await TestServer.with { server in
                let used = try await server.client { port throws in
                    let waiting = try RawClient(port: port)
                    try waiting.send("GET /never HTTP/1.1\r\nHost: t\r\n\r\n" + "GET /next HTTP/1.1\r\nHost: t\r\n\r\n")
                    let slow = try RawClient(port: port, receiveBuffer: 4096)
                    try slow.send("GET /large HTTP/1.1\r\nHost: t\r\n\r\n" + "GET /next HTTP/1.1\r\nHost: t\r\n\r\n")
                    let gone = try RawClient(port: port, receiveBuffer: 4096)
                    try gone.send("GET /large HTTP/1.1\r\nHost: t\r\n\r\n")
                    gone.halfClose()
                    // Until the system's buffers are full.
                    usleep(1_200_000)
                    let before = clock()
                    usleep(1_000_000)
                    return Double(clock() - before) / 1_000_000
                }
                // A loop that spins uses all of it; under a sanitizer the other tests of the process use a third.
                #expect(used < 0.6, "the process used \(used) s of CPU in one second")
            }
        }

        @Test("a client that never reads its response is cut off")
        func stalled() async throws {
            try await TestServer.with({ $0.limits.stallSeconds = 1 }) { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port, receiveBuffer: 4096)
                    for _ in 0..<4 { try client.send("GET /large HTTP/1.1\r\nHost: t\r\n\r\n") }
                    usleep(2_800_000)
                }
                #expect(server.transport.counters[.responsesStalled] == 1)
            }
        }

        @Test("connections are limited in all and per address; those refused are closed at once and counted")
        func connectionLimits() async throws {
            let change: (inout TransportConfiguration) -> Void = {
                $0.limits.connections = 6
                $0.limits.connectionsPerAddress = 4
            }
            try await TestServer.with(change) { server in
                try await server.client { port throws in
                    let first = try (0..<4).map { _ in try RawClient(port: port) }
                    #expect(try first[3].get("/x").status == 200)
                    #expect(try RawClient(port: port).isClosedByServer())
                    let others = try (0..<2).map { _ in try RawClient(port: port, source: "127.0.0.2") }
                    #expect(try others[1].get("/x").text == "GET /x 127.0.0.2")
                    #expect(try RawClient(port: port, source: "127.0.0.3").isClosedByServer())
                }
                #expect(server.transport.counters[.refusedTooManyFromAddress] == 1)
                #expect(server.transport.counters[.refusedTooMany] == 1)
                #expect(await server.eventually { $0.transport.connectionsByAddress.isEmpty })
                try await server.client { port throws in
                    #expect(try RawClient(port: port).get("/x").status == 200)
                }
            }
        }

        @Test("behind a trusted proxy WebSockets are limited by their client's address, and counted until they end")
        func connectionLimitsBehindAProxy() async throws {
            let change: (inout TransportConfiguration) -> Void = {
                $0.trustedProxies = ["127.0.0.1"].compactMap { AddressPrefix($0) }
                $0.limits.connectionsPerAddress = 2
            }
            try await TestServer.with(change) { server in
                @Sendable func from(_ address: String) -> String { "X-Forwarded-For: \(address)\r\n" }
                try await server.client { port throws in
                    let plain = try (0..<4).map { _ in try RawClient(port: port) }
                    for client in plain { #expect(try client.get("/x", headers: from("192.0.2.1")).status == 200) }
                    let open = try (0..<2).map { _ in try RawClient(port: port) }
                    for client in open { try client.upgrade(headers: from("192.0.2.1")) }
                    for claimed in ["192.0.2.1", "8.8.8.8, 192.0.2.1"] {
                        let refused = try RawClient(port: port)
                        #expect(throws: RawClient.Failure.self) { try refused.upgrade(headers: from(claimed)) }
                    }
                    try RawClient(port: port).upgrade(headers: from("192.0.2.2"))
                }
                #expect(server.transport.counters[.refusedTooManyFromAddress] == 2)
                #expect(await server.eventually { $0.transport.connectionsByAddress.isEmpty })
                try await server.client { port throws in
                    _ = try RawClient(port: port).upgrade(headers: from("192.0.2.1"))
                }
            }
        }
    }
}
