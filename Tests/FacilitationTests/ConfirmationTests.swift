@testable import Facilitation
import Foundation
import Planning
import Testing

struct ConfirmationTests {
    @Test func `a participant confirms for their own unit, in their function`() throws {
        var bench = Bench.withModel()
        #expect(bench.refusal(of: Bench.confirmation(), by: Bench.teacher) == nil)
        let stored = try #require(bench.state.model("m1")?.confirmations.first)
        #expect(stored.party == .unit("skole"))
        #expect(stored.function == "Lærer")
        #expect(stored.contentVersion == "v1")
        #expect(stored.participantId == "p1")
    }

    @Test func `nobody but those who lead confirms for another unit`() {
        var bench = Bench.withModel()
        let command = Bench.confirmation(for: .unit("klub"))
        #expect(bench.refusal(of: command, by: Bench.teacher) == .notYourParty)
        #expect(bench.refusal(of: command, by: Bench.coach) == .notYourParty, "a unit is not an external party")
        #expect(bench.refusal(of: command, by: Bench.facilitator) == nil)
        #expect(bench.refusal(of: Bench.confirmation(), by: Bench.facilitator) == .partyMissing)
    }

    @Test func `what has changed since it was read is not confirmed`() {
        var bench = Bench.withModel()
        #expect(bench.refusal(of: Bench.confirmation(read: "v1", current: "v2"), by: Bench.teacher) == .contentChanged)
        #expect(bench.refusal(of: Bench.confirmation(read: nil, current: "v2"), by: Bench.teacher) == nil)
    }

    @Test func `a model that lacks required fields is not confirmed, and the refusal names them`() {
        var bench = Bench.withModel()
        let verdict = bench.send(Bench.confirmation(missing: ["task", "goals"]), by: Bench.teacher)
        #expect(verdict == .failure(Refusal(.fieldsMissing, fields: ["task", "goals"])))
    }

    @Test func `confirming again replaces, and saying the same again gives no event`() {
        var bench = Bench.withModel()
        bench.send(Bench.confirmation(), by: Bench.teacher)
        bench.send(Bench.confirmation(), by: Bench.coach)
        #expect(bench.send(Bench.confirmation(), by: Bench.teacher) == .success([]))
        bench.send(Bench.confirmation(read: "v2", current: "v2"), by: Bench.teacher)
        let confirmations = bench.state.model("m1")?.confirmations ?? []
        #expect(confirmations.map(\.party) == [.unit("skole"), .external("klub")])
        #expect(confirmations.map(\.contentVersion) == ["v2", "v1"])
    }

    @Test func `a locked model can be confirmed`() {
        var bench = Bench.withModel()
        bench.send(LockModel(modelId: "m1"))
        #expect(bench.refusal(of: Bench.confirmation(), by: Bench.teacher) == nil)
    }

    @Test func `a confirmation is withdrawn by who gave it or by those who lead`() {
        var bench = Bench.withModel()
        let withdrawal = WithdrawConfirmation(modelID: "m1", party: nil)
        #expect(bench.refusal(of: withdrawal, by: Bench.teacher) == .notConfirmed)
        bench.send(Bench.confirmation(), by: Bench.teacher)
        let ofSchool = WithdrawConfirmation(modelID: "m1", party: .unit("skole"))
        #expect(bench.refusal(of: ofSchool, by: Bench.coach) == .notYourParty)
        #expect(bench.refusal(of: withdrawal, by: Bench.teacher) == nil)
        #expect(bench.state.model("m1")?.confirmations == [])
        bench.send(Bench.confirmation(), by: Bench.teacher)
        #expect(bench.refusal(of: ofSchool, by: Bench.facilitator) == nil)
    }

    @Test func `having come for the same unit is not enough to take another's word back`() throws {
        var bench = Bench.withModel()
        let stranger = Actor(role: .participant, participantID: "p9", unitID: "skole", function: "Lærer")
        let withdrawal = WithdrawConfirmation(modelID: "m1", party: nil)
        bench.send(Bench.confirmation(), by: Bench.teacher)
        #expect(bench.refusal(of: withdrawal, by: stranger) == .notYourConfirmation)
        // Nor by saying the same over it first.
        #expect(bench.refusal(of: Bench.confirmation(give: "Alt"), by: stranger) == nil)
        #expect(bench.refusal(of: withdrawal, by: stranger) == nil)
        let standing = try #require(bench.state.model("m1")?.confirmations.first)
        #expect(standing.participantId == "p1")
        #expect(bench.state.model("m1")?.withdrawals == [])
    }

    @Test func `who confirms over another again and again leaves the first word standing when all are taken back`() {
        var bench = Bench.withModel()
        bench.send(Bench.confirmation(), by: Bench.teacher)
        let others = (0..<40).map { Actor(role: .participant, participantID: "x\($0)", unitID: "skole", function: "L") }
        for other in others { bench.send(Bench.confirmation(give: other.participantID), by: other) }
        for other in others.reversed() {
            bench.send(WithdrawConfirmation(modelID: "m1", party: nil), by: other)
        }
        #expect(bench.state.model("m1")?.confirmations.map(\.participantId) == ["p1"])
    }

