/// Why bytes are not what they claim to be. `at` is the offset of the byte where reading gave up.
package enum DecodingError: Error, Hashable, Sendable {
    /// The bytes end inside a value.
    case unexpectedEnd(at: Int)
    /// A variable-length number above 2⁵³ − 1, the largest integer that JavaScript counts exactly.
    case integerOutOfRange(at: Int)
    /// A count that needs more bytes than remain.
    case countExceedsBytes(at: Int)
    /// A clock above the limit.
    case clockOutOfRange(at: Int)
    case invalidUTF8(at: Int)
    case invalidJSON(at: Int)
    /// A plain value with an unknown tag.
    case unknownValue(tag: UInt8, at: Int)
    /// A struct with an unknown content reference.
    case unknownContent(reference: UInt8, at: Int)
    /// A shared type with an unknown reference.
    case unknownType(reference: UInt64, at: Int)
    /// A struct that takes no room in its client's clock.
    case emptyStruct(at: Int)
    /// A struct that builds on itself or on a later struct of its own client.
    case dependsOnItself(at: Int)
    /// One client has two sections.
    case duplicateClient(UInt64)
    /// Plain values nested deeper than the limit.
    case nestingTooDeep(at: Int)
    /// A key or root name longer than the limit.
    case keyTooLong(at: Int)
    /// An update of encoding V2 that stands for more bytes of V1 than the limit.
    case expandsTooMuch(limit: Int)
    /// Bytes after the end.
    case trailingBytes(at: Int)
}

extension DecodingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unexpectedEnd(let at): "the bytes end inside a value at \(at)"
        case .integerOutOfRange(let at): "an integer above 2^53-1 at \(at)"
        case .countExceedsBytes(let at): "a count that needs more bytes than remain at \(at)"
        case .clockOutOfRange(let at): "a clock above the limit at \(at)"
        case .invalidUTF8(let at): "text that is not UTF-8 at \(at)"
        case .invalidJSON(let at): "text that is not JSON at \(at)"
        case .unknownValue(let tag, let at): "a value with unknown tag \(tag) at \(at)"
        case .unknownContent(let reference, let at): "a struct with unknown content \(reference) at \(at)"
        case .unknownType(let reference, let at): "a shared type with unknown reference \(reference) at \(at)"
        case .emptyStruct(let at): "a struct without length at \(at)"
        case .dependsOnItself(let at): "a struct that builds on itself at \(at)"
        case .duplicateClient(let client): "two sections for client \(client)"
        case .nestingTooDeep(let at): "a value nested too deep at \(at)"
        case .keyTooLong(let at): "a key or name that is too long at \(at)"
        case .expandsTooMuch(let limit): "an update that stands for more than \(limit) bytes"
        case .trailingBytes(let at): "bytes after the end at \(at)"
        }
    }
}
