@testable import Facilitation
import Foundation
import Planning
import TestSeeds
import Testing

/// What somebody who comes late is shown, beside what they would have been told of every event.
struct ShownStateTests {
    private static let seed = UInt64.random(in: .min ... .max)
    private static let values = ["trust": "Vi siger til", "diversity": "Alle fag"]
    private static let viewers: [(name: String, actor: Actor)] = [
        ("somebody who looks on", Actor(role: .observer)), ("a facilitator", Actor(role: .facilitator)),
        ("a participant", person(0)), ("another participant", person(1)),
        ("a facilitator who takes part", Actor(role: .facilitator, participantID: "p2", function: "F")),
        ("a participant who came late", Actor(role: .participant, participantID: "p9", unitID: "u", function: "F")),
    ]

    private static func person(_ number: Int) -> Actor {
        Actor(role: .participant, participantID: "p\(number)", unitID: "u\(number)", function: "F")
    }

    /// One random session, in which most commands are of somebody who may.
    static func session(_ generator: inout SeededGenerator, commands: Int = 400) -> Bench {
        var bench = Bench(models: [])
        bench.state = SessionState(agenda: Bench.agenda, interpretations: values)
        bench.send(CreateModel(ModelCreation(modelId: "m1", level: .knowledge, title: "T")))
        for number in 0..<3 { bench.send(Join(participantID: "p\(number)"), by: person(number)) }
        for number in 0..<commands {
            bench.now += Int64.random(in: 0...90_000, using: &generator)
            let actor =
                Bool.random(using: &generator) ? Bench.facilitator : person(.random(in: 0...2, using: &generator))
            if bench.state.isEnded { bench.send(ReopenSession()) }
            bench.send(command(number, bench.state, using: &generator), by: actor)
        }
        return bench
    }

