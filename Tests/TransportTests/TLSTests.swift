import TestLoop
import Foundation
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct TLSTests {
        /// Python's TLS client, because it shows what was negotiated; prints one line.
        private static let client = """
            import socket, ssl, sys
            port, protocols = int(sys.argv[1]), sys.argv[2].split(',')
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            context.set_alpn_protocols(protocols)
            try:
                with context.wrap_socket(socket.create_connection(('127.0.0.1', port), 5)) as tls:
                    tls.sendall(b'GET /tls HTTP/1.1\\r\\nHost: t\\r\\nConnection: close\\r\\n\\r\\n')
                    data = b''
                    while chunk := tls.recv(65536): data += chunk
                    print(tls.selected_alpn_protocol(), data.split(b'\\r\\n\\r\\n', 1)[-1].decode()[:60])
            except Exception as error:
                print('error', type(error).__name__)
            """

        private static func run(_ program: String, _ arguments: [String]) throws -> String {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [program] + arguments
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = FileHandle.nullDevice
            try process.run()
            let output = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        }

        private static func withCertificate<T>(_ body: (TransportConfiguration.TLS) async throws -> T) async throws -> T
        {
            let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: directory) }
            let tls = TransportConfiguration.TLS(
                certificatePath: directory.path + "/certificate.pem", keyPath: directory.path + "/key.pem")
            _ = try run(
                "openssl",
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-keyout", tls.keyPath, "-out", tls.certificatePath,
                ])
            return try await body(tls)
        }

        @Test("over TLS only http/1.1 is offered, however much a client prefers h2")
        func alpn() async throws {
            try await Self.withCertificate { tls in
                try await TestServer.with({ $0.tls = tls }) { server in
                    let port = String(server.port)
                    #expect(
                        try Self.run("python3", ["-c", Self.client, port, "h2,http/1.1"])
                            == "http/1.1 GET /tls 127.0.0.1")
                    #expect(
                        try Self.run("python3", ["-c", Self.client, port, "http/1.1"]) == "http/1.1 GET /tls 127.0.0.1")
                    let only = try Self.run("python3", ["-c", Self.client, port, "h2"])
                    #expect(!only.hasPrefix("h2"))
                    try await server.client { port throws in
                        let plain = try RawClient(port: port)
                        try plain.send("GET /x HTTP/1.1\r\nHost: t\r\n\r\n")
                        let answer = String(decoding: try plain.readToEnd(), as: UTF8.self)
                        #expect(!answer.contains(" 200 "))
                    }
                }
            }
        }

        @Test("a certificate that is none is refused with an error, not served without")
        func badCertificate() async throws {
            try await Self.withCertificate { tls in
                try Data("not a certificate".utf8).write(to: URL(fileURLWithPath: tls.certificatePath))
                let server = try TestServer { $0.tls = tls }
                #expect(await server.ended.value == .contextRefused)
            }
        }
    }
}
