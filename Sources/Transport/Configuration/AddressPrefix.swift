import Glibc

/// A range of IP addresses: `10.0.0.0/8`, `::1`, `192.0.2.7`.
package struct AddressPrefix: Sendable, Hashable {
    /// 4 or 16 bytes, network order.
    private let bytes: [UInt8]
    private let bits: Int

    /// nil when `text` is no address, or its prefix length does not fit.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let bytes = Self.parse(String(parts[0])) else { return nil }
        var bits = bytes.count * 8
        if parts.count == 2 {
            guard let given = Int(parts[1]), (0...bits).contains(given) else { return nil }
            bits = given
        }
        self.bytes = bytes
        self.bits = bits
    }

    /// False for an address of the other family, and for what is no address.
    package func contains(_ address: String) -> Bool {
        guard let other = Self.parse(address), other.count == bytes.count else { return false }
        let whole = bits / 8
        guard other[..<whole] == bytes[..<whole] else { return false }
        let rest = bits % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - rest))
        return other[whole] & mask == bytes[whole] & mask
    }

    /// An IPv4 address inside IPv6 (`::ffff:…`) is that IPv4 address.
    static func parse(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            return withUnsafeBytes(of: four) { [UInt8]($0) }
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: six) { [UInt8]($0) }
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return isMapped ? [UInt8](bytes[12...]) : bytes
    }
}

/// Whose address it is, as far as an address tells: one IPv4 address, or the first 64 bits of an IPv6 address, which is
/// what one household or phone is given and may change within at will (RFC 6177, RFC 8981). What is counted for each
/// client is counted for this.
package struct ClientNetwork: Sendable, Hashable {
    /// The prefix's bytes, network order; for what is no address, the text itself.
    private let bytes: [UInt8]

    package init(_ address: String) {
        guard let parsed = AddressPrefix.parse(address) else {
            bytes = Array(address.utf8.prefix(64))
            return
        }
        bytes = parsed.count == 16 ? Array(parsed.prefix(8)) : parsed
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The first 48 bits of an IPv6 address: what one customer of a provider has at most, as a rule. nil for IPv4, where
    /// a neighbour is somebody else.
    package var site: ClientNetwork? {
        bytes.count == 8 ? ClientNetwork(bytes: Array(bytes.prefix(6))) : nil
    }

    /// What one provider or data centre has in one piece, as a rule: the first 16 bits of an IPv4 address, the first 32
    /// of an IPv6 address (the least that RIPE NCC gives a provider, ripe-738). Who can send from many addresses sends
    /// from few of these.
    package var neighbourhood: ClientNetwork {
        ClientNetwork(bytes: Array(bytes.prefix(bytes.count == 8 ? 4 : 2)))
    }
}
