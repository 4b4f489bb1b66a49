/// Something that was decided in a session; one type for each. Events are stored before anyone hears of them, are never
/// changed, and are all a ``SessionState`` is made of.
///
/// Times are not inside: the record that holds the event has one, and every duration is in milliseconds from it. The
/// JSON is an object with `kind` and the event's members, which are spelled as on the wire; journals outlive the program,
/// so a member that is added has to be optional. An event stands in its area's file (`Areas/`), says whom it is told to
/// by being ``ToldToAll`` or by saying what each ``Audience`` sees of it, and has a row in ``EventRegistry``.
package protocol Event: Codable, Sendable, Hashable {
    /// The word that names it on the wire and in the database.
    static var kind: String { get }
    /// Whether it is kept as history once a later state holds what came of it: who decided what, and when. What is only
    /// a step on the way (a hand, a word taken back, a minute more) is in the state, and is not kept.
    static var isHistory: Bool { get }
    /// Whether it can be taken also where a session holds as much as it may: it ends something, or says where people
    /// are, and holds no words.
    static var isTakenWhenFull: Bool { get }
    /// Whose it is, where it is not told to everybody alike; nil where it is. Nobody's is "".
    var owner: String? { get }
    /// The event as this audience may see it.
    func shown(to audience: Audience) -> Self
    /// The models that pages show otherwise than before; none where nothing else is said.
    var modelsChanged: ModelsChanged { get }
    /// Total: what does not fit the state changes nothing.
    ///
    /// - Parameter at: milliseconds since 1970.
    func apply(to state: inout SessionState, at: Int64)
}

/// An event in which nothing is anybody's own: everybody is told all of it.
package protocol ToldToAll: Event {}

extension ToldToAll {
    package var owner: String? { nil }

    package func shown(to audience: Audience) -> Self { self }
}

extension Event {
    package var modelsChanged: ModelsChanged { .none }
}

/// The collaboration models of which an event changed what is shown beside their text.
package enum ModelsChanged: Sendable, Hashable {
    case none
    /// - Parameter keepsVersion: whether the text as it is now is worth a version of its own.
    case one(String, keepsVersion: Bool)
    case all
}

/// Who an event is told to. What people write and vote in private is theirs alone until it is revealed; what is shown
/// to the others depends on nothing but the event itself, so that a replay tells them the same.
package enum Audience: Sendable, Hashable, CaseIterable {
    /// The participant whose it is.
    case owner
    case leading
    case others

    /// What of an event this person is.
    ///
    /// - Parameter owner: whose the event is; nil where nothing in it is private, and everybody is one of the others.
    package init(of actor: Actor, owner: String?) {
        guard let owner else { self = .others; return }
        self = actor.participantID == owner ? .owner : actor.role.leadsSessions ? .leading : .others
    }
}
