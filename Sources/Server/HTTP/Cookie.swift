import Application
import HTTPTypes

/// The page's cookie: HttpOnly, so that no script reads it, and SameSite=Strict, so that no other site sends it
/// (RFC 6265bis section 5.6.7).
enum Cookie {
    /// Part of the interface: the OpenAPI description names it, and a renamed one would sign everybody out.
    static let name = "samspil"

    /// Thirty days: a development week and the days after it. A browser that came in by a link is signed out then, also
    /// where something kept the cookie longer.
    static let lifetimeMilliseconds: Int64 = 2_592_000_000

    /// A `Set-Cookie` value that keeps the token for ``lifetimeMilliseconds``.
    static func set(token: String, secure: Bool) -> String {
        "\(name)=\(token); Path=/; HttpOnly; SameSite=Strict; Max-Age=\(lifetimeMilliseconds / 1000)"
            + (secure ? "; Secure" : "")
    }

    /// A `Set-Cookie` value that removes it.
    static func clear(secure: Bool) -> String {
        "\(name)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" + (secure ? "; Secure" : "")
    }

    /// The token in a request's `Cookie` fields (RFC 6265 section 4.2.1).
    static func token(in fields: HTTPFields) -> String? {
        for value in fields[values: .cookie] {
            for pair in value.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0].trimmingPrefix(while: { $0 == " " }) == name { return String(parts[1]) }
            }
        }
        return nil
    }
}
