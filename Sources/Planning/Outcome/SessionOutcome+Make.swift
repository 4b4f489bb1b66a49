package import Foundation

extension SessionOutcome {
    /// Gathers a session's outcome from the week and what its models say now. Pure: the same input gives the same
    /// outcome.
    /// - Parameters:
    ///   - models: every model of the week, in the week's order.
    ///   - present: who joined, by party and function; those whom the week's document names are added.
    /// - Returns: nil when the week has no such session.
    package static func make(
        sessionId: String, week: Week, models: [ModelState], definitions: FieldDefinitions,
        present: [(party: Party, function: String)] = []
    ) -> SessionOutcome? {
        let week = week.applying(models, definitions: definitions)
        guard let session = week.session(sessionId) else { return nil }
        return OutcomeBuilder(session: session, words: FieldWords(week: week, definitions: definitions))
            .outcome(models: models.filter { $0.sessionId == sessionId }, present: present)
    }

    /// The outcome as JSON, keys sorted.
    package func jsonData() throws -> Data {
        try CanonicalJSON.encode(self)
    }
}
