/// Puts a request target together again from what libwebsockets made of it.
///
/// It hands out the path and the `name=value` pairs already percent-decoded. Encoding them again keeps a decoded `&`,
/// `=`, `+` or `%` from being read as structure.
enum TargetEncoder {
    /// - Parameter query: pairs as `name=value`, of which the first `=` is structure.
    static func encode(path: [UInt8], query: [[UInt8]]) -> String {
        var target: [UInt8] = []
        target.reserveCapacity(path.count + query.reduce(0) { $0 + $1.count + 1 } + 16)
        for byte in path { append(byte, to: &target, isAllowed: isAllowedInPath(byte)) }
        var separator = UInt8(ascii: "?")
        for pair in query {
            target.append(separator)
            separator = UInt8(ascii: "&")
            appendPair(pair, to: &target)
        }
        return String(decoding: target, as: UTF8.self)
    }

    private static func appendPair(_ pair: [UInt8], to target: inout [UInt8]) {
        var hasSeenEquals = false
        for byte in pair {
            if byte == UInt8(ascii: "="), !hasSeenEquals {
                hasSeenEquals = true
                target.append(byte)
            } else {
                append(byte, to: &target, isAllowed: isAllowedInQuery(byte))
            }
        }
    }

    private static func append(_ byte: UInt8, to target: inout [UInt8], isAllowed: Bool) {
        if isAllowed {
            target.append(byte)
        } else {
            let digits = Array("0123456789ABCDEF".utf8)
            target += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

    /// RFC 3986 `unreserved`, and what of `sub-delims` means nothing to anyone.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "*"):
            true
        default: false
        }
    }

    private static func isAllowedInPath(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "&")
    }

    private static func isAllowedInQuery(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || byte == UInt8(ascii: "/")
    }
}
