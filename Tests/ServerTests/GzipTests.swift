import Foundation
import HTTPTypes
import Testing

@testable import Application
@testable import Server

struct GzipTests {
    private static func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "samspil-\(UUID().uuidString).gz")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let read = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "gzip says that the stream is not sound")
        return [UInt8](read)
    }

    @Test(arguments: [[0, 0, 0], [1, 0, 5], [300_000, 1, 70_000], [10, 500_000, 10]])
    func `pieces that were compressed by themselves are one stream to any reader`(sizes: [Int]) throws {
        let parts = sizes.enumerated().map { number, size in
            (0..<size).map { UInt8(truncatingIfNeeded: $0 / 7 &* (number + 3)) }
        }
        let pieces = try parts.enumerated().map { number, bytes in
            try #require(GzipPiece(bytes, isLast: number == parts.count - 1))
        }
        let stream = try #require(GzipPiece.stream(pieces))
        #expect(try Self.gunzip(stream) == Array(parts.joined()))
        #expect(GzipPiece.stream(Array(pieces.dropLast())) == nil)
    }

    @Test(arguments: [nil, "gzip", "br;q=1, gzip;q=0", "deflate, gzip;q=0.5"])
    func `a shared list stands where the empty one stood, whatever people write, coded for those who take it`(
        accepted: String?
    ) throws {
        struct Answer: Codable, Equatable {
            let me: String
            let participants, values: [String]
        }
        let people = (0..<2_000).map { "Deltager \($0) \"participants\":[]" }
        let me = #"x "participants":[] \"participants\":[]"#
        let list = try SharedList(people)
        let bare = try Response.json(Answer(me: me, participants: [], values: ["a"]))
        let response = list.put(in: bare, as: "participants", accepted: accepted)
        let isCoded = accepted?.hasSuffix("gzip") == true || accepted?.hasSuffix("0.5") == true
        #expect(response.headerFields[.contentEncoding] == (isCoded ? "gzip" : nil))
        #expect(response.headerFields[.vary] == "Accept-Encoding")
        let body = isCoded ? try Self.gunzip(response.body) : response.body
        let answer = try JSONDecoder().decode(Answer.self, from: Data(body))
        #expect(answer == Answer(me: me, participants: people, values: ["a"]))
        #expect(!isCoded || response.body.count < body.count / 4)
    }
}
