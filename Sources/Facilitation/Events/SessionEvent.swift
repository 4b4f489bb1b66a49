/// An event as it is stored and sent: an object with `kind`, and the event's members beside it.
package enum SessionEvent: Sendable {
    case known(any Event)
    /// An event of a kind this version does not know, by its word: a newer one may have written it. It changes nothing.
    /// Its other members are not kept: whoever passes events on passes on the stored text.
    case unknown(kind: String)

    package init(_ event: any Event) {
        self = .known(event)
    }

    /// The word that names this event on the wire and in the database.
    package var kind: String {
        switch self {
        case .known(let event): type(of: event).kind
        case .unknown(let kind): kind
        }
    }

    /// ``Event/isHistory``; what nobody knows is kept.
    package var isHistory: Bool {
        switch self {
        case .known(let event): type(of: event).isHistory
        case .unknown: true
        }
    }

    /// ``Event/isTakenWhenFull``
    package var isTakenWhenFull: Bool {
        switch self {
        case .known(let event): type(of: event).isTakenWhenFull
        case .unknown: false
        }
    }

    /// ``Event/modelsChanged``
    package var modelsChanged: ModelsChanged {
        switch self {
        case .known(let event): event.modelsChanged
        case .unknown: .none
        }
    }

    /// ``Event/owner``
    package var owner: String? {
        switch self {
        case .known(let event): event.owner
        case .unknown: nil
        }
    }

    /// The event as this audience may see it.
    package func shown(to audience: Audience) -> SessionEvent {
        switch self {
        case .known(let event): .known(event.shown(to: audience))
        case .unknown: self
        }
    }
}

extension SessionEvent: Codable {
    private enum CodingKeys: CodingKey { case kind }

    /// - Throws: `DecodingError` when a known kind lacks a member or has one of another type.
    package init(from decoder: any Decoder) throws {
        let kind = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .kind)
        guard let type = EventRegistry.type(of: kind) else { self = .unknown(kind: kind); return }
        self = .known(try type.init(from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(kind, forKey: .kind)
        if case .known(let event) = self { try event.encode(to: encoder) }
    }
}

extension SessionEvent: Hashable {
    package static func == (one: SessionEvent, other: SessionEvent) -> Bool {
        switch (one, other) {
        case (.known(let one), .known(let other)): AnyHashable(one) == AnyHashable(other)
        case (.unknown(let one), .unknown(let other)): one == other
        case (.known, .unknown), (.unknown, .known): false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .known(let event): event.hash(into: &hasher)
        case .unknown(let kind): kind.hash(into: &hasher)
        }
    }
}

/// An event with its place and time, as stored.
package struct RecordedEvent: Sendable, Hashable {
    /// Counts from 1 within the session, without gaps.
    package var sequence: Int64
    /// Milliseconds since 1970, by the server.
    package var at: Int64
    package var event: SessionEvent

    package init(sequence: Int64, at: Int64, event: SessionEvent) {
        self.sequence = sequence
        self.at = at
        self.event = event
    }
}
