/// A week's document taken apart the way it is kept: the week, every session and every model by itself, so that one
/// can be changed without writing the others.
package struct StoredWeek: Sendable, Hashable {
    /// The document without its sessions' and models' contents.
    package var week: JSONValue
    /// In the document's order.
    package var sessions: [JSONValue]
    package var models: [JSONValue]

    /// - Parameters: each as its row holds it, sessions and models in the order of their positions.
    package init(week: JSONValue, sessions: [JSONValue], models: [JSONValue]) {
        self.week = week
        self.sessions = sessions
        self.models = models
    }

    /// A list that was there is left empty, so that joining knows that it was.
    package init(splitting document: JSONValue) {
        var week = document
        sessions = document.elements("sessions")
        models = document.elements("models")
        if week["sessions"]?.array != nil { week["sessions"] = [] }
        if week["models"]?.array != nil { week["models"] = [] }
        self.week = week
    }

    /// The document again. What was split and not changed gives exactly what was split.
    package func joined() -> JSONValue {
        var document = week
        if !sessions.isEmpty { document["sessions"] = .array(sessions) }
        if !models.isEmpty { document["models"] = .array(models) }
        return document
    }
}
