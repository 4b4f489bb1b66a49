/// Why the server could not start, or a command could not run: one clear line each.
package enum SetupError: Error, Sendable, CustomStringConvertible {
    /// A file of the setup is missing or cannot be read.
    case unreadable(what: String, path: String, reason: String)
    /// A folder that a setting names lacks what it must hold.
    case setting(name: String, value: String, accepts: String)
    /// A file of the setup says something it must not.
    case malformed(what: String, path: String, reason: String)
    /// There is no week with this identifier.
    case noSuchWeek(String)

    /// Whether a setting is to blame rather than a missing file.
    package var isUsage: Bool {
        switch self {
        case .malformed, .setting: true
        case .unreadable, .noSuchWeek: false
        }
    }

    package var description: String {
        switch self {
        case .unreadable(let what, let path, let reason): "\(what) cannot be read from \(path): \(reason)."
        case .malformed(let what, let path, let reason): "\(what) in \(path) is not right: \(reason)."
        case .setting(let name, let value, let accepts): "\(name) is \(value); it accepts \(accepts)."
        case .noSuchWeek(let id): "There is no week \(id)."
        }
    }
}
