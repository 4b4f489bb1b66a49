/// Asked now and then by what writes a document, which may take a second for megabytes of text: true when nobody waits
/// for it any more, and from then on. What was written so far is then thrown away.
package typealias IsOver = () -> Bool

/// Writing for somebody who may leave: whoever left is not written for to the end.
enum Interruption {
    /// For whoever stays.
    static func never() -> Bool { false }

    /// - Parameter write: stops soon after `isOver` is true, with whatever it has.
    /// - Throws: `CancellationError` when it was.
    static func checking<Written>(_ isOver: IsOver, _ write: () -> Written) throws(CancellationError) -> Written {
        let written = write()
        if isOver() { throw CancellationError() }
        return written
    }
}

extension Array {
    /// What `make` makes of each, up to where it is over.
    func map<Made>(unless isOver: IsOver, _ make: (Element) -> Made) -> [Made] {
        var made: [Made] = []
        made.reserveCapacity(count)
        for element in self {
            if isOver() { break }
            made.append(make(element))
        }
        return made
    }
}
