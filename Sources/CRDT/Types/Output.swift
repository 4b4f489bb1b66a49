/// What is read from an array or a map.
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
