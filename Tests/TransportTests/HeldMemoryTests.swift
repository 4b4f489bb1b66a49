import TestLoop
import Testing

@testable import Transport

extension TransportTests {
    /// What all WebSockets together make the process hold.
    @Suite struct HeldMemoryTests {
        @Test func `those who stand still are cut when all together hold too much, and who reads is not`() async throws
        {
            try await TestServer.with({ $0.limits.heldBytes = 4 << 20 }) { server in
                try await server.client { port throws in
                    let honest = try RawClient(port: port)
                    try honest.upgrade()
                    var idle: [RawClient] = []
                    for _ in 0..<8 {
                        let client = try RawClient(port: port, receiveBuffer: 4096)
                        try client.upgrade()
                        try client.sendText("behind 6000000")
                        try honest.sendText("still here")
                        #expect(try honest.readMessage().payload == Array("still here".utf8))
                        idle.append(client)
                    }
                    #expect(idle.count == 8)
                }
                #expect(await server.eventually { $0.transport.counters[.closedSlowReader] >= 1 })
                #expect(server.transport.counters[.closedSlowReader] <= 8)
            }
        }

        @Test func `a message is counted once however many wait for it, and no longer than somebody does`() async throws
        {
            try await TestServer.with { _ in
                await Task { @ServiceLoop in
                    let memory = HeldMemory(limit: 1_000)
                    let message = OutboundMessage(binary: [UInt8](repeating: 1, count: 600))
                    for _ in 0..<3 { memory.hold(message) }
                    #expect(memory.bytes == 600 && !memory.hasRoom && !memory.isOver)
                    memory.add(500)
                    #expect(memory.isOver)
                    for _ in 0..<3 { memory.release(message) }
                    memory.add(-500)
                    #expect(memory.bytes == 0 && memory.hasRoom)
                }.value
            }
        }
    }
}
