/// How much an interchange document may hold. Whole-document size and nesting are in ``JSONLimits``.
package enum InterchangeLimits {
    /// Bytes of an id: ids stand in addresses and in log lines.
    package static let identifierBytes = 100
    /// Bytes of a name or title: it has to fit a heading.
    package static let nameBytes = 1_000
    /// Bytes of any other text. A long field is some kilobytes; a whole document may hold 1 MiB of text, and what was
    /// exported must always be importable.
    package static let textBytes = 1 << 20
    /// Elements of a list: all municipal units of a large city are about 1,500.
    package static let listElements = 10_000
    /// Faults told at once: more help nobody.
    package static let faults = 500
}
