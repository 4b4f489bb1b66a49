@testable import Facilitation
import Planning

/// A session under test: commands in, state out, as a room does it.
struct Bench {
    static let facilitator = Actor(role: .facilitator, function: "Udviklingskonsulent")
    static let teacher = Actor(role: .participant, participantID: "p1", unitID: "skole", function: "Lærer")
    static let coach = Actor(role: .participant, participantID: "p2", externalID: "klub", function: "Træner")
    static let observer = Actor(role: .observer)
    static let agenda = [
        AgendaPhase(title: "Velkomst", minutes: 10), AgendaPhase(title: "Mål", minutes: 20, question: "Hvad vil vi?"),
        AgendaPhase(title: "Aftalen læses højt", minutes: 10),
    ]

    var state: SessionState
    var log: [RecordedEvent] = []
    var now: Int64 = 1_800_000_000_000

    init(agenda: [AgendaPhase] = Bench.agenda, models: [SessionModel] = []) {
        state = SessionState(agenda: agenda, models: models)
    }

    /// With one open model, `m1`.
    static func withModel(level: Level = .coordination) -> Bench {
        Bench(models: [SessionModel(id: "m1", title: "Overgange", level: level)])
    }

    @discardableResult
    mutating func send(_ command: any Command, by actor: Actor = facilitator) -> Result<[SessionEvent], Refusal> {
        let verdict = decide(command, by: actor, in: state, at: now)
        if case .success(let events) = verdict {
            for event in events {
                let record = RecordedEvent(sequence: state.sequence + 1, at: now, event: event)
                log.append(record)
                state.apply(event, at: now, sequence: record.sequence)
            }
        }
        return verdict
    }

    /// The refusal's code; nil when it was accepted.
    mutating func refusal(of command: any Command, by actor: Actor = facilitator) -> RefusalCode? {
        if case .failure(let refusal) = send(command, by: actor) { refusal.code } else { nil }
    }

    static func confirmation(
        of modelID: String = "m1", for party: Party? = nil, read: String? = "v1", current: String = "v1",
        missing: [String] = [], give: String? = "En lærer om torsdagen"
    ) -> any Command {
        ConfirmModel(
            modelID: modelID, party: party, expectedVersion: read, contentVersion: current,
            missingFields: missing, give: give, need: nil, on: "2027-01-20")
    }
}
