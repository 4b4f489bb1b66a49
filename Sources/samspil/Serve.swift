import ArgumentParser
import CMalloc
import Foundation
import Logging
import Server
import Storage
import Transport

/// `samspil serve`: the whole product, until SIGTERM or SIGINT.
///
/// Only reads and checks what the command line says; ``SamspilServer`` does everything that can be tested in a process.
/// A setting is checked before anything is opened, so that a slip never leaves a half-started server.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the page, the interface and the live documents.",
        discussion: """
            The environment variable SAMSPIL_ADMIN_TOKEN sets the administrator's token (16 to 256 characters of \
            letters, digits, '-', '_'). Without it each start makes one: \
            its link is printed to a terminal, and otherwise kept in the file administrator-link of the data folder.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on, 0 to 65535; 0 picks a free one.")
    var port = 8080

    @Option(help: "The address people reach the server at, such as https://samspil.example.dk.")
    var publicURL: String?

    @Option(name: .customLong("web"), help: "The folder with the bundled page.")
    var webDirectory = "Web/dist"

    @Option(help: "Certificate chain, a PEM file: the server then speaks TLS itself.")
    var certificate: String?

    @Option(help: "Private key of the certificate, a PEM file.")
    var key: String?

    @Option(
        name: .customLong("trusted-proxy"), parsing: .singleValue,
        help: "Address of a proxy whose X-Forwarded-For is believed. May be given more than once.")
    var trustedProxies: [String] = []

    @Option(
        name: .customLong("import"), parsing: .singleValue,
        help: "An interchange document to import at the start if its week is not there yet.")
    var imports: [String] = []

    @Option(help: "The least severe log messages to write: trace, debug, info, notice, warning, error or critical.")
    var logLevel = "info"

    @OptionGroup(title: "Limits, each also a variable of the environment")
    var limits: LimitOptions

    func run() async throws {
        // First of all: the C library takes the figures only while there is one thread.
        Memory.settle()
        let configuration = try checkedConfiguration()
        let level = try checkedLogLevel()
        let output = ServerOutput.standard()
        LoggingSystem.bootstrap { QueuedLogHandler(label: $0, level: level, writer: output.log) }
        // Lines wait in a queue so that no request waits for a terminal; the last ones are written before the process
        // ends.
        defer { output.finish() }
        do {
            try await SamspilServer.run(configuration, output: output)
        } catch {
            throw Failure.exit(for: error) { output.log.say($0) }
        }
    }

    /// The parser would accept the enum itself, but then ends with a message of its own making.
    private func checkedLogLevel() throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw Failure.setting(
                "--log-level", logLevel, "one of " + Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return level
    }

    /// Flags and environment as one value. Neither paths nor the address are tried here: that is the start's.
    ///
    /// - Throws: ``Failure``'s error with status 64 and the name of the first setting that is wrong.
    private func checkedConfiguration() throws -> Configuration {
        var configuration = Configuration()
        guard !host.isEmpty else { throw Failure.setting("--host", host, "an address such as 127.0.0.1") }
        guard (0...65535).contains(port) else { throw Failure.setting("--port", "\(port)", "a number from 0 to 65535") }
        configuration.host = host
        configuration.port = port
        configuration.dataDirectory = data.directory
        configuration.templatesDirectory = templates.directory
        configuration.webDirectory = webDirectory
        // Where pandoc and weasyprint are looked for: handed on as a value, so that a test can run without them.
        if let path = ProcessInfo.processInfo.environment["PATH"] {
            configuration.programDirectories = path.split(separator: ":").map(String.init)
        }
        configuration.publicURL = try publicURL.map(checkedPublicURL)
        configuration.trustedProxies = trustedProxies
        configuration.imports = imports
        configuration.adminToken = try ProcessInfo.processInfo.environment["SAMSPIL_ADMIN_TOKEN"].map(checkedToken)
        // The administrator's link is a secret: printed where a person looks, never into a log that is collected.
        configuration.isTerminal = isatty(STDOUT_FILENO) == 1
        configuration.limits = try limits.checked(environment: ProcessInfo.processInfo.environment)
        // One without the other would start a server that speaks plain HTTP to people who expect TLS.
        switch (certificate, key) {
        case (nil, nil): break
        case (let certificate?, let key?): configuration.certificate = (certificate, key)
        case (nil, _): throw Failure.setting("--certificate", "", "a PEM file, together with --key")
        case (_, nil): throw Failure.setting("--key", "", "a PEM file, together with --certificate")
        }
        return configuration
    }

    /// An origin (RFC 6454) without its trailing slash, as links and the `Origin` check compare it.
    ///
    /// A path would be accepted by a browser but the page asks for `/api` at the root: refused here, where it can be
    /// mended.
    private func checkedPublicURL(_ text: String) throws -> String {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let url = URL(string: trimmed), let scheme = url.scheme, ["http", "https"].contains(scheme),
            let host = url.host, !host.isEmpty, url.path.isEmpty, url.query == nil, url.fragment == nil
        else {
            throw Failure.setting("--public-url", text, "an origin such as https://samspil.example.dk, without a path")
        }
        return trimmed
    }

    /// The administrator's token as it may stand in a link's fragment without being escaped. Sixteen characters at
    /// least: below that the guess limits of ``AccessLimits`` alone would have to hold.
    private func checkedToken(_ token: String) throws -> String {
        let isAllowed = token.utf8.allSatisfy { byte in
            let letter = UnicodeScalar(byte)
            return letter.properties.isAlphabetic && letter.isASCII || letter.properties.numericType != nil
                || letter == "-" || letter == "_"
        }
        guard (16...256).contains(token.utf8.count), isAllowed else {
            // The value itself is a secret and stays out of the message.
            throw Failure.setting(
                "SAMSPIL_ADMIN_TOKEN", "the value given", "16 to 256 letters, digits, '-' and '_'")
        }
        return token
    }
}

/// How the C library keeps memory for this process.
enum Memory {
    /// Blocks from here are mapped by themselves, and given back to the system when they are freed.
    private static let mappedBytes: Int32 = 256 << 10
    /// Threads share so many heaps: each keeps what it once had.
    private static let heaps: Int32 = 4

    /// The library's own rule raises the first figure with each large block that is freed: what was held once, a
    /// thousand half messages or a large document, then stays with the process. Before any other thread begins.
    static func settle() {
        _ = mallopt(M_MMAP_THRESHOLD, mappedBytes)
        _ = mallopt(M_ARENA_MAX, heaps)
    }
}
