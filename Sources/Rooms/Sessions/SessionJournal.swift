import Facilitation
import Planning
import Storage

/// What a session keeps of its past beside its state: the last events, and how much there is of what.
struct SessionJournal: Sendable {
    /// The last events, for those who come back.
    private(set) var tail: JournalTail
    /// Of the state that is stored in the place of older events; 0 where there is none.
    private(set) var snapshotBytes: Int
    private(set) var eventsSinceSnapshot = 0
    private(set) var bytesSinceSnapshot = 0
    /// Whether something happened that this version knows nothing of: a state without it must not take its place.
    private(set) var hasUnknownEvents = false

    init(after snapshot: SessionSnapshot?, limits: RoomLimits) {
        tail = JournalTail(after: snapshot?.completeAfter ?? 0, limits: limits)
        snapshotBytes = snapshot?.document.utf8.count ?? 0
    }

    /// Bytes of JSON that the session holds at most.
    var heldBytes: Int { snapshotBytes + bytesSinceSnapshot }

    /// Whether so much has happened that the state should take the place of its events.
    func isLong(_ limits: RoomLimits) -> Bool {
        eventsSinceSnapshot >= limits.updatesBeforeSnapshot
            || bytesSinceSnapshot >= max(limits.bytesBeforeSnapshot, snapshotBytes / 2)
    }

    /// The same before the session is let go of, unless its events are soon read.
    func isWorthASnapshot(_ limits: RoomLimits) -> Bool {
        eventsSinceSnapshot >= limits.updatesBeforeSnapshot / 10
    }

    /// - Parameter isInSnapshot: whether the stored state has what came of it.
    mutating func append(_ entry: JournalEntry, of event: SessionEvent, bytes: Int, isInSnapshot: Bool = false) {
        tail.append(entry)
        guard !isInSnapshot else { return }
        eventsSinceSnapshot += 1
        bytesSinceSnapshot += bytes
        if event.isUnheardOf { hasUnknownEvents = true }
    }

    /// A state has taken the place of all that `former` held.
    mutating func replaced(_ former: SessionJournal, by document: String) {
        snapshotBytes = document.utf8.count
        eventsSinceSnapshot -= former.eventsSinceSnapshot
        bytesSinceSnapshot -= former.bytesSinceSnapshot
    }
}

extension SessionEvent {
    /// Of a kind that this version knows nothing of. One of which nothing is left is none.
    fileprivate var isUnheardOf: Bool {
        guard case .unknown(let kind) = self else { return false }
        return kind != EventRedaction.kind
    }
}

/// The last events of a session, for those who were away for a moment. What happened before is in the state.
struct JournalTail: Sendable {
    private var entries: [JournalEntry] = []
    /// Where the first that is kept stands; those before it are dropped some hundred at a time.
    private var first = 0
    private var bytes = 0
    private let limits: RoomLimits
    /// Every event after this one is here.
    private(set) var begin: Int64

    /// - Parameter begin: the event before the first that will be added.
    init(after begin: Int64, limits: RoomLimits) {
        self.begin = begin
        self.limits = limits
    }

    mutating func append(_ entry: JournalEntry) {
        entries.append(entry)
        bytes += entry.size
        while first < entries.count, entries.count - first > limits.tailEvents || bytes > limits.tailBytes {
            bytes -= entries[first].size
            begin = entries[first].sequence
            first += 1
        }
        guard first >= 512 || first == entries.count else { return }
        entries.removeFirst(first)
        first = 0
    }

    /// Those after `sequence`, oldest first; nil when some of them are no longer here.
    func entries(after sequence: Int64) -> ArraySlice<JournalEntry>? {
        guard sequence >= begin else { return nil }
        let kept = entries[first...]
        return kept.dropFirst(kept.countBefore { $0.sequence > sequence })
    }

    /// Those after `sequence`, unless they are more than are worth sending one by one.
    func few(after sequence: Int64) -> ArraySlice<JournalEntry>? {
        guard let missed = entries(after: sequence), missed.count <= limits.missedEvents else { return nil }
        return missed.reduce(0) { $0 + $1.size } <= limits.missedBytes ? missed : nil
    }
}

extension ArraySlice<JournalEntry> {
    /// How many stand before the first for which `holds` is true, as it then is for all after it.
    fileprivate func countBefore(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low - startIndex
    }
}

/// An event that happened, as it goes out: the stored text for everybody, or, where something in it is private, a text
/// for each audience.
struct JournalEntry: Sendable {
    let sequence: Int64
    private let at: Int64
    private let stored: String
    private let sealed: Sealed?

    /// Bytes of the text as stored, with what stands around it.
    var size: Int { stored.utf8.count + 64 }

    private struct Sealed {
        let owner: String
        let leading: String
        let others: String
    }

    init(_ event: SessionEvent, record: EventRecord) {
        sequence = record.sequence
        at = record.at
        stored = record.json
        sealed = event.owner.map { owner in
            Sealed(
                owner: owner, leading: Self.text(event.shown(to: .leading)), others: Self.text(event.shown(to: .others))
            )
        }
    }

    /// Which of the texts is this person's. Everybody is one of the others where nothing is private.
    func audience(of actor: Actor) -> Audience {
        Audience(of: actor, owner: sealed?.owner)
    }

    /// The message as it is sent.
    func message(for audience: Audience) -> String {
        let json =
            switch (sealed, audience) {
            case (nil, _), (_, .owner): stored
            case (let sealed?, .leading): sealed.leading
            case (let sealed?, .others): sealed.others
            }
        return SessionMessage.event(sequence: sequence, at: at, json: json)
    }

    /// Never the stored text where that is private: an event that does not encode is told by its kind.
    private static func text(_ event: SessionEvent) -> String {
        (try? CanonicalJSON.encode(event)).map { String(decoding: $0, as: UTF8.self) }
            ?? "{\"kind\":\"\(event.kind)\"}"
    }
}
