extension NumberWords {
    /// The number that a text begins with, as people write it in Danish: `62 %`, `1.234,5 kr.`, `ca. 9`. A full stop
    /// before three digits groups thousands, any other is a decimal point; a comma is always the decimal one.
    /// - Returns: nil where there is no digit, or more than a finite number can hold.
    package static func value(_ text: String) -> Double? {
        var digits = ""
        var hasComma = false
        let scalars = Array(text.unicodeScalars)
        guard var index = scalars.firstIndex(where: isDigit) else { return nil }
        let isNegative = index > 0 && (scalars[index - 1] == "-" || scalars[index - 1] == "\u{2212}")
        while index < scalars.count {
            let scalar = scalars[index]
            let digitsAfter = scalars[(index + 1)...].prefix(while: isDigit).count
            if isDigit(scalar) {
                digits.unicodeScalars.append(scalar)
            } else if scalar == ",", !hasComma, digitsAfter > 0 {
                hasComma = true
                digits += "."
            } else if scalar == ".", !hasComma, digitsAfter > 0, digitsAfter != 3 {
                hasComma = true
                digits += "."
            } else if (scalar == "." || scalar == " " || scalar == "\u{A0}") && !hasComma && digitsAfter == 3 {
                // Groups thousands.
            } else {
                break
            }
            index += 1
        }
        return Double(digits).flatMap { $0.isFinite ? (isNegative ? -$0 : $0) : nil }
    }

    private static func isDigit(_ scalar: UnicodeScalar) -> Bool {
        ("0"..."9").contains(scalar)
    }
}
