import CRDT
package import Facilitation
import SyncProtocol
import Transport

/// Who is in a document room, as the others are told: Yjs's awareness, in which a connection speaks only for the
/// clients it introduced, and is who its seat says, whatever its page says.
@ServiceLoop
struct Presence {
    private var states: AwarenessStates

    init(limits: AwarenessLimits) {
        states = AwarenessStates(limits: limits)
    }

    /// Everybody who is here, as the payload of an awareness message; nil where nobody is.
    var everybody: [UInt8]? { states.encodedAll()?.encoded() }

    /// Takes what a connection says of its clients.
    ///
    /// - Parameter isSamePerson: whether the connection with this id is the same person's as `subscriber`.
    mutating func take(
        _ update: AwarenessUpdate, from subscriber: Subscriber, at now: ContinuousClock.Instant,
        isSamePerson: (UInt64) -> Bool
    ) -> AwarenessStates.Outcome {
        let update = subscriber.access.presented.map { update.presenting($0.value) } ?? update
        // Who comes back on a new connection, before the old one is known to be gone, goes on as the same client.
        if subscriber.access.person != nil {
            for entry in update.entries where states.isNews(entry) {
                guard let owner = states.owner(of: entry.clientID), owner != subscriber.peer.id, isSamePerson(owner)
                else { continue }
                states.transfer(from: owner, to: subscriber.peer.id)
            }
        }
        return states.apply(update, from: subscriber.peer.id, at: now)
    }

    /// - Returns: what to tell the others; nil where the connection had introduced nobody.
    mutating func remove(_ connection: UInt64) -> AwarenessUpdate? { states.removeAll(of: connection) }

    /// Clears people who have not been heard of for 30 seconds (y-protocols `outdatedTimeout`).
    ///
    /// - Returns: what to tell everybody: who is gone, and in one message who else is still here, since clients forget
    ///   those they hear nothing of for as long.
    mutating func tidy(at now: ContinuousClock.Instant) -> (gone: AwarenessUpdate?, here: AwarenessUpdate?) {
        (states.removeOutdated(at: now), states.takeHeartbeats())
    }
}

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
