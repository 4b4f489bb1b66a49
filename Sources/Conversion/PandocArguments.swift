import Export
import Foundation
import Planning

/// How pandoc is called: with its own document tree, never with markup, and without anything of the user's account.
enum PandocArguments {
    private static let common = ["--quiet", "--data-dir", "."]

    static func convert(to format: String) -> [String] {
        common + [
            "--from", "json", "--to", format, "--reference-doc", "reference.\(format)", "--output", "result.\(format)",
            "document.json",
        ]
    }

    /// The version of the document tree that this pandoc writes, and so reads.
    static func askVersion(_ run: ProgramRun, in folder: TemporaryFolder) async throws -> [Int] {
        try folder.write([], to: "empty.md")
        let answer = try await run(
            common + ["--from", "markdown", "--to", "json", "--output", "empty.json", "empty.md"], result: "empty.json")
        let numbers = (try? JSONValue.parse(Data(answer)))?["pandoc-api-version"]?.array?.compactMap(\.int) ?? []
        guard !numbers.isEmpty else {
            throw ConversionError.failed(.pandoc, reason: "it does not say which document tree it reads")
        }
        return numbers
    }
}
