@testable import Facilitation
import Testing

struct TimerTests {
    private static let minute: Int64 = 60_000

    @Test func `a timer ends its length after the event's time`() {
        var bench = Bench()
        bench.send(StartTimer(durationMs: 5 * Self.minute))
        #expect(bench.state.timer == .running(durationMs: 300_000, endsAt: bench.now + 300_000))
        #expect(bench.state.timer.remainingMs(at: bench.now + 1_000) == 299_000)
    }

    @Test func `a pause keeps what is left, and resuming goes on from there`() {
        var bench = Bench()
        bench.send(StartTimer(durationMs: 5 * Self.minute))
        bench.now += Self.minute
        #expect(bench.send(PauseTimer()) == .success([SessionEvent(TimerPaused(remainingMs: 240_000))]))
        bench.now += 10 * Self.minute
        #expect(bench.state.timer.remainingMs(at: bench.now) == 240_000)
        #expect(bench.send(ResumeTimer()) == .success([SessionEvent(TimerResumed(remainingMs: 240_000))]))
        #expect(bench.state.timer == .running(durationMs: 300_000, endsAt: bench.now + 240_000))
    }

    @Test func `an extension lengthens a running, a paused and a run-out timer`() {
        var bench = Bench()
        bench.send(StartTimer(durationMs: Self.minute))
        bench.now += 20_000
        #expect(
            bench.send(ExtendTimer(byMs: Self.minute))
                == .success([SessionEvent(TimerExtended(byMs: 60_000, remainingMs: 100_000))]))
        #expect(bench.state.timer == .running(durationMs: 120_000, endsAt: bench.now + 100_000))
        bench.send(PauseTimer())
        bench.send(ExtendTimer(byMs: Self.minute))
        #expect(bench.state.timer == .paused(durationMs: 180_000, remainingMs: 160_000))
        bench.send(ResumeTimer())
        bench.now += 200_000
        #expect(bench.state.timer.hasRunOut(at: bench.now))
        bench.send(ExtendTimer(byMs: Self.minute))
        #expect(bench.state.timer.remainingMs(at: bench.now) == 60_000)
    }

    @Test func `a timer under way is not replaced by a second start`() {
        var bench = Bench()
        bench.send(StartTimer(durationMs: Self.minute))
        #expect(bench.refusal(of: StartTimer(durationMs: Self.minute)) == .timerAlreadyStarted)
        bench.send(PauseTimer())
        #expect(bench.refusal(of: StartTimer(durationMs: Self.minute)) == .timerAlreadyStarted)
    }

    @Test func `a timer whose time is up makes way for the next`() {
        var bench = Bench()
        bench.send(StartTimer(durationMs: Self.minute))
        bench.now += Self.minute
        #expect(bench.refusal(of: PauseTimer()) == .timerNotRunning)
        #expect(bench.refusal(of: StartTimer(durationMs: Self.minute)) == nil)
    }

    @Test func `each button of the timer is refused when it makes no sense`() {
        var bench = Bench()
        #expect(bench.refusal(of: PauseTimer()) == .timerNotRunning)
        #expect(bench.refusal(of: ResumeTimer()) == .timerNotPaused)
        #expect(bench.refusal(of: ExtendTimer(byMs: Self.minute)) == .timerNotStarted)
        #expect(bench.refusal(of: StopTimer()) == .timerNotStarted)
        bench.send(StartTimer(durationMs: Self.minute))
        #expect(bench.refusal(of: ResumeTimer()) == .timerNotPaused)
        #expect(bench.refusal(of: StopTimer()) == nil)
        #expect(bench.state.timer == .idle)
    }

    @Test(arguments: [Int64.min, -1, 0, 999, 86_400_001, .max])
    func `a length outside a second to a day is refused`(durationMs: Int64) {
        var bench = Bench()
        #expect(bench.refusal(of: StartTimer(durationMs: durationMs)) == .durationOutOfRange)
        bench.send(StartTimer(durationMs: Self.minute))
        #expect(bench.refusal(of: ExtendTimer(byMs: durationMs)) == .durationOutOfRange)
    }

    @Test func `extensions stop at a day in all`() {
        var bench = Bench()
        bench.send(StartTimer(durationMs: SessionLimits.longestTimerMs))
        #expect(bench.refusal(of: ExtendTimer(byMs: 1_000)) == .durationOutOfRange)
    }

    @Test func `a clock set back shows no more time than the timer has`() {
        var bench = Bench()
        bench.send(StartTimer(durationMs: Self.minute))
        #expect(bench.state.timer.remainingMs(at: bench.now - 86_400_000) == 60_000)
        #expect(bench.state.timer.remainingMs(at: .min) == 60_000)
        #expect(bench.state.timer.remainingMs(at: .max) == 0)
    }
}
