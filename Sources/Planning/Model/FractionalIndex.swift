/// Positions in a list as strings: between any two there is room for another, so that moving a row changes that row
/// alone and two people who move different rows don't collide. Compared byte by byte; made of the digits 0–9, A–Z and
/// a–z, in that order, and read as the fraction 0.d₁d₂d₃… of base 62. Any client may make its own as long as it
/// compares so; ties are broken by the row's id.
package enum FractionalIndex {
    private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    private static let base = 62

    /// Positions for a list that is made in one go, evenly spread.
    package static func sequence(_ count: Int) -> [String] {
        guard count > 0 else { return [] }
        var width = 1
        var room = base
        while room <= count * 2 {
            width += 1
            room *= base
        }
        return (1...count).map { text(room / (count + 1) * $0, width: width) }
    }

    private static func text(_ value: Int, width: Int) -> String {
        var value = value
        var bytes: [UInt8] = []
        for _ in 0..<width {
            bytes.append(digits[value % base])
            value /= base
        }
        while bytes.first == digits[0] { bytes.removeFirst() }
        return String(decoding: bytes.reversed(), as: UTF8.self)
    }

    /// A position after `lower` and before `upper`; nil is the list's start or end.
    ///
    /// Positions come from clients: where there is no room (they are equal, out of order, or hold other characters) the
    /// result comes after `lower`.
    package static func between(_ lower: String?, _ upper: String?) -> String {
        let low = (lower ?? "").utf8.map(value)
        guard let upper else { return text(midpoint(low, nil)) }
        let high = upper.utf8.map(value)
        guard low.lexicographicallyPrecedes(high), high.last != 0 else { return text(midpoint(low, nil)) }
        return text(midpoint(low, high))
    }

    /// The digit's value; characters that aren't digits count as the nearest digit below them.
    private static func value(_ byte: UInt8) -> Int {
        (digits.lastIndex { $0 <= byte } ?? 0)
    }

    private static func text(_ values: [Int]) -> String {
        String(decoding: values.map { digits[$0] }, as: UTF8.self)
    }

    /// - Precondition: low < high as fractions, and high doesn't end in 0.
    private static func midpoint(_ low: [Int], _ high: [Int]?) -> [Int] {
        var result: [Int] = []
        var high = high
        var index = 0
        while true {
            let below = index < low.count ? low[index] : 0
            let above = high.map { index < $0.count ? $0[index] : 0 } ?? base
            if above - below > 1 { return result + [(below + above) / 2] }
            result.append(below)
            if above > below { high = nil }  // from here on only the lower bound counts
            index += 1
        }
    }
}
