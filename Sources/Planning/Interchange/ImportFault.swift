/// One thing that is wrong in a document, said to the person who brought it.
package struct ImportFault: Error, Sendable, Hashable, Codable {
    /// Where: a JSON path such as `$.goals[2].unitId`.
    package let path: String
    /// What, in Danish.
    package let message: String
    /// What, in English.
    package let messageEn: String

    package init(path: String, message: LocalizedText) {
        self.path = path
        self.message = message.da
        messageEn = message.en
    }

    init(_ error: JSONParsingError) {
        self.init(path: "$", message: error.message)
    }
}
