import HTTPTypes
import Storage
import Testing

@testable import Application
@testable import Server

/// Codes, tokens, cookies, and how often one may guess.
struct CredentialTests {
    @Test(arguments: [
        ("abcd-2345", "ABCD2345"), (" a b c d 2 3 4 5 ", "ABCD2345"), ("OOOOIILL", "00001111"),
        ("oil0oil1", "01100111"),
        ("ABCDEFGH", "ABCDEFGH"),
    ])
    func `a code is read as people write it`(written: String, code: String) {
        #expect(JoinCode.normalize(written) == code)
    }

    @Test(arguments: [
        "", "ABCD234", "ABCD23456", "ABCD234U", "ÆBCD2345", "ABCD234\u{0}", String(repeating: "-", count: 70),
    ])
    func `what cannot be a code is none`(written: String) {
        #expect(JoinCode.normalize(written) == nil)
    }

    @Test func `codes and tokens are made of their alphabet, and never twice the same`() {
        var seen: Set<String> = []
        for _ in 0..<1_000 {
            let (code, token, id) = (JoinCode.make(), Token.make(), NewID.make())
            #expect(JoinCode.normalize(code) == code)
            #expect(token.utf8.count == 43 && token.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) })
            #expect(id.count == 20)
            for one in [code, token, id] { #expect(seen.insert(one).inserted) }
        }
    }

    @Test func `a token is kept only as its hash`() {
        #expect(
            Token.hash("abc").map { String($0, radix: 16) }.joined().hasPrefix("ba7816bf8f1cfea"), "FIPS 180-2, B.1")
    }

    @Test(
        arguments: [
            ("samspil=abc", "abc"), ("a=b; samspil=abc", "abc"), ("a=b;samspil=abc;c=d", "abc"), ("samspil=a=b", "a=b"),
            ("xsamspil=abc", nil), ("samspil", nil), ("", nil), ("samspil=", nil), ("Samspil=abc", nil),
        ] as [(String, String?)])
    func `the page's cookie is found among others`(value: String, token: String?) {
        #expect(Cookie.token(in: [.cookie: value]) == token)
    }

    @Test func `no script reads the cookie, no other site sends it, and over TLS nothing else carries it`() {
        for cookie in [Cookie.set(token: "t", secure: true), Cookie.clear(secure: true)] {
            for part in ["HttpOnly", "SameSite=Strict", "Path=/", "Secure"] { #expect(cookie.contains("; " + part)) }
        }
        #expect(!Cookie.set(token: "t", secure: false).contains("Secure"))
        #expect(Cookie.clear(secure: false).contains("Max-Age=0"))
    }

    @Test func `of the administrator's token only the hash is stored, and another in the environment takes its power`()
        async throws
    {
        let storage = try SQLiteStorage.inMemory()
        func holds(_ token: String, at now: Int64) async throws -> Bool {
            try await storage.read { try $0.grants(tokenHash: Token.hash(token)).contains { $0.isValid(at: now) } }
        }
        let month: Int64 = 31 * 24 * 60 * 60 * 1_000
        let first = "first-token-of-the-environment"
        #expect(try await AdministratorToken.establish(first, in: storage, now: 1) == first)
        #expect(try await AdministratorToken.establish(first, in: storage, now: 2) == first)
        #expect(
            try await storage.read { try $0.grants(tokenHash: Token.hash(first)).count } == 1, "a restart adds nothing")
        #expect(try await holds(first, at: month))
        let stored = try await storage.read { try $0.setting("administratorTokenHash") ?? "" }
        #expect(!stored.isEmpty && !stored.contains("token"))
        _ = try await AdministratorToken.establish("second-token-of-the-environment", in: storage, now: 3)
        #expect(try await !holds(first, at: 4))
        let made = try await AdministratorToken.establish(nil, in: storage, now: 5)
        #expect(try await !holds("second-token-of-the-environment", at: 6), "taken out of the environment")
        #expect(try await holds(made, at: 6))
        #expect(try await !holds(made, at: 5 + month), "a printed link runs out")
        _ = try await AdministratorToken.establish(first, in: storage, now: 7)
        #expect(try await holds(first, at: 8), "and back again")
        await storage.close()
    }
}
