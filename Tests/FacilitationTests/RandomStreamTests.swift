import TestSeeds
@testable import Facilitation
import Planning
import Testing

/// Random commands of random people, and random events in any order.
struct RandomStreamTests {
    private static let seed = UInt64.random(in: .min ... .max)

    @Test func `whatever people send, the state keeps its invariants and the log folds to it`() {
        print("RandomStreamTests seed \(Self.seed)")
        var generator = SeededGenerator(seed: Self.seed)
        for _ in 0..<50 {
            var bench = Bench(models: [SessionModel(id: "m0", title: "T", level: .knowledge)])
            for _ in 0..<200 {
                bench.now += Int64.random(in: -5_000...90_000, using: &generator)
                let before = bench.state
                let verdict = bench.send(
                    Self.command(using: &generator), by: Self.actor(using: &generator))
                if case .failure = verdict { #expect(bench.state == before) }
                Self.check(bench.state, at: bench.now)
            }
            let models = [SessionModel(id: "m0", title: "T", level: .knowledge)]
            #expect(SessionState.fold(bench.log, agenda: Bench.agenda, models: models) == bench.state)
            #expect(SessionState.fold(bench.log + bench.log, agenda: Bench.agenda, models: models) == bench.state)
        }
    }

    @Test func `events in any order, with any numbers, never trap`() {
        print("RandomStreamTests seed \(Self.seed)")
        var generator = SeededGenerator(seed: Self.seed ^ 1)
        for _ in 0..<50 {
            var state = SessionState(agenda: Bench.agenda)
            for _ in 0..<200 {
                let at = Self.number(using: &generator)
                state.apply(
                    Self.event(using: &generator), at: at,
                    sequence: state.sequence + .random(in: 0...2, using: &generator))
                Self.check(state, at: Self.number(using: &generator))
            }
        }
    }

    private static func check(_ state: SessionState, at now: Int64) {
        #expect(state.phaseIndex >= 0)
        #expect(Set(state.modelIDs) == Set(state.modelsByID.keys))
        #expect(state.modelIDs.count == state.modelsByID.count)
        for model in state.models {
            #expect(Set(model.confirmations.map(\.party)).count == model.confirmations.count)
        }
        if let remaining = state.timer.remainingMs(at: now), let length = state.timer.durationMs {
            #expect(remaining >= 0 && remaining <= length && length <= SessionLimits.longestTimerMs)
        }
        _ = state.currentPhase
    }

    static func actor(using generator: inout SeededGenerator) -> Actor {
        Actor(
            role: pick(Role.allCases, using: &generator), participantID: id("p", using: &generator),
            unitID: Bool.random(using: &generator) ? id("u", using: &generator) : nil,
            externalID: Bool.random(using: &generator) ? id("e", using: &generator) : nil, function: "F")
    }

    static func command(using generator: inout SeededGenerator) -> any Command {
        let modelID = id("m", using: &generator)
        let party = Party.unit(id("u", using: &generator))
        let all: [any Command] = [
            EnterPhase(index: .random(in: -1...3, using: &generator), expected: .random(in: 0...2, using: &generator)),
            StartTimer(durationMs: .random(in: 0...200_000, using: &generator)), PauseTimer(), ResumeTimer(),
            ExtendTimer(byMs: .random(in: 0...200_000, using: &generator)), StopTimer(),
            LockModel(modelId: modelID), UnlockModel(modelId: modelID),
            SetModelLevel(modelID: modelID, level: pick(Level.allCases, using: &generator)),
            CreateModel(ModelCreation(modelId: modelID, level: .knowledge, title: "T")),
            Bench.confirmation(of: modelID, for: Bool.random(using: &generator) ? party : nil),
            WithdrawConfirmation(modelID: modelID, party: party), Join(participantID: id("p", using: &generator)),
            EndSession(), ReopenSession(), ReopenSession(),
        ]
        return pick(
            Bool.random(using: &generator)
                ? all : AreaSamples.commands.map { $0.1 as any Command } + areas(using: &generator),
            using: &generator)
    }

    /// Commands of the areas that come to fit only now and then.
    private static func areas(using generator: inout SeededGenerator) -> [any Command] {
        let (round, idea) = (id("r", using: &generator), id("i", using: &generator))
        let (vote, dots) = (id("v", using: &generator), Int.random(in: -1...3, using: &generator))
        return [
            OpenIdeas(IdeaQuestion(roundId: round, question: "Q", isNamed: Bool.random(using: &generator))),
            WriteIdea(IdeaWriting(roundId: round, ideaId: idea, text: pick(["", " ", "T"], using: &generator))),
            RevealIdeas(roundId: round),
            SortIdea(IdeaSorting(roundId: round, ideaId: idea, heading: pick([nil, "H"], using: &generator))),
            CastVote(Ballot(voteId: vote, dots: [pick(["a", "b", "c"], using: &generator): dots])),
            FormGroups(Formation(groups: [BreakoutGroup(groupId: "g1", name: "1", members: [])], byChoice: true)),
            JoinGroup(groupId: "g1", participantId: id("p", using: &generator)),
            LowerHand(), SayReady(ready: Bool.random(using: &generator)),
        ]
    }

    /// Whether what is told of every event, to anybody, leaves the same things to count.
    @Test func `those who are not told what is private count the same ideas and voters`() {
        print("RandomStreamTests seed \(Self.seed)")
        var generator = SeededGenerator(seed: Self.seed ^ 2)
        for _ in 0..<30 {
            var bench = Bench(models: [SessionModel(id: "m0", title: "T", level: .knowledge)])
            for _ in 0..<200 {
                bench.send(
                    Self.pick(
                        Self.areas(using: &generator) + AreaSamples.commands.map { $0.1 as any Command },
                        using: &generator),
                    by: Self.actor(using: &generator))
            }
            let told = bench.log.map { record in
                RecordedEvent(sequence: record.sequence, at: record.at, event: record.event.shown(to: .others))
            }
            let seen = SessionState.fold(told, agenda: Bench.agenda)
            #expect(seen.ideaRounds.mapValues(\.ideas.count) == bench.state.ideaRounds.mapValues(\.ideas.count))
            #expect(
                seen.votes.mapValues { Set($0.ballots.keys) } == bench.state.votes.mapValues { Set($0.ballots.keys) })
            #expect(seen.hands == bench.state.hands && seen.groups == bench.state.groups)
        }
    }

