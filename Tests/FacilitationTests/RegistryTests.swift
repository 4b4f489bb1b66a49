@testable import Facilitation
import Foundation
import Testing

/// What the compiler cannot see: that every command and event that is written has its row, and says what it is.
struct RegistryTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Facilitation")

    private static func sources() throws -> [(name: String, text: String)] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            (path, try String(contentsOf: folder.appending(path: path), encoding: .utf8))
        }
    }

    /// The types in this target's files that say to be one of `protocols`, each with which.
    private static func declared(_ protocols: Set<Substring>) throws -> [String: Substring] {
        let declaration = /(?:struct|enum|class|actor|extension)\s+(?<name>\w+)\s*:\s*(?<conformances>[^{]*)\{/
        var found: [String: Substring] = [:]
        for (_, text) in try sources() {
            for match in text.matches(of: declaration) {
                let all = match.output.conformances.split { !$0.isLetter }
                if let one = all.first(where: protocols.contains) { found[String(match.output.name)] = one }
            }
        }
        return found
    }

    @Test func `every command that is written has one row among those of pages or those of the server`() throws {
        let declared = try Self.declared(["Command", "PageCommand", "ServerCommand"])
        let rows = CommandRegistry.all.map { String(describing: $0) }
        #expect(Set(rows).count == rows.count)
        #expect(Set(declared.keys) == Set(rows))
        let sentByPages = declared.filter { $0.value == "PageCommand" }.keys
        #expect(Set(sentByPages) == Set(CommandRegistry.sentByPages.map { String(describing: $0) }))
        #expect(!declared.values.contains("Command"), "it does not say whether pages send it")
    }

    @Test func `every event that is written has one row`() throws {
        let declared = try Self.declared(["Event", "ToldToAll"])
        let rows = EventRegistry.all.map { String(describing: $0) }
        #expect(Set(rows).count == rows.count)
        #expect(Set(declared.keys) == Set(rows))
    }

    @Test func `no two commands and no two events are called the same, and the redacted are none of them`() {
        #expect(Set(CommandRegistry.all.map { $0.kind }).count == CommandRegistry.all.count)
        #expect(Set(EventRegistry.all.map { $0.kind }).count == EventRegistry.all.count)
        #expect(EventRegistry.type(of: EventRedaction.kind) == nil)
    }

    @Test func `every type says what it is`() throws {
        let declaration = /^\s*(?:package |private |fileprivate )?(?:struct|enum|class|protocol) (?<name>\w+)/
        for (file, text) in try Self.sources() {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (place, line) in lines.enumerated() {
                guard let match = line.firstMatch(of: declaration), match.output.name != "CodingKeys" else { continue }
                let before = place > 0 ? lines[place - 1].drop(while: \.isWhitespace) : ""
                #expect(before.hasPrefix("///"), "\(file):\(place + 1)")
            }
        }
    }
}
