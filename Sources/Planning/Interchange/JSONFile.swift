package import Foundation

/// A JSON file that a person chose: decoded by what its bytes are (``FileText``), every text in it clean
/// (``CleanText``).
package struct JSONFile: Sendable, Hashable {
    package let value: JSONValue
    /// What the person who chose the file should look at, because of how it was decoded.
    package let notes: [LocalizedText]

    /// - Throws: one fault, at `$`, for bytes that are no text and text that is no JSON.
    package init(_ data: Data) throws(ImportFaults) {
        // Nothing larger is decoded.
        guard data.count <= JSONLimits.standard.bytes else {
            let error = JSONParsingError(reason: .tooLarge(limit: JSONLimits.standard.bytes), offset: 0)
            throw ImportFaults(faults: [ImportFault(error)])
        }
        let file: FileText
        do {
            file = try FileText(data)
        } catch {
            throw ImportFaults(faults: [ImportFault(path: "$", message: error.message)])
        }
        do {
            value = try JSONValue.parse(file.text).withCleanTexts
        } catch {
            throw ImportFaults(faults: [ImportFault(error)])
        }
        notes = file.notes()
    }
}
