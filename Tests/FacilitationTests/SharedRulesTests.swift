@testable import Facilitation
import Planning
import TestSeeds
import Testing

/// Rules that the page repeats, as cases that its own tests read too (`Web/tests/sharedRules.test.ts`). Its fold of events
/// is held to random sessions by ``ShownStateTests``.
struct SharedRulesTests {
    // MARK: What the page decides by itself

    private struct Step: Encodable {
        let command: JSONValue
        let at: Int64
        /// What it comes to; the rest of the state stays as it was.
        let phase: Int
        let phaseEnteredAt, beganAt: Int64?
        let timer: ShownState.Timer?
        let ended: Bool
        /// How many of the first phases of the agenda may not be moved now.
        let fixed: Int
    }

    @Test func `a rehearsal goes as the server would decide, and the same phases stay where they are`() throws {
        let cases: [[Step]] = try (UInt64(1)...20).map { seed in
            var generator = SeededGenerator(seed: seed)
            var bench = Bench()
            return try (0..<40).compactMap { _ in
                bench.now += Int64.random(in: 0...40_000, using: &generator)
                let index = Int.random(in: 0..<Bench.agenda.count, using: &generator)
                let all: [(JSONValue, any Command)] = [
                    (
                        try .parse(
                            #"{"kind":"enterPhase","index":\#(index),"expected":\#(bench.state.phaseIndex)}"#),
                        EnterPhase(index: index, expected: bench.state.phaseIndex)
                    ),
                    (["kind": "startTimer", "durationMs": 60_000], StartTimer(durationMs: 60_000)),
                    (["kind": "startTimer", "durationMs": 30_000], StartTimer(durationMs: 30_000)),
                    (["kind": "pauseTimer"], PauseTimer()), (["kind": "resumeTimer"], ResumeTimer()),
                    (["kind": "extendTimer", "byMs": 30_000], ExtendTimer(byMs: 30_000)),
                    (["kind": "stopTimer"], StopTimer()), (["kind": "endSession"], EndSession()),
                    (["kind": "reopenSession"], ReopenSession()),
                ]
                let (command, value) = all[Int.random(in: 0..<all.count, using: &generator)]
                guard case .success = bench.send(value) else { return nil }
                let state = bench.state.shown(isForLeading: true)
                return Step(
                    command: command, at: bench.now, phase: state.phase, phaseEnteredAt: state.phaseEnteredAt,
                    beganAt: state.beganAt, timer: state.timer, ended: state.ended, fixed: Self.fixed(bench.state))
            }
        }
        #expect(try SharedVectors.difference("rehearsals", cases) == nil)
    }

    /// By trying to take each away.
    private static func fixed(_ state: SessionState) -> Int {
        var open = state
        open.endedAt = nil
        return open.agenda.indices.count { index in
            var phases = open.agenda
            phases.remove(at: index)
            let verdict = decide(
                SetAgenda(phases: phases, expected: open.agendaRevision), by: Bench.facilitator, in: open, at: 0)
            if case .failure(let refusal) = verdict { return refusal.code == .phaseHasBegun }
            return false
        }
    }

    // MARK: Roles

    private struct Rights: Encodable {
        let role: Role
        let leads, writes: Bool
    }

    @Test func `who leads and who writes is the same on the page`() throws {
        let cases = Role.allCases.map { role in
            Rights(role: role, leads: role.leadsSessions, writes: Permissions.writing.contains(role))
        }
        #expect(try SharedVectors.difference("roles", cases) == nil)
    }
}
