/// What is read from an array or a map.
///
/// Shared types are views, not copies. Whoever follows them by recursion must bound how deep: a client can nest them
/// as deep as it likes.
package enum Output {
    case value(Value)
    case text(YText)
    case array(YArray)
    case map(YMap)
    case xml(YXML)
    case subdocument(guid: String)
}

extension Output {
    /// The plain value, where it is one.
    package var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}
