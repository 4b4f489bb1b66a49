/// Why the server could not start, or a command could not run: one clear line each.
package enum SetupError: Error, Sendable, CustomStringConvertible {
    /// A file of the setup is missing or cannot be read.
    case unreadable(what: String, path: String, reason: String)
    /// A folder that a setting names lacks what it must hold.
    case setting(name: String, value: String, accepts: String)
    /// A file of the setup says something it must not.
    case malformed(what: String, path: String, reason: String)
    /// The directory holds no database of ours.
    case noData(directory: String)
    /// What was to be made is there already, and would be lost.
    case alreadyThere(path: String, advice: String)
    /// The check of what is stored found faults.
    case damaged(directory: String, faults: Int)

    package var description: String {
        switch self {
        case .unreadable(let what, let path, let reason): "\(what) cannot be read from \(path): \(reason)."
        case .malformed(let what, let path, let reason): "\(what) in \(path) is not right: \(reason)."
        case .setting(let name, let value, let accepts): "\(name) is \(value); it accepts \(accepts)."
        case .alreadyThere(let path, let advice): "\(path) is there already: \(advice)."
        case .damaged(let directory, let faults): "\(directory) has \(faults) fault(s): nothing was copied."
        case .noData(let directory): "There is no Samspil database in \(directory)."
        }
    }
}
