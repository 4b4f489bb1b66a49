import TestLoop
import Testing

@testable import Transport

extension TransportTests {
    /// Messages of one turn share a write.
    @Suite struct GatheringTests {
        @Test("messages of all sizes sent in one turn come whole and in order, also through a narrow socket with pings")
        func order() async throws {
            let seed = UInt64.random(in: 0...UInt64.max)
            print("gathering seed \(seed)")
            try await TestServer.with({
                $0.limits.pingSeconds = 1
                $0.limits.hangUpSeconds = 5
                $0.limits.outboundQueueBytes = 64 << 20
            }) { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port, receiveBuffer: 4096)
                    try client.upgrade()
                    for round in 0..<3 {
                        try client.sendText("burst \(seed &+ UInt64(round))")
                        for payload in EchoSocket.burst(seed: seed &+ UInt64(round)) {
                            let message = try client.readMessage()
                            #expect(message.payload == payload, "seed \(seed)")
                        }
                    }
                }
            }
        }

        @Test("a message above the queue's limit is sent when little else waits")
        func large() async throws {
            try await TestServer.with({ $0.limits.outboundQueueBytes = 100_000 }) { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.upgrade()
                    try client.sendText("behind 300000")
                    #expect(try client.readMessage().payload == Array("first".utf8))
                    #expect(try client.readMessage().payload.count == 300_000)
                }
            }
        }
    }
}
