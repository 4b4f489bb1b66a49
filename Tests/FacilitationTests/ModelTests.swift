@testable import Facilitation
import Planning
import Testing

struct ModelTests {
    private static let made = ModelCreation(modelId: "m2", level: .knowledge, title: "Fritid", goalIds: ["g1"])

    @Test func `a created model is open, at its level, without confirmations`() {
        var bench = Bench()
        #expect(bench.send(CreateModel(Self.made)) == .success([SessionEvent(ModelCreated(Self.made))]))
        #expect(
            bench.state.models == [SessionModel(id: "m2", title: "Fritid", level: .knowledge, goalIDs: ["g1"])])
        #expect(bench.refusal(of: CreateModel(Self.made)) == .modelExists)
    }

    @Test func `a locked model is written by nobody, and locking it twice gives one event`() {
        var bench = Bench.withModel()
        #expect(Permissions.mayWrite(Bench.teacher, modelID: "m1", in: bench.state))
        #expect(!Permissions.mayWrite(Bench.observer, modelID: "m1", in: bench.state))
        bench.send(LockModel(modelId: "m1"))
        #expect(!Permissions.mayWrite(Bench.teacher, modelID: "m1", in: bench.state))
        #expect(!Permissions.mayWrite(Bench.facilitator, modelID: "m1", in: bench.state))
        #expect(bench.send(LockModel(modelId: "m1")) == .success([]))
        #expect(bench.send(UnlockModel(modelId: "m1")) == .success([SessionEvent(ModelUnlocked(modelId: "m1"))]))
        #expect(Permissions.mayWrite(Bench.teacher, modelID: "m1", in: bench.state))
        #expect(!Permissions.mayWrite(Bench.teacher, modelID: "nowhere", in: bench.state))
    }

    @Test func `a level is raised and lowered, but not while the model is locked`() {
        var bench = Bench.withModel()
        #expect(
            bench.send(SetModelLevel(modelID: "m1", level: .coCreation), by: Bench.teacher)
                == .success([SessionEvent(ModelLevelSet(modelId: "m1", level: .coCreation, from: .coordination))]))
        #expect(bench.send(SetModelLevel(modelID: "m1", level: .coCreation)) == .success([]))
        bench.send(LockModel(modelId: "m1"))
        #expect(bench.refusal(of: SetModelLevel(modelID: "m1", level: .knowledge)) == .modelLocked)
    }

    @Test func `commands about a model that is not there are refused`() {
        var bench = Bench()
        #expect(bench.refusal(of: LockModel(modelId: "x")) == .noSuchModel)
        #expect(bench.refusal(of: UnlockModel(modelId: "x")) == .noSuchModel)
        #expect(bench.refusal(of: SetModelLevel(modelID: "x", level: .knowledge)) == .noSuchModel)
        #expect(bench.refusal(of: Bench.confirmation(of: "x")) == .noSuchModel)
    }

    @Test func `titles, ids and the number of models are bounded`() {
        var bench = Bench()
        var creation = Self.made
        creation.title = String(repeating: "å", count: SessionLimits.titleBytes / 2 + 1)
        #expect(bench.refusal(of: CreateModel(creation)) == .textTooLong)
        creation.title = " \n"
        #expect(bench.send(CreateModel(creation)) == .failure(Refusal(.textMissing, fields: ["title"])))
        creation = ModelCreation(modelId: "", level: .knowledge, title: "T")
        #expect(bench.refusal(of: CreateModel(creation)) == .textMissing)
        creation = ModelCreation(
            modelId: "m", level: .knowledge, title: "T", goalIds: .init(repeating: "g", count: 101))
        #expect(bench.refusal(of: CreateModel(creation)) == .tooManyGoals)
        for number in 0..<SessionLimits.standard.models {
            bench.send(CreateModel(ModelCreation(modelId: "n\(number)", level: .knowledge, title: "T")))
        }
        #expect(bench.refusal(of: CreateModel(Self.made)) == .tooManyModels)
    }

    @Test func `of two models with one id the first stays`() {
        let first = SessionModel(id: "m", title: "A", level: .knowledge)
        let state = SessionState(models: [first, SessionModel(id: "m", title: "B", level: .coCreation)])
        #expect(state.models == [first])
    }
}
