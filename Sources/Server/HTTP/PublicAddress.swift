import Application

/// The address that people reach the server at, and what stands on paper and in mails of it.
package struct PublicAddress: Sendable {
    /// Without a trailing slash.
    private let url: String

    init(_ url: String) { self.url = url }

    var isSecure: Bool { url.hasPrefix("https://") }

    /// Where a QR code leads.
    func joinURL(_ code: String) -> String { "\(url)/k/\(code)" }

    /// A personal link. The token is behind a `#`: browsers send that to nobody.
    func signInURL(_ token: String) -> String { "\(url)/log-ind#\(token)" }
}
