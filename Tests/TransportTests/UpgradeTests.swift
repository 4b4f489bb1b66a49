import TestLoop
import HTTPTypes
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct UpgradeTests {
        private static func request(upgrade: String, extra: String = "") -> String {
            "GET /echo HTTP/1.1\r\nHost: t\r\nConnection: Upgrade, HTTP2-Settings\r\n\(upgrade)"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\(extra)\r\n"
        }

        @Test(
            "any upgrade but exactly websocket ends the connection",
            arguments: [
                "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n", "Upgrade: H2C\r\n",
                "Upgrade: tls/1.0\r\n",
                "Upgrade: websocket, h2c\r\n", "Upgrade: websocket\r\nUpgrade: h2c\r\n",
                "Upgrade: h2c\r\nUpgrade: websocket\r\n", "Upgrade: websocketx\r\n", "Upgrade: xwebsocket\r\n",
                "Upgrade: \(String(repeating: "w", count: 3000))\r\n",
            ])
        func otherUpgrades(header: String) async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.send(Self.request(upgrade: header))
                    let answer = String(decoding: try client.readToEnd(), as: UTF8.self)
                    #expect(!answer.contains(" 101 ") && !answer.contains(" 200 "), "\(answer)")
                }
                #expect(await server.handler.requests.isEmpty)
                #expect(await server.handler.sockets.isEmpty)
                try await server.client { port throws in
                    #expect(try RawClient(port: port).get("/x").status == 200)
                }
            }
        }

        @Test("websocket is accepted in any case of letters, and the handler sees the whole request")
        func accepted() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    let target = "GET /echo?token=abc&after=3 HTTP/1.1"
                    try client.send(
                        Self.request(upgrade: "Upgrade: WebSocket\r\n", extra: "Cookie: s=1\r\nOrigin: https://o\r\n")
                            .replacing("GET /echo HTTP/1.1", with: target))
                    let head = try client.read(until: "\r\n\r\n")
                    #expect(head.hasPrefix("HTTP/1.1 101 "))
                    #expect(head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="))
                }
                let request = try #require(await server.handler.requests.first)
                #expect(request.request.path == "/echo?token=abc&after=3")
                #expect(request.request.headerFields[.cookie] == "s=1")
                #expect(request.request.headerFields[.origin] == "https://o")
                #expect(request.remoteAddress == "127.0.0.1")
            }
        }

        @Test("a refusal is an ordinary response, and malformed handshakes never reach the handler")
        func refused() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.send("GET /secret HTTP/1.1\r\nHost: t\r\n\(RawClient.handshake)\r\n")
                    let answer = try client.readAnswer()
                    #expect(answer.status == 403)
                    #expect(answer.text == "no")
                    #expect(client.isClosedByServer())
                    let good = "GET /echo HTTP/1.1\r\nHost: t\r\n\(RawClient.handshake)\r\n"
                    let bad: [(String, String, Int)] = [
                        ("Version: 13", "Version: 8", 426),
                        ("Version: 13", "Version: 13\r\nSec-WebSocket-Version: 8", 426),
                        ("dGhlIHNhbXBsZSBub25jZQ==", "short", 400),
                        ("Connection: Upgrade", "Connection: keep-alive", 400),
                        ("GET", "OPTIONS", 400), ("HTTP/1.1", "HTTP/1.0", 400), ("Host: t\r\n", "", 400),
                    ]
                    for (old, new, status) in bad {
                        let client = try RawClient(port: port)
                        try client.send(good.replacing(old, with: new, maxReplacements: 1))
                        let answer = try client.readAnswer()
                        #expect(answer.status == status, "\(new)")
                        if status == 426 { #expect(answer.value("sec-websocket-version") == "13") }
                        #expect(client.isClosedByServer())
                    }
                }
                #expect(await server.handler.sockets.isEmpty)
            }
        }

        @Test("a client that sends frames before it has the answer to its handshake harms nobody else")
        func earlyFrames() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let other = try RawClient(port: port)
                    try other.upgrade()
                    for count in 0..<40 {
                        let client = try RawClient(port: port)
                        var bytes = Array("GET /echo HTTP/1.1\r\nHost: t\r\n\(RawClient.handshake)\r\n".utf8)
                        for index in 0..<count {
                            bytes += RawClient.frame([UInt8](repeating: UInt8(index), count: index * 9))
                        }
                        try client.send(bytes)
                        #expect(try client.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 101 "))
                    }
                    try other.sendText("fine")
                    #expect(try other.readFrame().text == "fine")
                }
                #expect(await server.handler.sockets.first?.messages == 1)
            }
        }

        @Test("no extension is ever negotiated")
        func extensions() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    let offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, x-webkit\r\n"
                    let head = try client.upgrade(headers: offer)
                    #expect(!head.lowercased().contains("extensions"))
                    try client.sendText("plain")
                    #expect(try client.readFrame().text == "plain")
                }
            }
        }

        @Test(
            "of the subprotocols offered the first configured one is chosen; with none in common there is no WebSocket")
        func subprotocols() async throws {
            try await TestServer.with({ $0.subprotocols = ["samspil.v1"] }) { server in
                try await server.client { port throws in
                    let head = try RawClient(port: port).upgrade(headers: "Sec-WebSocket-Protocol: x, samspil.v1\r\n")
                    #expect(head.contains("Sec-WebSocket-Protocol: samspil.v1\r\n"))
                    #expect(throws: RawClient.Failure.self) {
                        try RawClient(port: port).upgrade(headers: "Sec-WebSocket-Protocol: x\r\n")
                    }
                }
                #expect(await server.eventually { $0.transport.counters.openWebSockets == 0 })
            }
        }
    }
}
