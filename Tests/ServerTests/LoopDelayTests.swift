import TestLoop
import Storage
import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    @Suite struct LoopDelayTests {
        @Test @ServiceLoop func `a timer that fires late is counted by how late, again and again`() {
            let timing = HandTiming()
            let delay = LoopDelay(timing: timing)
            delay.start()
            timing.advance(by: LoopDelay.interval)
            #expect(delay.delays.count == 1 && delay.delays.sum == 0)
            timing.advance(by: LoopDelay.interval + .milliseconds(40))
            #expect(delay.delays.count == 2)
            #expect(abs(delay.delays.sum - 0.04) < 1e-9)
        }
    }
}
