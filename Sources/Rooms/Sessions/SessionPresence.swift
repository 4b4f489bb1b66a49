import Facilitation
import Transport

/// Which participants are connected to a session, and what everybody was told of that: the whole list to whoever joins,
/// and from then on who came and who left, gathered for a moment. In a room of thousands the list is as long as
/// everything else that is sent.
@ServiceLoop
struct SessionPresence {
    /// Connections of each participant who is here.
    private var connections: [String: Int] = [:]
    /// Those of whom everybody was told that they are here.
    private var told: Set<String> = []
    /// The same as a message.
    private var toldMessage: OutboundMessage?
    private var isAnnouncementDue = false

    /// The participants connected at the moment, each once, however many pages they have open.
    var present: [String] { connections.keys.sorted() }

    /// Counts a connection of somebody who came.
    ///
    /// - Returns: whether an announcement has to be scheduled.
    mutating func came(_ person: String?) -> Bool {
        guard let person else { return false }
        connections[person, default: 0] += 1
        return announcementIsDue()
    }

    /// Counts one less of somebody who left.
    ///
    /// - Returns: whether an announcement has to be scheduled.
    mutating func left(_ person: String?) -> Bool {
        guard let person, let count = connections[person] else { return false }
        connections[person] = count > 1 ? count - 1 : nil
        return announcementIsDue()
    }

    private mutating func announcementIsDue() -> Bool {
        defer { isAnnouncementDue = true }
        return !isAnnouncementDue
    }

    /// Everybody who was here when all were told last; what changed since is announced next.
    mutating func listMessage() -> OutboundMessage {
        let message = toldMessage ?? OutboundMessage(text: SessionMessage.presence(told.sorted()).text)
        toldMessage = message
        return message
    }

    /// - Returns: who came and who left since everybody was told last; nil where nobody did.
    mutating func takeChange() -> SessionMessage? {
        isAnnouncementDue = false
        let now = Set(connections.keys)
        let (came, left) = (now.subtracting(told), told.subtracting(now))
        guard !came.isEmpty || !left.isEmpty else { return nil }
        told = now
        toldMessage = nil
        return .presenceChange(came: came.sorted(), left: left.sorted())
    }
}

/// What people say by one press: counted for a moment, told to all as numbers, kept nowhere.
struct ReactionCounts {
    private var counts: [Reaction: Int] = [:]

    /// - Returns: whether it is the first since the numbers were taken.
    mutating func add(_ reaction: Reaction) -> Bool {
        defer { counts[reaction, default: 0] += 1 }
        return counts.isEmpty
    }

    mutating func take() -> [Reaction: Int] {
        defer { counts = [:] }
        return counts
    }
}
