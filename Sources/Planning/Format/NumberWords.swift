/// Numbers as people write them, without asking the machine's locale: `1.234,5` in Danish, `1,234.5` in English.
package enum NumberWords {
    /// - Parameter decimals: how many digits after the separator at most; trailing zeroes are left out.
    package static func text(_ value: Double, decimals: Int = 2, _ language: Language = .danish) -> String {
        let places = min(max(decimals, 0), 6)
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 9_007_199_254_740_992 else { return "\(value)" }
        let units = Int(scaled)
        var fraction = String(units % Int(scale))
        fraction = String(repeating: "0", count: max(places - fraction.count, 0)) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = value < 0 && units > 0 ? "-" : ""
        let whole = sign + grouped(units / Int(scale), language)
        return places == 0 || fraction.isEmpty ? whole : whole + (language == .danish ? "," : ".") + fraction
    }

    /// `1.234` in Danish, `1,234` in English.
    package static func text(_ value: Int, _ language: Language = .danish) -> String {
        (value < 0 ? "-" : "") + grouped(Int(clamping: value.magnitude), language)
    }

    private static func grouped(_ value: Int, _ language: Language) -> String {
        let digits = Array(String(value))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += language == .danish ? "." : "," }
            text.append(digit)
        }
        return text
    }
}

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
