import TestLoop
import Glibc
import HTTPTypes
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct ManyConnectionsTests {
        @Test("one message, made once, reaches 500 sockets byte for byte, small and in fragments, however they read")
        func broadcast() async throws {
            try await TestServer.with { server in
                let clients = try await server.client { port throws in
                    try Unchecked(
                        (0..<500).map { index in
                            let source = "127.0.0.\(1 + index % 50)"
                            let client = try RawClient(
                                port: port, source: source, receiveBuffer: index % 7 == 0 ? 4096 : nil)
                            try client.upgrade()
                            return client
                        })
                }
                #expect(await server.eventually { $0.transport.counters.openWebSockets == 500 })
                let small = (0..<200).map { UInt8($0) }
                let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 9) }
                await Self.send([small, large, small], to: server.handler)
                try await server.client { _ throws in
                    for client in clients.value {
                        #expect(try client.readMessage().payload == small)
                        let (payload, fragments) = try client.readMessage()
                        #expect(payload == large)
                        #expect(fragments == 5)
                        #expect(try client.readMessage().payload == small)
                    }
                }
                #expect(server.transport.counters[.messagesSent] == 1500)
                #expect(server.transport.counters.queuedBytes == 0)
            }
        }

        @ServiceLoop
        private static func send(_ payloads: [[UInt8]], to handler: TestHandler) {
            let messages = payloads.map { OutboundMessage(binary: $0) }
            for socket in handler.sockets {
                for message in messages { socket.connection?.send(message) }
            }
        }

        @Test("connections that come and go leave no descriptor and no state behind")
        func churn() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    _ = try RawClient(port: port).get("/warm")
                }
                let before = Descriptors.sockets()
                try await server.client { port throws in
                    for round in 0..<300 {
                        let client = try RawClient(port: port)
                        switch round % 4 {
                        case 0: _ = try client.get("/x")
                        case 1: try client.upgrade()
                        case 2: try client.send("GET /never HTTP/1.1\r\nHost: t\r\n\r\n")
                        default: break
                        }
                    }
                }
                let isGone = await server.eventually { server in
                    // Requests nobody answers notice their client's end when they are answered.
                    for exchange in server.handler.exchanges { exchange.respond(.init(status: .ok)) }
                    return server.transport.connectionCount == 0
                }
                #expect(isGone)
                #expect(await server.transport.handles.count == 2)
                #expect(Descriptors.sockets() <= before)
            }
        }
    }
}