    @Test
    func `the unit's leader, and those who lead, take a unit's word back whoever gave it, and it is told who did`() {
        for (actor, source) in [
            (Actor(role: .leader, unitID: "skole", function: "Skoleleder"), ConfirmationWithdrawal.Source.leader),
            (Bench.facilitator, .facilitator),
        ] {
            var bench = Bench.withModel()
            let other = Actor(role: .participant, participantID: "p9", unitID: "skole", function: "Lærer")
            bench.send(Bench.confirmation(), by: Bench.teacher)
            bench.send(Bench.confirmation(give: "Andet"), by: other)
            let withdrawal = WithdrawConfirmation(modelID: "m1", party: .unit("skole"))
            let elsewhere = Actor(role: .leader, unitID: "klub", function: "Leder")
            #expect(bench.refusal(of: withdrawal, by: elsewhere) == .notYourParty)
            let told = ConfirmationWithdrawal(
                modelId: "m1", party: .unit("skole"), by: source, function: actor.function)
            #expect(bench.send(withdrawal, by: actor) == .success([SessionEvent(ConfirmationWithdrawn(told))]))
            #expect(bench.state.model("m1")?.confirmations == [])
            #expect(bench.state.model("m1")?.withdrawals == [told])
            bench.send(Bench.confirmation(), by: Bench.teacher)
            #expect(bench.state.model("m1")?.withdrawals == [])
        }
    }

    @Test func `a confirmation says when whoever gave it turned out to be another's, and they may still take it back`()
    {
        var bench = Bench.withModel()
        bench.send(Join(participantID: "p1"), by: Bench.teacher)
        bench.send(Bench.confirmation(), by: Bench.teacher)
        func correct(to unit: String, _ function: String) -> any Command {
            CorrectParticipant(participantID: "p1", party: .unit(unit), function: function)
        }
        #expect(bench.refusal(of: correct(to: "bibliotek", "Vikar"), by: Bench.teacher) == .notPermitted)
        #expect(bench.refusal(of: correct(to: "bibliotek", "Vikar")) == nil)
        #expect(bench.state.participants["p1"]?.unitId == "bibliotek")
        #expect(bench.state.model("m1")?.confirmations.first?.isFromCorrectedSeat == true)
        #expect(bench.state.model("m1")?.confirmations.first?.function == "Vikar")
        #expect(bench.send(correct(to: "bibliotek", "Vikar")) == .success([]), "what holds already is no event")
        bench.send(correct(to: "skole", "Lærer"))
        #expect(bench.state.model("m1")?.confirmations.first?.isFromCorrectedSeat == false)
        bench.send(correct(to: "bibliotek", "Vikar"))
        let moved = Actor(role: .participant, participantID: "p1", unitID: "bibliotek", function: "Vikar")
        #expect(bench.refusal(of: WithdrawConfirmation(modelID: "m1", party: .unit("skole")), by: moved) == nil)
    }

    @Test func `that a confirmation is from a corrected seat is kept where the state takes the events' place`() throws {
        var bench = Bench.withModel()
        bench.send(Join(participantID: "p1"), by: Bench.teacher)
        bench.send(Bench.confirmation(), by: Bench.teacher)
        func stored() throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(bench.state), as: UTF8.self)
        }
        func read(_ text: String) throws -> SessionState {
            try JSONDecoder().decode(SessionState.self, from: Data(text.utf8))
        }
        #expect(try !stored().contains("isFromCorrectedSeat"), "nothing is added where nothing was corrected")
        bench.send(CorrectParticipant(participantID: "p1", party: .unit("bibliotek"), function: "Vikar"))
        #expect(try read(stored()) == bench.state)
        #expect(try read(stored()).model("m1")?.confirmations.first?.isFromCorrectedSeat == true)
        let before = try stored().replacing(#""isFromCorrectedSeat":true,"#, with: "")
        #expect(try before != stored())
        #expect(try read(before).model("m1")?.confirmations.first?.isFromCorrectedSeat == false, "stored before it was")
    }

    @Test func `promises, functions and dates are bounded`() {
        var bench = Bench.withModel()
        let long = String(repeating: "x", count: SessionLimits.promiseBytes + 1)
        #expect(bench.refusal(of: Bench.confirmation(give: long), by: Bench.teacher) == .textTooLong)
        var nameless = Bench.teacher
        nameless.function = nil
        #expect(bench.refusal(of: Bench.confirmation(), by: nameless) == .textMissing)
        for date in ["", "20-01-2027", "2027-1-20", "2027-01-2x", "2027-01-200"] {
            let command = ConfirmModel(modelID: "m1", contentVersion: "v1", on: date)
            #expect(bench.refusal(of: command, by: Bench.teacher) == .dateMalformed)
        }
    }
}
