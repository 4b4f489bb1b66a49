import Application

/// How the server is set up. Read from flags and the environment by the command line, checked there.
package struct Configuration: Sendable {
    /// The address to listen on.
    package var host = "127.0.0.1"
    /// The port to listen on; 0 lets the system pick one.
    package var port = 8080
    /// The folder the database is in; made when it does not exist.
    package var dataDirectory = "Sessions/data"
    /// The folder with the field definitions and the agendas.
    package var templatesDirectory = "Sessions/templates"
    /// The folder with the bundled page.
    package var webDirectory = "Web/dist"
    /// The folders that converters are looked for in, in order.
    package var programDirectories = ["/usr/local/bin", "/usr/bin", "/bin"]
    /// The address people reach the server at, without a trailing slash. `nil`: the address it listens on.
    package var publicURL: String?
    /// The administrator's token when the environment sets it; otherwise one is made at the first start.
    package var adminToken: String?
    /// Whether the lines that are announced are read on a terminal, by somebody and by nothing else.
    package var isTerminal = false
    /// Certificate chain and private key, PEM files, when the server itself speaks TLS.
    package var certificate: (chain: String, key: String)?
    /// Addresses whose `X-Forwarded-For` is believed.
    package var trustedProxies: [String] = []
    /// Interchange documents to import at the start when their weeks are not there yet.
    package var imports: [String] = []

    /// How much of everything.
    package var limits = ServerLimits()

    /// Serves on this machine alone, from the folders of a checkout: what a first try needs.
    package init() {}
}
