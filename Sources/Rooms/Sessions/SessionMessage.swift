import Facilitation
import Planning
package import Storage

/// What the server says on a session's WebSocket, one JSON text message each.
enum SessionMessage: Encodable {
    struct You: Codable {
        let role: Role
        let participantId, unitId, externalId, function: String?
    }

    case welcome(sequence: Int64, now: Int64, you: You)
    /// The people connected, by participant id, for who joins.
    case presence([String])
    /// Who came and who left since.
    case presenceChange(came: [String], left: [String])
    case participant(ShownPerson)
    case model(ModelSummary)
    case accepted(id: String, sequence: Int64)
    case refused(id: String, code: String, reason: String, reasonEn: String)
    case pong(now: Int64)
    /// Whether the server can save; while it cannot, everybody only reads.
    case storage(works: Bool)
    /// How many said what by one press, in the last moment.
    case reactions([Reaction: Int])
    /// Who waits to be let in, the first of them, and how many there are; for those who lead.
    case door([ShownKnock], count: Int)
    /// Whose names are known no more, by participant id.
    case namesDeleted([String])

    private enum Key: String, CodingKey {
        case type, seq, now, you, present, came, left, participant, model, id, code, reason, reasonEn, works, waiting,
            counts, count
        case participants
    }

    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        switch self {
        case .welcome(let sequence, let now, let you):
            try members.encode("welcome", forKey: .type)
            try members.encode(sequence, forKey: .seq)
            try members.encode(now, forKey: .now)
            try members.encode(you, forKey: .you)
        case .presence(let present):
            try members.encode("presence", forKey: .type)
            try members.encode(present, forKey: .present)
        case .presenceChange(let came, let left):
            try members.encode("presenceChange", forKey: .type)
            try members.encode(came, forKey: .came)
            try members.encode(left, forKey: .left)
        case .participant(let person):
            try members.encode("participant", forKey: .type)
            try members.encode(person, forKey: .participant)
        case .model(let model):
            try members.encode("model", forKey: .type)
            try members.encode(model, forKey: .model)
        case .accepted(let id, let sequence):
            try members.encode("accepted", forKey: .type)
            try members.encode(id, forKey: .id)
            try members.encode(sequence, forKey: .seq)
        case .refused(let id, let code, let reason, let reasonEn):
            try members.encode("refused", forKey: .type)
            try members.encode(id, forKey: .id)
            try members.encode(code, forKey: .code)
            try members.encode(reason, forKey: .reason)
            try members.encode(reasonEn, forKey: .reasonEn)
        case .pong(let now):
            try members.encode("pong", forKey: .type)
            try members.encode(now, forKey: .now)
        case .storage(let works):
            try members.encode("storage", forKey: .type)
            try members.encode(works, forKey: .works)
        case .reactions(let counts):
            try members.encode("reactions", forKey: .type)
            let named = counts.map { ($0.key.rawValue, $0.value) }
            try members.encode(Dictionary(uniqueKeysWithValues: named), forKey: .counts)
        case .door(let waiting, let count):
            try members.encode("door", forKey: .type)
            try members.encode(waiting, forKey: .waiting)
            try members.encode(count, forKey: .count)
        case .namesDeleted(let ids):
            try members.encode("namesDeleted", forKey: .type)
            try members.encode(ids, forKey: .participants)
        }
    }

    /// The message as JSON text. Only strings, numbers and booleans go in, which always encode.
    var text: String {
        (try? CanonicalJSON.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// A stored event as it goes out: the stored text itself, so that a kind this version does not know keeps its
    /// members.
    static func event(sequence: Int64, at: Int64, json: String) -> String {
        "{\"at\":\(at),\"event\":\(json),\"seq\":\(sequence),\"type\":\"event\"}"
    }
}

/// Somebody who takes part in a session, or waits at its door, as others see them.
package struct ShownPerson: Codable, Sendable {
    let id, displayName, function: String
    let unitId, externalId: String?

    package init(_ record: ParticipantRecord) {
        (id, displayName, function) = (record.id, record.displayName, record.function)
        (unitId, externalId) = (record.unitID, record.externalID)
    }
}

/// Somebody at the door, as those who lead see them.
package struct ShownKnock: Codable, Sendable {
    let knockId: String
    let person: ShownPerson

    init(_ knock: Knock) {
        knockId = knock.id
        person = ShownPerson(knock.participant)
    }
}
