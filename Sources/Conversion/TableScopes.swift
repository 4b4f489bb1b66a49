/// Writes into a tagged PDF which cells each heading of a table is for, as PDF/UA-1 wants it (ISO 14289-1 section 7.5,
/// `Scope` of ISO 32000-1 table 349) and weasyprint 57 leaves out.
///
/// Reads the file's objects through its one cross-reference table, as weasyprint lays them out. A file that is laid out
/// otherwise, or whose headings have attributes already, stays as it is.
struct TableScopes {
    private let bytes: [UInt8]
    /// Of each object, by its number; nil for numbers that are free.
    private let offsets: [Int?]
    /// The entries of the cross-reference table, 20 bytes each.
    private let table: Range<Int>
    /// The number behind `startxref`.
    private let start: Range<Int>

    static func added(to bytes: [UInt8]) -> [UInt8] {
        TableScopes(bytes)?.completed() ?? bytes
    }

    private init?(_ bytes: [UInt8]) {
        var tail = Scan(bytes, at: max(0, bytes.count - 64))
        guard tail.skip(through: "startxref\n"), let start = tail.number() else { return nil }
        var head = Scan(bytes, at: start.value)
        guard head.skip("xref\n0 "), let count = head.number(), head.skip("\n"),
            head.place + count.value * 20 <= bytes.count
        else { return nil }
        self.bytes = bytes
        self.start = start.range
        table = head.place..<head.place + count.value * 20
        offsets = (0..<count.value).map { index in
            var entry = Scan(bytes, at: head.place + index * 20)
            guard let offset = entry.number(), entry.skip(" 00000 n"), offset.value < bytes.count else { return nil }
            return offset.value
        }
    }

    private func completed() -> [UInt8] {
        let insertions = offsets.indices.compactMap(insertion).sorted { $0.place < $1.place }
        guard !insertions.isEmpty else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + insertions.count * 40)
        var copied = 0
        for insertion in insertions {
            result += bytes[copied..<insertion.place] + insertion.text
            copied = insertion.place
        }
        // The table stands behind every object, and moves as one piece.
        let moved = result.count - copied
        result += bytes[copied...]
        var rest = insertions[...]
        var shift = 0
        let objects = offsets.enumerated().compactMap { number, offset in offset.map { (number, $0) } }
        for (number, offset) in objects.sorted(by: { $0.1 < $1.1 }) {
            while let next = rest.first, next.place <= offset {
                shift += next.text.count
                rest.removeFirst()
            }
            let place = table.lowerBound + moved + number * 20
            result.replaceSubrange(place..<place + 10, with: Self.digits(offset + shift, width: 10))
        }
        let place = start.lowerBound + moved..<start.upperBound + moved
        result.replaceSubrange(place, with: Self.digits(table.lowerBound + moved - headLength, width: 0))
        return result
    }

    /// From the word `xref` to the table's first entry.
    private var headLength: Int { "xref\n0 \(offsets.count)\n".utf8.count }

    /// What a heading lacks, and where it goes; nil for other objects.
    private func insertion(_ number: Int) -> (place: Int, text: [UInt8])? {
        guard let heading = element(number), heading.kind == "TH", !heading.hasAttributes,
            let row = heading.parent.flatMap(element), row.kind == "TR",
            let group = row.parent.flatMap(element)
        else { return nil }
        let scope = group.kind == "THead" ? "Column" : "Row"
        return (heading.end, Array("/A << /O /Table /Scope /\(scope) >>\n".utf8))
    }

    /// An element of the PDF's structure tree.
    private struct Element {
        let kind: String
        let parent: Int?
        let hasAttributes: Bool
        /// Where the line with its kind ends.
        let end: Int
    }

    /// An element of the structure tree.
    private func element(_ number: Int) -> Element? {
        guard offsets.indices.contains(number), let offset = offsets[number] else { return nil }
        var scan = Scan(bytes, at: offset)
        guard scan.skip("\(number) 0 obj\n<<\n/Type /StructElem\n/S /"), let kind = scan.line() else { return nil }
        let end = scan.place
        var parent: Int?
        var hasAttributes = false
        while let line = scan.line(), line != "endobj" {
            if line.hasPrefix("/A ") { hasAttributes = true }
            if line.hasPrefix("/P "), line.hasSuffix(" 0 R") { parent = Int(line.dropFirst(3).dropLast(4)) }
        }
        return Element(kind: kind, parent: parent, hasAttributes: hasAttributes, end: end)
    }

    private static func digits(_ number: Int, width: Int) -> [UInt8] {
        let digits = Array(String(number).utf8)
        return Array(repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
    }
}

extension TableScopes {
    /// Reads a file from a place on.
    private struct Scan {
        let bytes: [UInt8]
        var place: Int

        init(_ bytes: [UInt8], at place: Int) {
            self.bytes = bytes
            self.place = min(max(0, place), bytes.count)
        }

        /// Past the word, if it is next.
        mutating func skip(_ word: String) -> Bool {
            guard bytes[place...].starts(with: word.utf8) else { return false }
            place += word.utf8.count
            return true
        }

        /// Past the word, wherever it comes next.
        mutating func skip(through word: String) -> Bool {
            while place < bytes.count {
                if skip(word) { return true }
                place += 1
            }
            return false
        }

        mutating func number() -> (value: Int, range: Range<Int>)? {
            let digits = bytes[place...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard digits.count <= 18, let value = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
            defer { place += digits.count }
            return (value, digits.indices)
        }

        /// Up to the end of the line, which is skipped.
        mutating func line() -> String? {
            guard place < bytes.count, let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            defer { place = end + 1 }
            return String(decoding: bytes[place..<end], as: UTF8.self)
        }
    }
}
