/// What is wrong with an update in a file.
struct UpdateFault {
    /// Its place among the file's updates, from 0.
    let index: Int
    let reason: String
}

extension UpdateFault: CustomStringConvertible {
    var description: String { "update \(index): \(reason)" }
}
