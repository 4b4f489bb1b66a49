import Application
import HTTPTypes

/// What every response says to the browser about what the page may do: nothing but talk to this server.
enum SecurityHeaders {
    /// Content Security Policy Level 3 with Trusted Types: no inline script or style, no other host, no frame, and
    /// no text that becomes markup. The page's one policy, `samspil`, names the script of its service worker.
    static let contentSecurityPolicy = [
        "default-src 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'self'", "frame-ancestors 'none'",
        "img-src 'self' data:", "require-trusted-types-for 'script'", "trusted-types samspil",
    ].joined(separator: "; ")

    /// - Parameter isSecure: whether people come in over TLS, also where a proxy speaks it; only then may a browser be
    ///   told to refuse anything else for a year.
    static func add(to fields: inout HTTPFields, isSecure: Bool) {
        fields[.contentSecurityPolicy] = contentSecurityPolicy
        fields[.xContentTypeOptions] = "nosniff"
        for (name, value) in others { fields[name] = value }
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
    }

    /// Names that HTTPTypes has no constant for. `compactMap`, since only a name with a forbidden character is nil.
    private static let others: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
