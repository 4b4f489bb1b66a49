import Export

/// Asks fontconfig what the machine's fonts have: those that weasyprint sets with, by its own library and in the same
/// environment. `fc-list` comes with that library.
enum InstalledFonts {
    static let program = "fc-list"

    /// Asked at every document, which takes some ten milliseconds, so that a font that is installed later is known.
    ///
    /// - Returns: nil when it names no font.
    static func letters(_ run: ProgramRun) async throws -> Letters? {
        let said = try await run(
            ["--format", "%{fontformat} %{charset}\n"], result: "fonts.txt", isPrinted: true)
        let letters = Letters(String(decoding: said, as: UTF8.self).split(separator: "\n").flatMap(ranges))
        return letters.isEmpty ? nil : letters
    }

    /// Of a line like `TrueType 20-7e a0-17f 192`, in hexadecimal. Pango sets with fonts of these two formats only.
    private static func ranges(_ line: Substring) -> [ClosedRange<UInt32>] {
        let words = line.split(separator: " ")
        guard let format = words.first, format == "TrueType" || format == "CFF" else { return [] }
        return words.dropFirst().compactMap { word in
            let ends = word.split(separator: "-").map { UInt32($0, radix: 16) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else { return nil }
            return first...last
        }
    }
}
