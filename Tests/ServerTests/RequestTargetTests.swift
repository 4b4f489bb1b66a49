import Testing

@testable import Application
@testable import Server

/// What a request asks for, decoded once and never looked at raw again.
struct RequestTargetTests {
    @Test(
        arguments: [
            ("/", []), ("/a/b", ["a", "b"]), ("//a///b/", ["a", "b"]), ("/a%20b", ["a b"]), ("/a+b", ["a+b"]),
            ("/%C3%A6", ["æ"]), ("/...", ["..."]), ("/a?b/../c", ["a"]), ("/%61", ["a"]),
        ] as [(String, [String])])
    func `a path is taken apart and decoded`(target: String, segments: [String]) {
        #expect(RequestTarget(target)?.segments == segments)
    }

    @Test(arguments: [
        "", "a/b", "*", "http://x/", "/.", "/..", "/a/../b", "/%2e%2e/b", "/%2E", "/a%2Fb", "/a%00", "/%", "/%4",
        "/%zz",
        "/%+1", "/%FF", "/%C3", "/%ED%A0%80", "/a?b=%", "/a?%FF=1",
    ])
    func `what climbs, hides a slash or a NUL, or does not decode is refused`(target: String) {
        #expect(RequestTarget(target) == nil)
    }

    @Test func `of a query's name the first counts, and plus is a space`() {
        let query = RequestTarget("/x?a=1&a=2&b=x+y%2B&c&=d&e==")?.query
        #expect(query == ["a": "1", "b": "x y+", "c": "", "": "d", "e": "="])
        #expect(RequestTarget("/x?")?.query == [:])
    }
}
