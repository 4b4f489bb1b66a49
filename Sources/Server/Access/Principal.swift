import Application
package import Facilitation
package import Storage

/// The caller of a request: every grant that the token has, and nothing else about the person.
package struct Principal: Sendable {
    /// SHA-256 of the token.
    package let tokenHash: [UInt8]
    /// SHA-256 of the link that the token's browser came in by; nil for a token that is one itself, or came by a code.
    package let linkHash: [UInt8]?
    /// Those that hold now: expired and revoked ones are not among them.
    package let grants: [GrantRecord]

    /// For a token that a sign-in has just made; requests look theirs up by `find`.
    package init(tokenHash: [UInt8], linkHash: [UInt8]? = nil, grants: [GrantRecord]) {
        self.tokenHash = tokenHash
        self.linkHash = linkHash
        self.grants = grants
    }

    /// What holds of a token at `now`, in milliseconds since 1970: what it was given itself, and what the link holds
    /// that its browser came in by. Nil when that is nothing.
    static func find(_ hash: [UInt8], in reader: any StorageReader, at now: Int64) throws -> Principal? {
        let signIn = try reader.signIn(tokenHash: hash)
        // A browser that keeps its cookie for longer than we asked is signed out all the same.
        let link = signIn.flatMap { now < $0.firstUsedAt + Cookie.lifetimeMilliseconds ? $0.linkHash : nil }
        let linked = try link.map { try reader.grants(tokenHash: $0) } ?? []
        let grants = (linked + (try reader.grants(tokenHash: hash))).filter { $0.isValid(at: now) }
        return grants.isEmpty ? nil : Principal(tokenHash: hash, linkHash: link, grants: grants)
    }

    /// The same for every browser that came in by one link: what one of them begins another goes on with.
    package var personHash: [UInt8] { linkHash ?? tokenHash }

    /// Holds for every week, so it is looked for in no particular one.
    package var isAdministrator: Bool { grants.contains { $0.role == .administrator } }

    /// The strongest role in a session; a leader of the week looks on. `nil` for a stranger.
    package func role(inSession sessionID: String, ofWeek weekID: String) -> Role? {
        if isAdministrator { return .administrator }
        // A grant without a session is for all sessions of its week.
        let here = grants.filter { $0.sessionID == sessionID || ($0.sessionID == nil && $0.weekID == weekID) }
        return [Role.facilitator, .participant, .leader, .observer].first { role in
            here.contains { $0.role == role }
        }
    }

    /// Every role somewhere in a week.
    package func roles(inWeek weekID: String) -> Set<Role> {
        if isAdministrator { return [.administrator] }
        return Set(grants.filter { $0.weekID == weekID }.map(\.role))
    }

    /// The grant of having joined a session as a person.
    package func participation(in sessionID: String) -> GrantRecord? {
        grants.last { $0.sessionID == sessionID && $0.participantID != nil }
    }

    /// Whether somebody who leads a session may see and take back a grant. A leader's is the administrator's.
    func mayManage(_ grant: GrantRecord, inSession sessionID: String) -> Bool {
        isAdministrator || grant.sessionID == sessionID
    }

    /// Whether a grant is the caller's own.
    func holds(_ grant: GrantRecord) -> Bool { grant.tokenHash == tokenHash || grant.tokenHash == linkHash }

    /// Whether the person leads `unitID` in the week.
    package func leads(unit unitID: String, inWeek weekID: String) -> Bool {
        grants.contains { $0.role == .leader && $0.weekID == weekID && $0.unitID == unitID }
    }
}
