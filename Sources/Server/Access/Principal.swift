package import Facilitation
package import Storage

/// Who makes a request: everything a token was given, and nothing else about the person.
package struct Principal: Sendable {
    /// SHA-256 of the token.
    package let tokenHash: [UInt8]
    package let grants: [GrantRecord]

    package var isAdministrator: Bool { grants.contains { $0.role == .administrator } }

    /// The strongest role in a session; a leader of the week looks on. `nil` for a stranger.
    package func role(inSession sessionID: String, ofWeek weekID: String) -> Role? {
        if isAdministrator { return .administrator }
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

    /// Whether the person leads `unitID` in the week.
    package func leads(unit unitID: String, inWeek weekID: String) -> Bool {
        grants.contains { $0.role == .leader && $0.weekID == weekID && $0.unitID == unitID }
    }
}
