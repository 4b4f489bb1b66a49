import Application
import Crypto
import Foundation

/// Bearer tokens: 256 random bits, shown once, kept only as their SHA-256.
package enum Token {
    /// A new token: 43 characters of base64url (RFC 4648 section 5).
    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What is stored and compared. A fast hash is right here: a token is not a password, nobody can guess one.
    package static func hash(_ token: String) -> [UInt8] {
        [UInt8](SHA256.hash(data: Data(token.utf8)))
    }
}
