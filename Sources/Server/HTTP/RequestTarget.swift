import Application

/// The path and query of a request target in origin form (RFC 9112 section 3.2.1), decoded.
package struct RequestTarget: Sendable {
    /// The decoded segments of the path. A segment that is `.` or `..`, or does not decode, makes the target
    /// invalid: nothing here needs them.
    package let segments: [String]
    /// The decoded query; of a name that comes twice the first counts.
    package let query: [String: String]

    /// `nil` when it cannot be decoded.
    package init?(_ target: String) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, path.hasPrefix("/") else { return nil }
        var segments: [String] = []
        for raw in path.split(separator: "/") {
            guard let segment = Self.decode(raw, plusIsSpace: false),
                segment != ".", segment != "..", !segment.contains("/"), !segment.utf8.contains(0)
            else { return nil }
            segments.append(segment)
        }
        self.segments = segments
        var query: [String: String] = [:]
        if parts.count == 2 {
            for pair in parts[1].split(separator: "&") {
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = Self.decode(sides[0], plusIsSpace: true) else { return nil }
                guard let value = sides.count == 2 ? Self.decode(sides[1], plusIsSpace: true) : "" else { return nil }
                if query[name] == nil { query[name] = value }
            }
        }
        self.query = query
    }

    /// Percent-decoding (RFC 3986 section 2.1); `nil` for a broken escape or bytes that are not UTF-8.
    private static func decode(_ text: Substring, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
