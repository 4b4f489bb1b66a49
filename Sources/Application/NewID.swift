import Foundation

/// New identifiers: 80 random bits in twenty hexadecimal digits, so that nobody meets another's by chance.
package enum NewID {
    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let high = UInt64.random(in: .min ... .max, using: &generator)
        let low = UInt16.random(in: .min ... .max, using: &generator)
        return pad(String(high, radix: 16), to: 16) + pad(String(low, radix: 16), to: 4)
    }

    private static func pad(_ digits: String, to length: Int) -> String {
        String(repeating: "0", count: length - digits.count) + digits
    }
}
