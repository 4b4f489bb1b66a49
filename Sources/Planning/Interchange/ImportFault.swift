/// Everything that is wrong in a document. Nothing of it was taken in.
package struct ImportFaults: Error, Sendable, Hashable, CustomStringConvertible {
    /// Never empty.
    package let faults: [ImportFault]

    /// - Parameter faults: at least one.
    package init(faults: [ImportFault]) {
        self.faults = faults
    }

    package var description: String {
        faults.map { "\($0.path): \($0.messageEn)" }.joined(separator: "\n")
    }
}

/// One thing that is wrong in a document, said to the person who brought it.
package struct ImportFault: Error, Sendable, Hashable, Codable {
    /// Where: a JSON path such as `$.goals[2].unitId`; in a table `goals.csv:4:frist`.
    package let path: String
    /// What, in Danish.
    package let message: String
    /// What, in English.
    package let messageEn: String

    /// The table's file, the line its row begins on, from 1, and the column, where a table was brought.
    package let file: String?
    package let row: Int?
    package let column: LocalizedText?

    package init(
        path: String, message: LocalizedText, file: String? = nil, row: Int? = nil, column: LocalizedText? = nil
    ) {
        (self.file, self.row, self.column) = (file, row, column)
        self.path = path
        self.message = message.da
        messageEn = message.en
    }

    init(_ error: JSONParsingError) {
        self.init(path: "$", message: error.message)
    }
}