    private static func event(using generator: inout SeededGenerator) -> SessionEvent {
        let modelID = id("m", using: &generator)
        let party = Party.unit(id("u", using: &generator))
        let all: [SessionEvent] =
            [
                SessionEvent(PhaseEntered(index: Int(number(using: &generator)), from: 0)),
                SessionEvent(TimerStarted(durationMs: number(using: &generator))),
                SessionEvent(TimerPaused(remainingMs: number(using: &generator))),
                SessionEvent(TimerResumed(remainingMs: number(using: &generator))),
                SessionEvent(TimerExtended(byMs: number(using: &generator), remainingMs: number(using: &generator))),
                SessionEvent(TimerStopped()),
                SessionEvent(ModelCreated(ModelCreation(modelId: modelID, level: .knowledge, title: "T"))),
                SessionEvent(ModelLevelSet(modelId: modelID, level: .coCreation, from: .knowledge)),
                SessionEvent(ModelLocked(modelId: modelID)),
                SessionEvent(ModelUnlocked(modelId: modelID)),
                SessionEvent(
                    ModelConfirmed(
                        ModelConfirmation(
                            modelId: modelID, party: party, function: "F", contentVersion: nil, on: "2027-01-20"))),
                SessionEvent(
                    ConfirmationWithdrawn(
                        ConfirmationWithdrawal(
                            modelId: modelID, party: party,
                            by: Bool.random(using: &generator) ? .maker : .facilitator))),
                SessionEvent(
                    ParticipantCorrected(
                        SessionParticipant(
                            participantId: id("p", using: &generator), unitId: party.unitId, function: "F",
                            role: .participant))),
                SessionEvent(SessionEnded()), SessionEvent(SessionReopened()), .unknown(kind: "x"),
            ] + AreaSamples.events.map(\.1)
        return pick(all, using: &generator)
    }

    private static func number(using generator: inout SeededGenerator) -> Int64 {
        let extremes: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
        return Bool.random(using: &generator)
            ? pick(extremes, using: &generator) : .random(in: -100_000...100_000_000, using: &generator)
    }

    private static func id(_ prefix: String, using generator: inout SeededGenerator) -> String {
        "\(prefix)\(Int.random(in: 0...2, using: &generator))"
    }

    private static func pick<T>(_ all: [T], using generator: inout SeededGenerator) -> T {
        all[Int.random(in: 0..<all.count, using: &generator)]
    }
}
