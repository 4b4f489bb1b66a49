import TestLoop
import Glibc
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct WebSocketTests {
        private func echo(
            _ change: (inout TransportConfiguration) -> Void = { _ in },
            _ body: @escaping @Sendable (RawClient) throws -> Void
        ) async throws {
            try await TestServer.with(change) { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.upgrade()
                    try body(client)
                }
            }
        }

        @Test(
            "a message comes back as it was, text and binary, empty and large",
            arguments: [0, 1, 125, 126, 4096, 65_535, 65_536, 1_048_576])
        func sizes(size: Int) async throws {
            try await echo { client throws in
                let payload = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 13) & 0x7F }
                for opcode: UInt8 in [1, 2] {
                    try client.sendFrame(payload, opcode: opcode)
                    let (message, fragments) = try client.readMessage()
                    #expect(message == payload)
                    #expect(fragments == max(1, (size + 65_535) / 65_536))
                }
            }
        }

        @Test("fragments are joined, control frames between them answered at once")
        func fragments() async throws {
            try await echo { client throws in
                try client.sendFrame(Array("æ".utf8.prefix(1)), opcode: 1, isFinal: false)
                try client.sendFrame([9], opcode: 9)
                #expect(try client.readFrame() == .init(isFinal: true, opcode: 10, payload: [9]))
                try client.sendFrame([], opcode: 0, isFinal: false)
                try client.sendFrame(Array("æ".utf8.suffix(1)), opcode: 0)
                #expect(try client.readFrame().text == "æ")
                let pinged = [
                    RawClient.frame([97], opcode: 1, isFinal: false), RawClient.frame([5], opcode: 9),
                    RawClient.frame([98], opcode: 0),
                ]
                try client.send(pinged.flatMap { $0 })
                #expect(try client.readFrame() == .init(isFinal: true, opcode: 10, payload: [5]))
                #expect(try client.readFrame().text == "ab")
                for byte in RawClient.frame([1, 2, 3]) { try client.send([byte]) }
                #expect(try client.readFrame().payload == [1, 2, 3])
            }
        }

        @Test("a message over the limit closes with 1009, whether in one frame, in several, or only announced")
        func tooLarge() async throws {
            let limit: (inout TransportConfiguration) -> Void = { $0.limits.messageBytes = 10_000 }
            try await echo(limit) { client throws in
                try client.sendFrame([UInt8](repeating: 1, count: 10_000))
                #expect(try client.readFrame().payload.count == 10_000)
                try client.sendFrame([UInt8](repeating: 1, count: 10_001))
                #expect(try client.readCloseCode() == 1009)
            }
            try await echo(limit) { client throws in
                try client.sendFrame([UInt8](repeating: 1, count: 6000), isFinal: false)
                try client.sendFrame([UInt8](repeating: 1, count: 4001), opcode: 0, isFinal: false)
                #expect(try client.readCloseCode() == 1009)
            }
            try await echo(limit) { client throws in
                try client.send([0x82, 0xFF, 0x7F, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 1, 2, 3])
                #expect(try client.readCloseCode() == 1009)
            }
        }

        @Test("a message in more fragments than allowed closes with 1008")
        func tooManyFragments() async throws {
            try await echo({ $0.limits.fragments = 10 }) { client throws in
                try client.sendFrame([], opcode: 2, isFinal: false)
                for _ in 0..<10 { try client.sendFrame([], opcode: 0, isFinal: false) }
                #expect(try client.readCloseCode() == 1008)
            }
        }

        @Test(
            "text that is not UTF-8 closes with 1007, also when it ends inside a character",
            arguments: [
                [[0x80]], [[0xC3]], [[0xC3], []], [[0xED, 0xA0, 0x80]], [[0xF4, 0x90, 0x80, 0x80]], [[0xC0, 0xAF]],
                [[0x61], [0xE2, 0x82], []],
            ] as [[[UInt8]]])
        func invalidText(fragments: [[UInt8]]) async throws {
            try await echo { client throws in
                for (index, payload) in fragments.enumerated() {
                    try client.sendFrame(payload, opcode: index == 0 ? 1 : 0, isFinal: index == fragments.count - 1)
                }
                #expect(try client.readCloseCode() == 1007)
            }
        }

        @Test(
            "a frame the protocol does not know closes with 1002",
            arguments: [
                [0x83, 0x80, 0, 0, 0, 0], [0xC2, 0x80, 0, 0, 0, 0], [0x80, 0x80, 0, 0, 0, 0], [0x09, 0x80, 0, 0, 0, 0],
                [0x8B, 0x80, 0, 0, 0, 0], [0x88, 0x81, 0, 0, 0, 0, 3],
                [0x02, 0x80, 0, 0, 0, 0, 0x82, 0x80, 0, 0, 0, 0],
            ] as [[UInt8]])
        func protocolErrors(bytes: [UInt8]) async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.upgrade()
                    try client.send(bytes)
                    #expect(try client.readCloseCode() == 1002)
                }
                #expect(await server.eventually { $0.handler.ends.first??.cause == .protocolError })
                #expect(await server.handler.ends.first??.code == 1002)
            }
        }

        @Test("a close reason that is not UTF-8 ends the connection")
        func invalidReason() async throws {
            try await echo { client throws in
                try client.send([0x88, 0x83, 0, 0, 0, 0, 3, 0xE8, 0xFF])
                #expect(client.isClosedByServer())
            }
        }

        @Test(
            "closing: the peer's code is echoed and told, ours is sent after what is queued",
            arguments: [1000, 1001, 3000, 4999])
        func closing(code: Int) async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let peer = try RawClient(port: port)
                    try peer.upgrade()
                    try peer.sendFrame([UInt8(code >> 8), UInt8(code & 255)] + Array("why".utf8), opcode: 8)
                    #expect(try peer.readCloseCode() == code)
                    #expect(peer.isClosedByServer())
                    let ours = try RawClient(port: port)
                    try ours.upgrade()
                    try ours.sendText("close \(code)")
                    #expect(try ours.readFrame().text == "bye")
                    let close = try ours.readFrame()
                    #expect(close.code == code)
                    #expect(close.payload.dropFirst(2).elementsEqual("asked".utf8))
                    try ours.sendFrame(close.payload, opcode: 8)
                    #expect(ours.isClosedByServer())
                }
                #expect(await server.eventually { $0.handler.sockets.allSatisfy { $0.end != nil } })
                let ends = await server.handler.ends
                #expect(ends[0]?.code == UInt16(code))
                #expect(ends[0]?.cause == .peer)
                #expect(ends[1]?.cause == .server)
            }
        }

        @Test(
            "codes nobody may send are never sent",
            arguments: [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535])
        func invalidCodes(code: Int) async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let peer = try RawClient(port: port)
                    try peer.upgrade()
                    try peer.sendFrame([UInt8(code >> 8), UInt8(code & 255)], opcode: 8)
                    #expect(try peer.readCloseCode() == 1002, "\(code)")
                    let ours = try RawClient(port: port)
                    try ours.upgrade()
                    try ours.sendText("close \(code)")
                    #expect(try ours.readCloseCode() == 1000)
                }
            }
        }

        @Test("a peer that vanishes is told as lost, once, and its state freed")
        func vanishing() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    for _ in 0..<20 {
                        let client = try RawClient(port: port)
                        try client.upgrade()
                        try client.sendFrame([1, 2, 3], isFinal: false)
                    }
                }
                #expect(await server.eventually { $0.handler.sockets.count { $0.end?.cause == .lost } == 20 })
                #expect(await server.transport.connectionCount == 0)
                #expect(server.transport.counters[.connectionsLost] == 20)
                #expect(server.transport.counters.openWebSockets == 0)
            }
        }

        @Test("no ping follows the server's close frame, though one was due before the peer answers")
        func noPingAfterClose() async throws {
            let change: (inout TransportConfiguration) -> Void = {
                $0.limits.pingSeconds = 3
                $0.limits.hangUpSeconds = 20
            }
            try await TestServer.with(change) { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.upgrade()
                    usleep(2_500_000)
                    try client.sendText("close 4000")
                    #expect(try client.readCloseCode() == 4000)
                    client.setTimeout(seconds: 1, microseconds: 500_000)
                    #expect(try client.readToEnd().isEmpty)
                }
            }
        }

        @Test("a silent peer is pinged, and hung up when it does not answer")
        func ping() async throws {
            let change: (inout TransportConfiguration) -> Void = {
                $0.limits.pingSeconds = 1
                $0.limits.hangUpSeconds = 2
            }
            try await TestServer.with(change) { server in
                try await server.client { port throws in
                    let dead = try RawClient(port: port)
                    try dead.upgrade()
                    let alive = try RawClient(port: port)
                    try alive.upgrade()
                    for _ in 0..<4 {
                        let ping = try alive.readFrame()
                        #expect(ping.opcode == 9)
                        try alive.sendFrame(ping.payload, opcode: 10)
                    }
                    #expect(try dead.readFrame().opcode == 9)
                    #expect(dead.isClosedByServer())
                    try alive.sendText("here")
                    var frame = try alive.readFrame()
                    if frame.opcode == 9 { frame = try alive.readFrame() }
                    #expect(frame.text == "here")
                }
            }
        }

        @Test("a reader that falls behind the queue's limit is dropped with 1013 and counted; memory is given back")
        func slowReader() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port, receiveBuffer: 4096)
                    try client.upgrade()
                    try client.sendText("flood 200")
                    usleep(300_000)
                    #expect(try client.readCloseCode() == 1013)
                }
                #expect(await server.eventually { $0.handler.sockets.first?.end?.cause == .slowReader })
                #expect(server.transport.counters[.closedSlowReader] == 1)
                #expect(server.transport.counters.queuedBytes == 0)
            }
        }

        @Test("a reader that keeps up with the queue's limit gets everything, and the handler is told when it has")
        func drained() async throws {
            try await TestServer.with { server in
                try await server.client { port throws in
                    let client = try RawClient(port: port)
                    try client.upgrade()
                    try client.sendText("flood 17")
                    for _ in 0..<17 { #expect(try client.readFrame().payload.count == 60_000) }
                }
                #expect(await server.eventually { ($0.handler.sockets.first?.drains ?? 0) >= 1 })
            }
        }
    }
}
