import TestLoop
import Testing

@testable import Transport

/// One loop per process, so one test at a time; the suites of this module are extensions of this one.
@Suite(.serialized, .timeLimit(.minutes(2)), .onLoop)
struct TransportTests {
    @Test("one port serves HTTP and WebSocket, several transports one after another")
    func smoke() async throws {
        for _ in 0..<3 {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    let answer = try client.get("/x?token=a%26b&c=d")
                    #expect(answer.status == 200)
                    #expect(answer.text == "GET /x?token=a%26b&c=d 127.0.0.1")
                    let socket = try RawClient(port: port)
                    try socket.upgrade()
                    try socket.sendText("hej")
                    #expect(try socket.readFrame().text == "hej")
                }
            }
        }
    }
}
