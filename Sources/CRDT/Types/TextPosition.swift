/// A place between two blocks of a text, with the attributes that are in force there. Yjs: `ItemTextListPosition`.
struct TextPosition {
    var left: BlockIndex
    var right: BlockIndex
    var attributes: [KeyIndex: Value]

    /// Null ends an attribute. Yjs: `updateCurrentAttributes`.
    mutating func apply(_ format: TextFormat) {
        attributes[format.key] = format.value == .null ? nil : format.value
    }
}

/// The content of a format block: from here on, this attribute has this value.
struct TextFormat {
    let key: KeyIndex
    let value: Value
}
