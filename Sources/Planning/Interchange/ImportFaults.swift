/// Everything that is wrong in a document. Nothing of it was taken in.
package struct ImportFaults: Error, Sendable, Hashable, CustomStringConvertible {
    /// Never empty.
    package let faults: [ImportFault]

    package init(faults: [ImportFault]) {
        self.faults = faults
    }

    package var description: String {
        faults.map { "\($0.path): \($0.messageEn)" }.joined(separator: "\n")
    }
}
