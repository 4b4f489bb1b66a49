/// Text in XML and HTML.
package enum XMLText {
    /// Text between tags or inside a quoted attribute. What XML cannot hold is left out.
    package static func escaped(_ text: String) -> String {
        PlainText.visible(text).escapingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: nil
            }
        }
    }
}
