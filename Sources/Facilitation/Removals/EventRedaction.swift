package import Planning

/// What stands in the journal in the place of what must not be known any more. The event's number and time stay, so that
/// whoever comes back goes on from the right place; a kind that nobody knows changes nothing.
package enum EventRedaction {
    /// What such an event is: nothing, any more. A state holds all that it says.
    package static let kind = "redacted"
    private static let redacted: JSONValue = ["kind": .string(kind)]

    /// - Returns: nil where the event says nothing of the model.
    package static func removing(model id: String, from event: JSONValue) -> JSONValue? {
        guard event["modelId"]?.string == id, event["kind"]?.string != "modelRemoved" else { return nil }
        return redacted
    }

    /// What somebody said alone goes; what was said for a unit, or shown to all, stays as nobody's.
    ///
    /// - Returns: nil where the event says nothing of the participant.
    package static func removing(participant id: String, from event: JSONValue) -> JSONValue? {
        let kind = event["kind"]?.string
        guard kind != "participantRemoved" else { return nil }
        if event["participantId"]?.string == id, kind != "modelConfirmed" { return redacted }
        let rest = without(id, in: event)
        // Spelt out: a bare `nil` would be JSON's null here.
        return rest == event ? Optional<JSONValue>.none : .some(rest)
    }

    private static func without(_ id: String, in value: JSONValue) -> JSONValue {
        if let elements = value.array {
            return .array(elements.filter { $0.string != id }.map { without(id, in: $0) })
        }
        guard let members = value.object else { return value }
        return .object(members.filter { $0.value.string != id }.mapValues { without(id, in: $0) })
    }
}
