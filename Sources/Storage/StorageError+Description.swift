extension StorageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notWritable(let path, let reason): "Cannot write \(path): \(reason)."
        case .inUse(let path): "The database \(path) is in use by another running server."
        case .newerVersion(let found, let supported):
            "The database was made by a newer version of Samspil (schema \(found); this program knows \(supported))."
        case .corrupt(let place): "The database is damaged: \(place)."
        case .full: "The disk is full: nothing can be saved until there is room."
        case .io(let reason): "The database failed: \(reason)."
        case .conflict(let rule): "The database refused: \(rule)."
        case .notFound(let what): "There is no \(what)."
        case .overloaded: "Too many writes wait for the disk."
        case .closed: "The database is closed."
        }
    }
}
