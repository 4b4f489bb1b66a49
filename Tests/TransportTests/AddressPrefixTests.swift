import Testing

@testable import Transport

@Suite struct AddressPrefixTests {
    @Test("a prefix holds the addresses that share its bits, whatever their notation")
    func contains() throws {
        let ten = try #require(AddressPrefix("10.0.0.0/9"))
        #expect(ten.contains("10.127.255.255"))
        #expect(!ten.contains("10.128.0.0"))
        #expect(ten.contains("::ffff:10.1.2.3"))
        let loopback = try #require(AddressPrefix("::1"))
        #expect(loopback.contains("0:0:0:0:0:0:0:1"))
        #expect(!loopback.contains("::2"))
        #expect(try #require(AddressPrefix("0.0.0.0/0")).contains("203.0.113.9"))
    }

    @Test("what is no address is no prefix", arguments: ["", "a", "10.0.0.0/33", "10.0.0.0/-1", "1.2.3.4/5/6", "/8"])
    func refuses(text: String) {
        #expect(AddressPrefix(text) == nil)
    }
}
