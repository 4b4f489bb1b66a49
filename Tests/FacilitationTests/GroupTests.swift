@testable import Facilitation
import Testing

struct GroupTests {
    /// Two participants, and two groups with one of them in the first.
    private func bench(byChoice: Bool) -> Bench {
        var bench = Bench.withModel()
        bench.send(Join(participantID: "p1"), by: Bench.teacher)
        bench.send(Join(participantID: "p2"), by: Bench.coach)
        bench.send(
            FormGroups(
                Formation(
                    groups: [
                        BreakoutGroup(groupId: "a", name: "A", modelId: "m1", members: ["p1"]),
                        BreakoutGroup(groupId: "b", name: "B"),
                    ], byChoice: byChoice)))
        return bench
    }

    @Test func `one is in one group at most, and moves`() {
        var bench = bench(byChoice: true)
        bench.send(JoinGroup(groupId: "b"), by: Bench.teacher)
        #expect(bench.state.groups.map(\.members) == [[], ["p1"]])
        bench.send(JoinGroup(groupId: "a", participantId: "p2"))
        #expect(bench.state.groups.map(\.members) == [["p2"], ["p1"]])
    }

    @Test func `only where groups are by choice one chooses, and only for oneself`() {
        var fixed = bench(byChoice: false)
        #expect(fixed.refusal(of: JoinGroup(groupId: "b"), by: Bench.teacher) == .groupsNotByChoice)
        var free = bench(byChoice: true)
        let other = JoinGroup(groupId: "b", participantId: "p2")
        #expect(free.refusal(of: other, by: Bench.teacher) == .notYourParty)
        #expect(free.refusal(of: JoinGroup(groupId: "nej"), by: Bench.teacher) == .noSuchGroup)
    }

    @Test func `groups are of people and models that are here, each person once`() {
        var bench = bench(byChoice: false)
        func refusal(_ groups: [BreakoutGroup]) -> RefusalCode? {
            bench.refusal(of: FormGroups(Formation(groups: groups)))
        }
        #expect(refusal([]) == .tooManyGroups)
        #expect(refusal([BreakoutGroup(groupId: "a", name: "A", members: ["nej"])]) == .noSuchParticipant)
        #expect(refusal([BreakoutGroup(groupId: "a", name: "A", modelId: "nej")]) == .noSuchModel)
        #expect(refusal([BreakoutGroup(groupId: "a", name: "A", members: ["p1", "p1"])]) == .memberTwice)
        let twice = BreakoutGroup(groupId: "a", name: "A")
        #expect(refusal([twice, twice]) == .groupTwice)
        let many = (0...SessionLimits.standard.groups).map { BreakoutGroup(groupId: "\($0)", name: "N") }
        #expect(refusal(many) == .tooManyGroups)
        #expect(bench.state.groups.map(\.groupId) == ["a", "b"])
    }

    @Test func `a group calls for help once, until it is answered, and everybody is recalled`() {
        var bench = bench(byChoice: false)
        bench.send(CallFacilitator(), by: Bench.teacher)
        bench.send(CallFacilitator(), by: Bench.teacher)
        #expect(bench.state.callingGroups == ["a"])
        #expect(bench.refusal(of: CallFacilitator(), by: Bench.coach) == .notInAGroup)
        bench.send(AnswerCall(groupId: "a"))
        #expect(bench.state.callingGroups.isEmpty)
        bench.send(RecallGroups())
        #expect(bench.state.groups.isEmpty)
        #expect(bench.refusal(of: CallFacilitator(), by: Bench.teacher) == .notInAGroup)
    }
}
