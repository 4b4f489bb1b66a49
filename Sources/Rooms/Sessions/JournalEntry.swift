import Facilitation
import Foundation
import Storage

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
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(event)).map { String(decoding: $0, as: UTF8.self) }
            ?? "{\"kind\":\"\(event.kind)\"}"
    }
}
