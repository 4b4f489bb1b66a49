extension Week {
    /// What a session has decided since the week was stored, as the interchange document has it.
    package struct SessionNews: Sendable {
        /// Parked and not dealt with.
        package var parkedItems: [JSONValue]
        /// The agenda, where the session has changed it.
        package var phases: [JSONValue]?
        /// How each goal is worked on, and why, where the session has decided that.
        package var levelDecisions: [JSONValue]

        /// What the values mean here, where the session has said so.
        package var values: [JSONValue]?

        package init(
            parkedItems: [JSONValue] = [], phases: [JSONValue]? = nil, levelDecisions: [JSONValue] = [],
            values: [JSONValue]? = nil
        ) {
            self.parkedItems = parkedItems
            self.phases = phases
            self.levelDecisions = levelDecisions
            self.values = values
        }

        /// As the interchange document has it: what was parked has its id in the session only.
        package var withoutItemIds: SessionNews {
            var news = self
            for place in news.parkedItems.indices { news.parkedItems[place]["id"] = nil }
            return news
        }
    }

    /// The same week with what its sessions have decided since: what they parked stands after what they came with,
    /// what they decided of a goal's level in place of what they came with about the same goal.
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
        if !news.levelDecisions.isEmpty {
            let decided = Set(news.levelDecisions.compactMap { $0["goalId"]?.string })
            let kept = session.elements("levelDecisions").filter { !decided.contains($0["goalId"]?.string ?? "") }
            session["levelDecisions"] = .array(kept + news.levelDecisions)
        }
        if let values = news.values { session["values"] = .array(values) }
        return session
    }
}
