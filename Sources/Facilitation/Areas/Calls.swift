// Everybody's attention: a call to one place, and a word to all.

/// Everybody is asked to one place: what ``CallTogether`` asks for, ``CalledTogether`` says and the state keeps.
package struct Call: Sendable, Hashable, Codable {
    /// Whether those who are called may go elsewhere.
    package enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
        /// Everybody is shown the way, and may leave again.
        case summon
        /// Everybody follows until they are released.
        case takeAlong
    }

    package var mode: Mode
    /// nil is the session's own page.
    package var modelId: String?

    package init(mode: Mode, modelId: String? = nil) {
        self.mode = mode
        self.modelId = modelId
    }
}

/// A short message to everybody, also those in groups; an empty one takes the last away.
package struct Announcement: Sendable, Hashable, Codable {
    package var text: String

    package init(text: String) {
        self.text = text
    }
}

// MARK: Commands

/// Calls everybody to one place.
package struct CallTogether: PageCommand, Carrier {
    package static let kind = "callTogether"
    package static let roles = Permissions.leading
    package let content: Call

    package init(_ content: Call) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        if let modelID = content.modelId { _ = try decision.model(modelID) }
        return decision.state.call == content ? [] : [CalledTogether(content)]
    }
}

/// Lets those who were called go where they like.
package struct Release: PageCommand {
    package static let kind = "release"
    package static let roles = Permissions.leading

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        decision.state.call == nil ? [] : [Released()]
    }
}

/// Says something to everybody, wherever they are in the session.
package struct SayToAll: PageCommand, Carrier {
    package static let kind = "sayToAll"
    package static let roles = Permissions.leading
    package let content: Announcement

    package init(_ content: Announcement) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        try decision.checkText(content.text, "text", upTo: SessionLimits.noteBytes, required: false)
        return decision.state.announcement == content ? [] : [SaidToAll(content)]
    }
}

// MARK: Events

/// Everybody is asked to one place, until they are released or the session ends.
package struct CalledTogether: ToldToAll, Carrier {
    package static let kind = "calledTogether"
    package static let isHistory = false
    package static let isTakenWhenFull = false
    package let content: Call

    package init(_ content: Call) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.call = content
    }
}

/// Nobody is asked to any place.
package struct Released: ToldToAll {
    package static let kind = "released"
    package static let isHistory = false
    package static let isTakenWhenFull = true

    package func apply(to state: inout SessionState, at: Int64) {
        state.call = nil
    }
}

/// Something was said to everybody.
package struct SaidToAll: ToldToAll, Carrier {
    package static let kind = "saidToAll"
    package static let isHistory = false
    package static let isTakenWhenFull = false
    package let content: Announcement

    package init(_ content: Announcement) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.announcement = content.text.isEmpty ? nil : content
    }
}
