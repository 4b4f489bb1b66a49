import TestLoop
import Testing

/// What runs on the loop: one at a time. Suites of pure rules stand beside it.
@Suite(.serialized, .timeLimit(.minutes(1)), .onLoop)
struct ServerTests {}
