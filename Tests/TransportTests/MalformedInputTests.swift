import TestLoop
import TestSeeds
import Glibc
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct MalformedInputTests {
        private static let seeds: [String] = [
            "GET /x?a=b&c=%41 HTTP/1.1\r\nHost: t\r\nCookie: a=b\r\nAccept: */*\r\n\r\n",
            "POST /body HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\nhello",
            "GET /echo HTTP/1.1\r\nHost: t\r\n\(RawClient.handshake)Sec-WebSocket-Protocol: a, b\r\n\r\n",
            "HEAD /../%2e/ HTTP/1.0\r\nHost: t\r\nX-Forwarded-For: 1.2.3.4\r\nTransfer-Encoding: chunked\r\n\r\n",
        ]

        /// Flips, cuts, repeats and mixes.
        private static func mutate(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
            var bytes = bytes
            for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<6, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(contentsOf: Array("\r\n".utf8), at: index)
                case 3: bytes.removeLast(min(bytes.count, Int.random(in: 0..<40, using: &random)))
                case 4:
                    let end = min(bytes.count, index + Int.random(in: 0..<60, using: &random))
                    bytes.insert(contentsOf: bytes[index..<end], at: index)
                default: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                }
            }
            return bytes
        }

        @Test("thousands of malformed requests crash nothing and leave nothing behind")
        func requests() async throws {
            try await assault(rounds: 3000) { client, random in
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let seed = Array((Self.seeds.randomElement(using: &random) ?? "").utf8)
                    try client.send(Self.mutate(seed, using: &random))
                }
            }
        }

        @Test("thousands of malformed frames crash nothing and leave nothing behind")
        func frames() async throws {
            try await assault(rounds: 1500) { client, random in
                try client.upgrade()
                for _ in 0..<Int.random(in: 1...8, using: &random) {
                    let payload = (0..<Int.random(in: 0..<300, using: &random)).map { _ in
                        UInt8.random(in: 0...255, using: &random)
                    }
                    let frame = RawClient.frame(
                        payload, opcode: UInt8.random(in: 0...15, using: &random), isFinal: Bool.random(using: &random))
                    let isWhole = Int.random(in: 0..<3, using: &random) == 0
                    try client.send(isWhole ? frame : Self.mutate(frame, using: &random))
                }
            }
        }

        private func assault(
            rounds: Int, _ attack: @escaping @Sendable (RawClient, inout SeededGenerator) throws -> Void
        ) async throws {
            let seed = UInt64.random(in: 0...UInt64.max)
            print("malformed input seed \(seed)")
            // What only a deadline ends shall end within the test.
            try await TestServer.with({ $0.limits.bodySeconds = 1 }) { server in
                try await server.client { port throws in
                    _ = try RawClient(port: port).get("/warm")
                }
                let before = Descriptors.sockets()
                try await server.client { port throws in
                    var random = SeededGenerator(seed: seed)
                    for _ in 0..<rounds {
                        let client = try RawClient(port: port)
                        // The server may hang up at any point.
                        try? attack(client, &random)
                        if Bool.random(using: &random) { client.halfClose() }
                    }
                    #expect(try RawClient(port: port).get("/alive").status == 200)
                }
                var isGone = false
                for _ in 0..<4 where !isGone { isGone = await server.eventually { $0.transport.connectionCount == 0 } }
                #expect(isGone)
                #expect(Descriptors.sockets() <= before)
                #expect(await server.handler.ends.allSatisfy { $0 != nil })
            }
        }
    }
}
