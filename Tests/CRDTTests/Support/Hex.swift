/// Bytes as text, so that a failed comparison tells where they part.
enum Hex {
    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
    }
}
