import TestLoop
import Glibc
import Logging
import Synchronization
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct LifecycleTests {
        private static func makeTransport(
            host: String = "127.0.0.1", port: Int = 0, _ change: (inout TransportConfiguration) -> Void = { _ in }
        ) throws(TransportError) -> Transport {
            var configuration = TransportConfiguration(host: host, port: port)
            change(&configuration)
            let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
            return try Transport(configuration: configuration, handler: TestHandler(), logger: logger)
        }

        @Test("a port in use, an unknown host and a bad setting each are one clear error")
        func errors() throws {
            let first = try Self.makeTransport()
            let port = first.boundPort
            #expect(port > 0)
            #expect(throws: TransportError.addressInUse(host: "127.0.0.1", port: port)) {
                try Self.makeTransport(port: port)
            }
            do {
                _ = try Self.makeTransport(port: port)
            } catch {
                #expect("\(error)" == "The address 127.0.0.1 port \(port) is already in use by another program.")
            }
            #expect(throws: TransportError.self) { try Self.makeTransport(host: "192.0.2.1") }
            #expect(throws: TransportError.self) { try Self.makeTransport(host: "no such host") }
            #expect(throws: TransportError.self) { try Self.makeTransport(port: 70_000) }
            #expect(throws: TransportError.self) { try Self.makeTransport { $0.limits.hangUpSeconds = 15 } }
            let missing = TransportConfiguration.TLS(certificatePath: "/nonexistent.pem", keyPath: "/nonexistent.pem")
            #expect(throws: TransportError.tlsUnusable(path: "/nonexistent.pem", reason: "No such file or directory")) {
                try Self.makeTransport { $0.tls = missing }
            }
        }

        @Test("a transport that never ran gives its port back")
        func neverRan() throws {
            let port = try Self.makeTransport().boundPort
            _ = try Self.makeTransport(port: port)
        }

        @Test("a missing event loop plugin names the package to install")
        func missingPlugin() {
            for (directory, library) in [("/nonexistent", "libev.so.4"), (nil, "libnone.so.1"), (nil, "libc.so.6")] {
                do {
                    _ =
                        try directory.map { try EventLoopLibrary.load(pluginDirectory: $0, library: library) }
                        ?? EventLoopLibrary.load(library: library)
                    Issue.record("loaded \(library)")
                } catch {
                    #expect("\(error)".contains("install the package libwebsockets-evlib-ev"))
                }
            }
        }

        @Test("one transport runs at a time, and each once")
        func oneAtATime() async throws {
            let other = try Self.makeTransport()
            let server = try TestServer()
            #expect(await server.eventually { _ in true })
            await #expect(throws: TransportError.loopBusy) { try await other.serve() }
            try await server.stop()
            await #expect(throws: TransportError.alreadyRan) { try await server.transport.serve() }
            other.shutdown()
            try await other.serve()
        }

        @Test("a huge descriptor limit is lowered and a small one raised, the hard limit left alone")
        func descriptorLimit() throws {
            let before = DescriptorLimit.current
            defer { try? DescriptorLimit.adjust(to: before) }
            _ = try Self.makeTransport { $0.limits.descriptors = 4096 }
            #expect(DescriptorLimit.current == 4096)
            _ = try Self.makeTransport { $0.limits.descriptors = 8192 }
            #expect(DescriptorLimit.current == 8192)
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            #expect(limit.rlim_max >= 8192)
        }

        @Test("shutdown answers what is under way, flushes, closes with 1012, runs the last work, then run() returns")
        func graceful() async throws {
            let server = try TestServer()
            let hasFinished = Mutex(false)
            let isReady = Atomic<Int>(0)
            async let clients: Void = server.client { port throws in
                let idle = try RawClient(port: port)
                #expect(try idle.get("/x").status == 200)
                let busy = try RawClient(port: port)
                try busy.send("GET /later HTTP/1.1\r\nHost: t\r\n\r\n")
                let socket = try RawClient(port: port)
                try socket.upgrade()
                try socket.sendText("flood 10")
                #expect(try socket.readFrame().payload.count == 60_000)
                isReady.store(1, ordering: .sequentiallyConsistent)
                let answer = try busy.readAnswer()
                #expect(answer.text == "later")
                #expect(busy.isClosedByServer())
                for _ in 1..<10 { #expect(try socket.readFrame().payload.count == 60_000) }
                let close = try socket.readFrame()
                #expect(close.code == 1012)
                #expect(throws: RawClient.Failure.self) { _ = try RawClient(port: port).get("/x") }
                try socket.sendFrame(close.payload, opcode: 8)
                #expect(socket.isClosedByServer())
                #expect(idle.isClosedByServer())
            }
            while isReady.load(ordering: .sequentiallyConsistent) == 0 { try await Task.sleep(for: .milliseconds(1)) }
            let start = ContinuousClock.now
            server.transport.shutdown(grace: .seconds(4)) {
                try? await Task.sleep(for: .milliseconds(50))
                hasFinished.withLock { $0 = true }
            }
            try await clients
            #expect(await server.ended.value == nil)
            #expect(hasFinished.withLock { $0 })
            #expect(ContinuousClock.now - start < .seconds(3))
            #expect(server.transport.counters[.closedForShutdown] == 1)
        }

        @Test("whoever does not go within the grace is cut, and told")
        func cut() async throws {
            let server = try TestServer()
            let client = try await server.client { port throws in
                let client = try RawClient(port: port)
                try client.upgrade()
                try client.send("")
                return Unchecked(client)
            }
            let start = ContinuousClock.now
            server.transport.shutdown(grace: .milliseconds(200))
            #expect(await server.ended.value == nil)
            #expect(ContinuousClock.now - start < .seconds(2))
            #expect(try client.value.readCloseCode() == 1012)
            #expect(client.value.isClosedByServer())
            #expect(server.transport.counters.openConnections == 0)
        }

        @Test("SIGTERM reaches the loop and ends it in order")
        func terminationSignal() async throws {
            let server = try TestServer()
            let signals = try TerminationSignals([SIGTERM]) { _ in server.transport.shutdown() }
            try await Task.sleep(for: .milliseconds(50))
            kill(getpid(), SIGTERM)
            #expect(await server.ended.value == nil)
            withExtendedLifetime(signals) {}
            signal(SIGTERM, SIG_DFL)
        }

        @Test("log lines of libwebsockets come without time stamp and without any query string")
        func logs() {
            let line = "[2026/11/21 09:00:00:1234] E: bad request /ws/documents/7?token=secret&saved=1 from 1.2.3.4\n"
            #expect(LogBridge.presentable(line) == "E: bad request /ws/documents/7 from 1.2.3.4")
            #expect(LogBridge.presentable(String(repeating: "x", count: 1000)).count == 200)
        }
    }

    /// For handing a client from one thread to the next.
    struct Unchecked<Value>: @unchecked Sendable {
        let value: Value

        init(_ value: Value) {
            self.value = value
        }
    }
}
