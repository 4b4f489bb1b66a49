import Application
import Transport

/// What the interface has of one thing: its routes, each with its description and its code. Holds what they need and
/// nothing else.
@ServiceLoop
protocol Resource {
    /// In the order the description lists them.
    var routes: [Route] { get }
}

extension Resource {
    /// What the description calls it: the type's name without `Routes`.
    var tag: String { String(describing: Self.self).replacing("Routes", with: "") }
}
