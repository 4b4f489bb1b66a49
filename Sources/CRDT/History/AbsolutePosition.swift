/// Where a ``RelativePosition`` is just now. Yjs: `AbsolutePosition`.
package struct AbsolutePosition {
    /// The list or text.
    package enum Target {
        case root(String)
        case nested(Output)
    }

    package let target: Target
    /// Visible units before it.
    package let index: Int
    package let association: Int
}
