extension Week {
    /// What a session has decided since the week was stored, as the interchange document has it.
    package struct SessionNews: Sendable {
        /// Parked and not dealt with.
        package var parkedItems: [JSONValue]
        /// The agenda, where the session has changed it.
        package var phases: [JSONValue]?

        package init(parkedItems: [JSONValue] = [], phases: [JSONValue]? = nil) {
            self.parkedItems = parkedItems
            self.phases = phases
        }
    }

    /// The same week with what its sessions have decided since: what they parked stands after what they came with.
    ///
    /// - Parameter news: by session.
    package func taking(_ news: [String: SessionNews]) -> Week {
        var document = source
        document["sessions"] = .array(
            document.elements("sessions").map { session in
                guard let news = news[session["id"]?.string ?? ""] else { return session }
                return Self.session(session, taking: news)
            })
        return document == source ? self : Week(stored: document)
    }

    private static func session(_ session: JSONValue, taking news: SessionNews) -> JSONValue {
        var session = session
        if !news.parkedItems.isEmpty {
            session["parkedItems"] = .array(session.elements("parkedItems") + news.parkedItems)
        }
        if let phases = news.phases { session["phases"] = .array(phases) }
        return session
    }
}
