/// A browser that came in by a personal link. It keeps a token of its own, which holds what the link holds for as long as
/// the link does, and can be ended without it.
package struct SignInRecord: Sendable, Hashable {
    /// SHA-256 of the token that the browser keeps.
    package var tokenHash: [UInt8]
    /// SHA-256 of the link's token.
    package var linkHash: [UInt8]
    /// Roughly which, such as `Firefox, Windows`, so that people know it again; empty where it did not say. No address.
    package var browser: String
    /// Milliseconds since 1970, as the next.
    package var firstUsedAt: Int64
    package var lastUsedAt: Int64

    package init(tokenHash: [UInt8], linkHash: [UInt8], browser: String, firstUsedAt: Int64, lastUsedAt: Int64) {
        self.tokenHash = tokenHash
        self.linkHash = linkHash
        self.browser = browser
        self.firstUsedAt = firstUsedAt
        self.lastUsedAt = lastUsedAt
    }
}
