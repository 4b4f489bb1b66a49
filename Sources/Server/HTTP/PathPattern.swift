import Application

/// The path of a route: words, and parameters in braces that fill a segment or the end of one (`outcome.{format}`).
struct PathPattern: Sendable {
    private struct Segment {
        let prefix: String
        /// Nil where the segment is the prefix and nothing else.
        let parameter: String?
    }

    /// In order; a path matches only with as many of its own.
    private let segments: [Segment]

    /// - Parameter path: as a ``Route`` has it. A slip in it is a programmer's and shows in every test that asks for
    ///   the route.
    init(_ path: String) {
        segments = path.split(separator: "/").map { segment in
            guard segment.hasSuffix("}"), let brace = segment.firstIndex(of: "{") else {
                return Segment(prefix: String(segment), parameter: nil)
            }
            return Segment(
                prefix: String(segment[..<brace]), parameter: String(segment[brace...].dropFirst().dropLast()))
        }
    }

    /// Their names in order, as the OpenAPI description lists them.
    var parameters: [String] { segments.compactMap(\.parameter) }

    /// - Returns: the parameters; nil when the path is another.
    func match(_ path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var parameters: [String: String] = [:]
        for (expected, segment) in zip(segments, path) {
            guard let name = expected.parameter else {
                guard segment == expected.prefix else { return nil }
                continue
            }
            guard segment.hasPrefix(expected.prefix), segment.utf8.count > expected.prefix.utf8.count else {
                return nil
            }
            parameters[name] = String(segment.dropFirst(expected.prefix.count))
        }
        return parameters
    }
}
