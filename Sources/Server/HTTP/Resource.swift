import Application
import Transport

/// What the interface has of one thing: its routes, each with its description and its code. Holds what they need and
/// nothing else.
@ServiceLoop
protocol Resource {
    /// In the order the description lists them.
    var routes: [Route] { get }
}
