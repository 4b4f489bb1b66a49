import TestLoop
import Testing

extension Trait where Self == LoopTurn {
    /// The loop to itself, and not running: these tests start it as they need it.
    static var onLoop: LoopTurn { LoopTurn() }
}
