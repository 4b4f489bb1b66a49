/// The agenda as somebody wants it. Payload of `setAgenda`.
package struct AgendaEdit: Sendable, Hashable, Codable {
    package var phases: [AgendaPhase]
    /// ``SessionState/agendaRevision`` of the agenda that was edited, so that of two who edit at once neither undoes
    /// what the other did.
    package var expected: Int64

    package init(phases: [AgendaPhase], expected: Int64) {
        self.phases = phases
        self.expected = expected
    }
}

/// Payload of `agendaSet`.
package struct AgendaSetting: Sendable, Hashable, Codable {
    package var phases: [AgendaPhase]

    package init(phases: [AgendaPhase]) {
        self.phases = phases
    }
}
