/// A plain value as JavaScript and lib0 know them.
///
/// Numbers are Doubles, as in JavaScript; integers too.
package indirect enum Value: Hashable, Sendable {
    case undefined
    case null
    case bool(Bool)
    case number(Double)
    case bigInt(Int64)
    case string(String)
    case bytes([UInt8])
    case array([Value])
    case object([String: Value])
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
}
