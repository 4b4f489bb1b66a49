import Application
import Storage

/// A browser that a link is in use in, as its holder and its maker see it. Neither its token nor an address: enough to
/// recognise one's own, too little to follow somebody.
struct SignInView: Codable {
    /// Roughly which; empty where it did not say.
    let browser: String
    /// Milliseconds since 1970.
    let firstUsedAt, lastUsedAt: Int64
    /// The one that asks.
    let isThis: Bool

    init(_ signIn: SignInRecord, isThis: Bool) {
        browser = signIn.browser
        firstUsedAt = signIn.firstUsedAt
        lastUsedAt = signIn.lastUsedAt
        self.isThis = isThis
    }
}
