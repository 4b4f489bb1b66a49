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
