/// A stretch of text with the same attributes, or an embed. Yjs: one operation of `toDelta`.
package struct TextRun {
    package enum Content {
        case text(String)
        case embed(Value)
        /// A shared type inside the text.
        case type(Output)
    }

    package let content: Content
    package let attributes: [String: Value]
}
