/// A program that turns a document into another format. The raw value is its name, and that of the Debian package it
/// comes in.
package enum Converter: String, Sendable, Hashable, CaseIterable {
    case pandoc, weasyprint
}
