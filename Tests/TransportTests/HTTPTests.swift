import TestLoop
import HTTPTypes
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct HTTPTests {
        @Test("a connection carries one request after another, HEAD without a body, large ones whole")
        func keepAlive() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    #expect(try client.get("/a").text == "GET /a 127.0.0.1")
                    try client.send("HEAD /large HTTP/1.1\r\nHost: t\r\n\r\n")
                    let head = try client.readAnswer(isHead: true)
                    #expect(head.value("content-length") == "3000000")
                    let large = try client.get("/large")
                    #expect(large.body.count == 3_000_000)
                    #expect(try client.get("/later").text == "later")
                    #expect(try client.get("/b").value("date")?.hasSuffix("GMT") == true)
                }
            }
        }

        @Test(
            "of requests sent at once the first is answered whole and the connection ended, never one mixed with another",
            arguments: ["/1", "/later", "/large", "/body"])
        func pipelining(first: String) async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    let get = "GET /2 HTTP/1.1\r\nHost: t\r\n\r\n"
                    let post = "POST /body HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\n\r\nwxyz"
                    let opening = first == "/body" ? post : "GET \(first) HTTP/1.1\r\nHost: t\r\n\r\n"
                    try client.send(opening + post + get + post + get)
                    let answer = try client.readAnswer()
                    #expect(answer.status == 200)
                    #expect(answer.value("connection") == "close")
                    switch first {
                    case "/large": #expect(answer.body.count == 3_000_000)
                    case "/later": #expect(answer.text == "later")
                    case "/body": #expect(answer.text == "wxyz")
                    default: #expect(answer.text.hasPrefix("GET /1 "))
                    }
                    #expect(client.isClosedByServer())
                    #expect(try RawClient(port: port).get("/x").status == 200)
                }
                #expect(await server.handler.requests.count == 2)
            }
        }

        @Test("work for a client that leaves before the answer is told so, once; work that was answered never is")
        func abandoned() async throws {
            try await TestServer.with { server in
                let request = "GET /work HTTP/1.1\r\nHost: t\r\n\r\n"
                try await server.client { port throws in
                    let leaving = try RawClient(port: port)
                    try leaving.send(request)
                    _ = try RawClient(port: port).get("/other")
                }
                #expect(await server.eventually { $0.handler.exchanges.count == 1 })
                #expect(await server.eventually { $0.handler.abandoned == 1 })
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.send(request)
                    _ = try RawClient(port: port).get("/other")
                    Task { @ServiceLoop in
                        server.handler.exchanges.last?.respond(HTTPResponse(status: .ok), body: [1])
                    }
                    #expect(try client.readAnswer().body == [1])
                }
                #expect(await server.handler.abandoned == 1)
            }
        }

        @Test("a body answers many readers at once and arrives byte for byte, however slowly one reads")
        func largeBodies() async throws {
            try await TestServer.with { server in
                let expected = TestHandler.large
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for index in 0..<8 {
                        group.addTask {
                            try await server.client { port throws in
                                let client = try RawClient(port: port, receiveBuffer: index == 0 ? 4096 : nil)
                                #expect(try client.get("/large").body == expected)
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }

        @Test("headers are the handler's, repeated ones too, but the length is ours and no line break gets through")
        func responseHeaders() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    let answer = try client.get("/cookies")
                    #expect(answer.fields.filter { $0.name == "set-cookie" }.map(\.value) == ["a=1; HttpOnly", "b=2"])
                    #expect(answer.fields.filter { $0.name == "content-length" }.map(\.value) == ["0"])
                    #expect(answer.value("x-injected") == nil)
                    let empty = try client.get("/empty")
                    #expect(empty.status == 204)
                    #expect(empty.value("content-length") == nil)
                    #expect(try client.get("/after").status == 200)
                }
            }
        }

        @Test("a body arrives whole, in whatever pieces it is sent", arguments: [0, 1, 5000, 1_000_000])
        func bodies(size: Int) async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
                    for method in ["POST", "PUT", "PATCH", "DELETE"] {
                        let head = "\(method) /body HTTP/1.1\r\nHost: t\r\nContent-Length: \(size)\r\n\r\n"
                        try client.send(head)
                        for start in stride(from: 0, to: size, by: 300_000) {
                            try client.send(Array(body[start..<min(size, start + 300_000)]))
                        }
                        #expect(try client.readAnswer().body == body)
                    }
                }
            }
        }

        @Test("curl's wait for 100 Continue is answered")
        func expectContinue() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.send(
                        "POST /body HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
                    #expect(try client.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
                    try client.send("abc")
                    #expect(try client.readAnswer().text == "abc")
                }
            }
        }

        @Test("HTTP/1.0 and Connection: close end the connection after the answer")
        func closing() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    for request in [
                        "GET /x HTTP/1.0\r\n\r\n", "GET /x HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n",
                    ] {
                        let client = try RawClient(port: port)
                        try client.send(request)
                        let answer = try client.readAnswer()
                        #expect(answer.status == 200)
                        #expect(answer.value("connection") == "close")
                        #expect(client.isClosedByServer())
                    }
                }
            }
        }

        @Test(
            "the path is decoded, its dots resolved, and encoded so that it can be split",
            arguments: [
                ("/a/../b", "/b"), ("/../../etc/passwd", "/etc/passwd"), ("/%2e%2e/%2e%2e/x", "/x"), ("//a//b", "/a/b"),
                ("/a%20b?q=1%263&r=a%3Db%25&s=%2B", "/a%20b?q=1%263&r=a%3Db%25&s=%2B"), ("/a?x", "/a?x"),
                ("/a%3Fb?c", "/a%3Fb?c"), ("/%C3%A6?%C3%A6=%C3%A6", "/%C3%A6?%C3%A6=%C3%A6"),
            ])
        func targets(sent: String, seen: String) async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let answer = try RawClient(port: port).get(sent)
                    #expect(answer.text == "GET \(seen) 127.0.0.1")
                }
            }
        }

        @Test("a handler sees headers by name, repeated cookies and configured uncommon ones")
        func requestHeaders() async throws {
            try await TestServer.with({ $0.additionalHeaders = ["X-Custom"] }) { server in
                try await server.client { port throws in
                    let headers =
                        "Cookie: a=1\r\nCookie: b=2\r\nX-Custom:  v \r\nAuthorization: Bearer t\r\nAccept: a\r\n"
                    #expect(try RawClient(port: port).get("/h", headers: headers).status == 200)
                }
                let request = try #require(await server.handler.requests.first).request
                #expect(request.authority == "t")
                #expect(request.headerFields[values: .cookie] == ["a=1", "b=2"])
                #expect(request.headerFields[.authorization] == "Bearer t")
                #expect(request.headerFields.first { $0.name.canonicalName == "x-custom" }?.value == "v")
            }
        }

        @Test("X-Forwarded-For is believed only from a configured proxy, and only its own hop")
        func forwarded() async throws {
            let header = "X-Forwarded-For: 6.6.6.6, 192.0.2.1, 10.0.0.9\r\n"
            try await TestServer.with { server in
                try await server.client { port throws in
                    #expect(try RawClient(port: port).get("/", headers: header).text == "GET / 127.0.0.1")
                }
            }
            let proxies = ["127.0.0.1", "10.0.0.0/8"].compactMap { AddressPrefix($0) }
            try await TestServer.with({ $0.trustedProxies = proxies }) { server in
                try await server.client { port throws in
                    #expect(try RawClient(port: port).get("/", headers: header).text == "GET / 192.0.2.1")
                    let nonsense = "X-Forwarded-For: 192.0.2.1, <script>\r\n"
                    #expect(try RawClient(port: port).get("/", headers: nonsense).text == "GET / 127.0.0.1")
                }
            }
        }
    }
}
