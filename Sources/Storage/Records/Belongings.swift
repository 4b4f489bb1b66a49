/// Whose belongings are counted.
package enum BelongingsOwner: Sendable, Hashable {
    case week(String)
    case session(String)
    case model(String)
}

/// How much belongs to a week, a session or a model, and goes with it.
package struct Belongings: Sendable, Hashable {
    package var sessions = 0
    package var models = 0
    package var participants = 0
    /// Personal links and joined browsers whose grants were not taken back.
    package var grants = 0
    package var versions = 0
    package var drafts = 0
    /// The goal plans of the week itself.
    package var plans = 0
    /// Goal plans that have taken something of the models; it stays in them.
    package var plansDrawing = 0

    package init() {}
}
