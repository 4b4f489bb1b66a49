import Foundation

/// Cases that a rule with two implementations, one here and one in the page, is held to: `Tests/Shared/NAME.json`. The
/// code here makes them and a test finds them current; the page's own tests (`Web/tests`) read the same file. So
/// whichever side changes alone, one of the two fails.
package enum SharedVectors {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Shared").standardizedFileURL

    /// `SAMSPIL_WRITE_VECTORS=1` writes the file anew: when the rule is meant to change, on both sides.
    ///
    /// - Parameter cases: in order; each becomes a line of the file's one array.
    /// - Returns: what is not as the file says; nil where it is current.
    package static func difference(_ name: String, _ cases: [any Encodable]) throws -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = try cases.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let file = folder.appending(path: "\(name).json")
        if ProcessInfo.processInfo.environment["SAMSPIL_WRITE_VECTORS"] != nil {
            try Data("[\n\(lines.joined(separator: ",\n"))\n]\n".utf8).write(to: file)
        }
        let stored = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().dropLast()
            .map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
        if let (now, then) = zip(lines, stored).first(where: { $0 != $1 }) {
            return "\(name): was\n\(then)\nis\n\(now)"
        }
        return stored.count == lines.count ? nil : "\(name): \(stored.count) cases stand there, \(lines.count) are made"
    }
}
