/// How much JSON is read before it is refused.
package struct JSONLimits: Sendable, Hashable {
    /// The whole text, in bytes. A large municipality's week (100 models of 20 KB) is about 2 MB.
    package var bytes: Int
    /// How deeply arrays and objects may hold each other. The interchange format uses 7; the rest is for members it
    /// doesn't know. It bounds the parser's stack.
    package var depth: Int

    /// - Parameters:
    ///   - bytes: of the whole text.
    ///   - depth: of arrays and objects within each other; parsing recurses that deep.
    package init(bytes: Int = 16 << 20, depth: Int = 32) {
        self.bytes = bytes
        self.depth = depth
    }

    /// For documents from outside: a whole municipality's week is some megabytes.
    package static let standard = JSONLimits()

    /// For what becomes a part of a document: deep enough for any part, and so much shallower than a document may be
    /// that the document can be read again with the part in it.
    package static let part = JSONLimits(depth: 16)
}
