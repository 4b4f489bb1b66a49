import TestLoop
import Testing

/// One loop per process, so one test at a time; the suites of this module are extensions of this one.
@Suite(.serialized, .timeLimit(.minutes(1)), .onLoop)
struct RoomsTests {}
