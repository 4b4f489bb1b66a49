import Export
import Foundation

/// How documents look: the reference documents for pandoc and the style sheet for print, read at every conversion so
/// that a municipality can change them while the server runs.
///
/// A reference document is kept as the files it is made of, so that a change can be read; they are put together here.
struct StyleFiles: Sendable {
    let directory: String

    /// Where the text at the head of each page goes.
    private static let pageHeadMark = "@@PAGE-HEAD@@"

    func printSheet() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: directory).appending(path: "print.css")))
    }

    /// - Parameter kind: `docx` or `odt`.
    func referenceDocument(_ kind: String, pageHead: [String]) throws -> [UInt8] {
        let root = URL(filePath: directory).appending(path: kind)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        var archive = ZipWriter()
        let head = XMLText.escaped(pageHead.joined(separator: " · "))
        // OpenDocument wants `mimetype` first (version 1.3 part 2, section 3.3).
        for name in names.filter({ $0 == "mimetype" }) + names.filter({ $0 != "mimetype" }) {
            let place = root.appending(path: name)
            guard (try? place.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { continue }
            var bytes = [UInt8](try Data(contentsOf: place))
            if name.hasSuffix(".xml"), let text = String(validating: bytes, as: UTF8.self),
                text.contains(Self.pageHeadMark)
            {
                bytes = Array(text.replacing(Self.pageHeadMark, with: head).utf8)
            }
            try archive.add(name, bytes)
        }
        return archive.finish()
    }
}