    private static func command(
        _ number: Int, _ state: SessionState, using generator: inout SeededGenerator
    ) -> any Command {
        func one<T>(_ all: [T]) -> T { all[Int.random(in: 0..<all.count, using: &generator)] }
        let (round, vote, group) = (one(["r0", "r1", "r2"]), one(["v0", "v1", "v2"]), one(["g0", "g1"]))
        let person = one(["p0", "p1", "p2"])
        let (flag, value) = (Bool.random(using: &generator), one(["trust", "diversity", "new"]))
        let begun = state.phaseEnteredAt == nil ? [] : Array(state.agenda.prefix(state.phaseIndex + 1))
        let options = [VoteOption(optionId: "a", text: "A"), VoteOption(optionId: "b", text: "B")]
        let all: [any Command] = [
            EnterPhase(index: one([0, 1, 2]), expected: state.phaseIndex),
            StartTimer(durationMs: 60_000), PauseTimer(), ResumeTimer(), ExtendTimer(byMs: 30_000), StopTimer(),
            LockModel(modelId: "m1"), UnlockModel(modelId: "m1"), one([EndSession(), StopTimer(), StopTimer()]),
            ParkItem(ParkedItem(itemId: one(["i0", "i1"]), text: "parked-\(number)", unitId: one([nil, "u1"]))),
            SettleItem(itemId: one(["i0", "i1"]), settled: flag),
            CallTogether(Call(mode: one([.summon, .takeAlong]), modelId: one([nil, "m1"]))), Release(),
            SayToAll(Announcement(text: one(["", "said-\(number)"]))),
            SayReady(ready: flag), RaiseHand(), LowerHand(),
            Evaluate(Evaluation(grade: one([1, 3, 5]), text: one([nil, "thought-\(number)"]))),
            FormGroups(
                Formation(
                    groups: [
                        BreakoutGroup(groupId: "g0", name: "A", modelId: one([nil, "m1"]), members: [person]),
                        BreakoutGroup(groupId: "g1", name: "B"),
                    ], byChoice: true)),
            JoinGroup(groupId: group), CallFacilitator(),
            AnswerCall(groupId: group), one([RecallGroups(), CallFacilitator()]),
            OpenIdeas(IdeaQuestion(roundId: round, question: "Q", isNamed: round == "r1")),
            WriteIdea(IdeaWriting(roundId: round, ideaId: "\(person)-\(one([1, 2]))", text: "idea-\(number)")),
            WriteIdea(IdeaWriting(roundId: round, ideaId: "\(person)-1", text: "")),
            one([RevealIdeas(roundId: round), RaiseHand(), RaiseHand()]),
            SortIdea(
                IdeaSorting(
                    roundId: round, ideaId: "\(person)-\(one([1, 2]))", heading: one([nil, "head-\(number)"]))),
            OpenVote(
                VoteQuestion(
                    voteId: vote, question: "Q", goalId: one([nil, "goal"]), options: options, budget: 3,
                    isNamed: vote == "v1")),
            CastVote(Ballot(voteId: vote, dots: one([[:], ["a": 1], ["a": 1, "b": 2], ["b": 0]]))),
            one([RevealVote(voteId: vote), RaiseHand(), RaiseHand()]),
            SuggestLevel(goalId: one(["x", "y"]), answers: AreaSamples.answers),
            DecideLevel(LevelDecision(goalId: one(["x", "y"]), choice: .alone, reason: "reason-\(number)")),
            SetLobby(Lobby(mode: one([.open, .approval, .passphrase]), passphrase: "word-\(number)")),
            SetAgenda(
                phases: begun + [AgendaPhase(id: "n\(number)", title: "phase-\(number)", minutes: 5)],
                expected: state.agendaRevision),
            InterpretValue(
                valueId: value, text: one(["", "meant-\(number)"]),
                before: state.interpretations[value] ?? ""),
        ]
        return one(all)
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    // MARK: The page's fold

    @Test func `for everybody the page's own fold of what they were told comes to what they are shown`() throws {
        print("ShownStateTests seed \(Self.seed)")
        var generator = SeededGenerator(seed: Self.seed)
        var cases: [String] = []
        for number in 0..<12 {
            let bench = Self.session(&generator)
            for viewer in Self.viewers {
                let told = try bench.log.map { record in
                    let event = record.event.shown(to: Audience(of: viewer.actor, owner: record.event.owner))
                    return #"{"seq":\#(record.sequence),"at":\#(record.at),"event":\#(try Self.json(event))}"#
                }
                let leads = viewer.actor.role.leadsSessions
                let state = try Self.json(bench.state.shown(isForLeading: leads))
                let own = try Self.json(bench.state.own(of: viewer.actor.participantID))
                cases.append(
                    #"{"name":"\#(viewer.name) (\#(number))","events":[\#(told.joined(separator: ","))],"#
                        + #""seq":\#(bench.state.sequence),"state":\#(state),"own":\#(own),"#
                        + #""first":\#(try Self.json(Self.values))}"#)
            }
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "samspil-states-\(Self.seed).json")
        try Data("[\(cases.joined(separator: ",\n"))]".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (status, output) = try Self.runPageTest(cases: file)
        #expect(status == 0, "seed \(Self.seed): \(output.suffix(6_000))")
        #expect(output.contains("pass \(cases.count + 3)"), "\(output.suffix(1_000))")
    }

    private static func runPageTest(cases file: URL) throws -> (Int32, String) {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["node", root.appending(path: "Web/test.mjs").path, "shownState"]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["SAMSPIL_STATES": file.path, "NODE_PATH": "/usr/share/nodejs"], uniquingKeysWith: { $1 })
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    // MARK: What is private

    @Test func `nobody is shown a word that is somebody else's alone`() throws {
        print("ShownStateTests seed \(Self.seed)")
        var generator = SeededGenerator(seed: Self.seed ^ 1)
        var secrets = 0
        for _ in 0..<30 {
            let state = Self.session(&generator).state
            let hidden = state.ideaRounds.values.filter { !$0.isRevealed }.flatMap(\.ideas.values)
            for viewer in Self.viewers {
                let (actor, leads) = (viewer.actor, viewer.actor.role.leadsSessions)
                let text =
                    try Self.json(state.shown(isForLeading: leads)) + Self.json(state.own(of: actor.participantID))
                for idea in hidden where idea.participantId != actor.participantID {
                    secrets += 1
                    #expect(!text.contains("\"\(idea.text)\""), "\(viewer.name)")
                }
                for (person, evaluation) in state.evaluations where person != actor.participantID && !leads {
                    guard let words = evaluation.text else { continue }
                    secrets += 1
                    #expect(!text.contains("\"\(words)\""), "\(viewer.name)")
                }
                if let word = state.lobby.passphrase, !leads {
                    secrets += 1
                    #expect(!text.contains("\"\(word)\""), "\(viewer.name)")
                }
                if leads { #expect(!state.evaluations.isEmpty == text.contains("\"told\":[{")) }
            }
            let shown = try JSONValue.parse(try Self.json(state.shown(isForLeading: true)))
            for vote in shown["votes"]?.array ?? [] where vote["result"] == nil {
                #expect(!vote.text().contains("dots"), "a ballot before the result is shown")
            }
            for round in shown["rounds"]?.array ?? [] where round["isNamed"] == false {
                #expect(!round.text().contains("person"), "whose an idea is, where that was to be nobody's business")
            }
        }
        #expect(secrets > 200, "seed \(Self.seed): too few secrets to say anything")
    }

    // MARK: What is stored

    @Test func `a state that was stored is read as it was, and goes on as it would have`() throws {
        print("ShownStateTests seed \(Self.seed)")
        var generator = SeededGenerator(seed: Self.seed ^ 2)
        for _ in 0..<20 {
            let bench = Self.session(&generator)
            let cut = Int.random(in: 0...bench.log.count, using: &generator)
            let half = SessionState.fold(bench.log.prefix(cut), agenda: Bench.agenda, interpretations: Self.values)
            var read = try JSONDecoder().decode(SessionState.self, from: Data(try Self.json(half).utf8))
            #expect(read == half)
            for record in bench.log { read.apply(record.event, at: record.at, sequence: record.sequence) }
            #expect(read == bench.state)
        }
    }
}
