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
