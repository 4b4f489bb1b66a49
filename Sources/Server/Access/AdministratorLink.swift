import Application
import Foundation
import Glibc

/// The line that announces the administrator's sign-in, printed once when the server is ready.
///
/// What is printed to anything but a terminal ends in a journal, which others read and which is kept: there the link
/// goes to a file that its owner alone reads, and its path is printed.
enum AdministratorLink {
    /// In the data folder, beside the database: whoever can read that has no need of the link.
    static let fileName = "administrator-link"

    /// - Parameters:
    ///   - made: the token when this start made it; nil for the environment's.
    ///   - isTerminal: whether somebody reads the line on a screen.
    /// - Returns: what follows `Administrator: `.
    /// - Throws: `SetupError` when the file cannot be written.
    static func announcement(
        made: String?, publicURL: String, isTerminal: Bool, dataDirectory: String
    ) throws -> String {
        // The environment's token is known to the one who set it, and stays out of every line that is written.
        guard let made else {
            return "sign in at \(publicURL)/log-ind with the token of SAMSPIL_ADMIN_TOKEN behind a #"
        }
        let link = "\(publicURL)/log-ind#\(made)"
        guard !isTerminal else { return link }
        let path = dataDirectory + "/" + fileName
        try write(link + "\n", to: path)
        return "the sign-in link of this start is in \(path), which only its owner reads"
    }

    /// A new file each time: one that is there may have been opened, linked or made readable.
    private static func write(_ text: String, to path: String) throws {
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw failure(path) }
    }

    /// The last failed call's reason, from `errno`, so it must be asked for before anything else is called.
    private static func failure(_ path: String) -> SetupError {
        .malformed(what: "The administrator's link", path: path, reason: String(cString: strerror(errno)))
    }
}
