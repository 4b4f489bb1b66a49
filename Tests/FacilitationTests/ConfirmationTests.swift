import Facilitation
import Testing

struct ConfirmationTests {
    @Test func `a participant confirms for their own unit, in their function`() throws {
        var bench = Bench.withModel()
        #expect(bench.refusal(of: Bench.confirmation(), by: Bench.teacher) == nil)
        let stored = try #require(bench.state.model("m1")?.confirmations.first)
        #expect(stored.party == .unit("skole"))
        #expect(stored.function == "Lærer")
        #expect(stored.contentVersion == "v1")
        #expect(stored.participantID == "p1")
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
        bench.send(.lockModel(modelID: "m1"))
        #expect(bench.refusal(of: Bench.confirmation(), by: Bench.teacher) == nil)
    }

    @Test func `a confirmation is withdrawn by its own unit or by those who lead`() {
        var bench = Bench.withModel()
        let withdrawal = SessionCommand.withdrawConfirmation(modelID: "m1", party: nil)
        #expect(bench.refusal(of: withdrawal, by: Bench.teacher) == .notConfirmed)
        bench.send(Bench.confirmation(), by: Bench.teacher)
        let ofSchool = SessionCommand.withdrawConfirmation(modelID: "m1", party: .unit("skole"))
        #expect(bench.refusal(of: ofSchool, by: Bench.coach) == .notYourParty)
        #expect(bench.refusal(of: withdrawal, by: Bench.teacher) == nil)
        #expect(bench.state.model("m1")?.confirmations == [])
        bench.send(Bench.confirmation(), by: Bench.teacher)
        #expect(bench.refusal(of: ofSchool, by: Bench.facilitator) == nil)
    }

    @Test func `promises, functions and dates are bounded`() {
        var bench = Bench.withModel()
        let long = String(repeating: "x", count: SessionLimits.promiseBytes + 1)
        #expect(bench.refusal(of: Bench.confirmation(give: long), by: Bench.teacher) == .textTooLong)
        var nameless = Bench.teacher
        nameless.function = nil
        #expect(bench.refusal(of: Bench.confirmation(), by: nameless) == .textMissing)
        for date in ["", "20-01-2027", "2027-1-20", "2027-01-2x", "2027-01-200"] {
            let request = ConfirmationRequest(modelID: "m1", contentVersion: "v1", on: date)
            #expect(bench.refusal(of: .confirmModel(request), by: Bench.teacher) == .dateMalformed)
        }
    }
}
