/// The kinds of shared types, numbered as in the update encoding (Yjs: `typeRefs`).
package enum TypeKind: UInt8, BitwiseCopyable, Sendable {
    case array = 0
    case map = 1
    case text = 2
    case xmlElement = 3
    case xmlFragment = 4
    case xmlHook = 5
    case xmlText = 6
    /// A root: the encoding names it but does not say what it is.
    case root = 255

    /// Elements carry their node name, hooks their hook name.
    var hasName: Bool { self == .xmlElement || self == .xmlHook }
}
