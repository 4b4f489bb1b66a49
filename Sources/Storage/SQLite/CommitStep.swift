import GRDB

/// The step that makes a transaction durable. A parameter, so that tests can make it fail, and can acknowledge too
/// early on purpose.
struct CommitStep: Sendable {
    let run: @Sendable (Database) throws -> Void

    static let standard = CommitStep { try $0.commit() }
}
