import CRDT
package import Facilitation

/// Who the others in a model are told somebody is: what their seat says, whatever their page says of itself.
package struct PresentedPerson: Sendable {
    /// The member `user` of an awareness state, as pages and editors for Yjs read it.
    let value: Value

    /// - Parameters:
    ///   - name: as given at the door; `nil` for who came by a link without one, and is called by the role.
    ///   - participantID: empty words where there is none, as the page has it.
    package init(role: Role, name: String?, participantID: String?, party: String?) {
        value = .object([
            "participantId": .string(participantID ?? ""), "name": .string(name ?? Self.word(for: role)),
            "role": .string(role.rawValue), "unitId": .string(party ?? ""),
        ])
    }

    /// In Danish, as names are.
    private static func word(for role: Role) -> String {
        switch role {
        case .administrator: "Administrator"
        case .facilitator: "Facilitator"
        case .participant: "Deltager"
        case .observer: "Observatør"
        case .leader: "Leder"
        }
    }
}
