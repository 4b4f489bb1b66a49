import Application
import Facilitation
import Foundation
import Storage

/// The administrator's token: from the environment, or a new one at each start. Only its hash is kept.
///
/// A token from the environment is never printed: whoever set it has it. A generated one is announced once, see
/// ``AdministratorLink``.
enum AdministratorToken {
    /// The hash of the environment's token, so that changing it there takes the old one's power.
    private static let setting = "administratorTokenHash"
    /// How long a link that was printed works, and a browser that used it stays signed in: thirty days.
    private static let lifetimeMilliseconds: Int64 = 30 * 24 * 60 * 60 * 1000

    /// Makes sure the token has its grant.
    ///
    /// - Parameter configured: the environment's token, which does not expire.
    /// - Returns: the token, for the link that is printed.
    static func establish(_ configured: String?, in storage: any Storage, now: Int64) async throws -> String {
        let token = configured ?? Token.make()
        let hash = Token.hash(token)
        let isConfigured = configured != nil
        try await storage.write { writer in
            let kept = try writer.setting(setting).flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) }
            // What was configured before holds no longer, whether it was changed or taken out of the environment.
            if let kept, !isConfigured || kept != hash { try writer.revokeGrants(tokenHash: kept, at: now) }
            try writer.setSetting(setting, to: isConfigured ? Data(hash).base64EncodedString() : nil)
            let holds = try writer.grants(tokenHash: hash).contains { grant in
                grant.role == .administrator && grant.isValid(at: now)
            }
            // Each start finds the grant of the start before: one is enough.
            if holds { return }
            try writer.insertGrant(
                GrantRecord(
                    tokenHash: hash, role: .administrator, createdAt: now,
                    expiresAt: isConfigured ? nil : now + lifetimeMilliseconds))
        }
        return token
    }
}
