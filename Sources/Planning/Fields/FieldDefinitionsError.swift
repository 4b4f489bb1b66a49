/// What is wrong in a file of field definitions: every fault, so that it is mended in one go.
package struct FieldDefinitionsError: Error, Sendable, Hashable, CustomStringConvertible {
    package let faults: [ImportFault]

    package var description: String {
        "The field definitions cannot be used:\n"
            + faults.map { "  \($0.path): \($0.messageEn)" }.joined(separator: "\n")
    }
}
