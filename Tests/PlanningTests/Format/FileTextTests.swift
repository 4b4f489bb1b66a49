import Foundation
import Planning
import TestSeeds
import Testing

@Suite struct FileTextTests {
    private static let danish = "»Åbne døre«: æbler, øl og å – 50 § på Ærø, »SÅ« siger “Børnehuset”… 12 €"

    private func windows1252(_ text: String) throws -> Data {
        try #require(text.data(using: .windowsCP1252))
    }

    private func fault(_ data: Data) -> FileTextFault? {
        do {
            _ = try FileText(data)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a file is decoded by what its bytes are, and only what was guessed is told`() throws {
        let text = Self.danish
        let units = Array(text.utf16)
        let little = Data(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let big = Data(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        let cases: [(Data, FileText.Encoding)] = [
            (Data(text.utf8), .utf8), (Data([0xEF, 0xBB, 0xBF] + text.utf8), .utf8),
            (Data([0xFF, 0xFE]) + little, .utf16), (Data([0xFE, 0xFF]) + big, .utf16), (little, .utf16), (big, .utf16),
            (try windows1252(text), .windows1252),
        ]
        for (data, encoding) in cases {
            let file = try FileText(data)
            #expect(file.text == text && file.encoding == encoding)
            #expect(file.notes().count == (encoding == .windows1252 ? 1 : 0))
        }
        #expect(try FileText(Data()).text.isEmpty)
    }

    @Test func `what is no Danish text in any known encoding is refused, with what to do about it`() throws {
        let macRoman: [UInt8] = Array("for".utf8) + [0xBE] + Array("ldre p".utf8) + [0x8C] + Array(" skole".utf8)
        let codePage850: [UInt8] = Array("p".utf8) + [0x86] + Array(" sk".utf8) + [0x9B] + Array("re dage".utf8)
        #expect(fault(Data(macRoman)) == .unknown)
        #expect(fault(Data(codePage850)) == .unknown)
        #expect(fault(Data("æøåæøå tekst".utf8.dropLast(6).dropLast(1)) + Data([0xC3])) == .damaged)
        #expect(fault(Data("æblegrød, å".utf8).dropLast()) == .damaged)
        #expect(fault(Data([0xEF, 0xBB, 0xBF, 0x61, 0xE6])) == .damaged)
        #expect(fault(Data([0xFF, 0xFE, 0x61])) == .damaged)
        #expect(fault(Data([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00])) == .unknown)
        #expect(fault(Data([0x50, 0x4B, 3, 4, 0, 0])) == .packed)
        #expect(fault(Data([0x00, 0x01, 0xE6, 0xF8])) == .unknown)
        for fault in [FileTextFault.packed, .damaged, .unknown] {
            #expect(fault.message.da.contains("vælg den igen") && fault.message.en.contains("choose it again"))
        }
    }

    @Test func `letters that were lost before the file was chosen are told, and how many`() throws {
        let notes = try FileText(Data("for\u{FFFD}ldre og b\u{FFFD}rn".utf8)).notes(name: "mål.csv")
        #expect(notes.map(\.da).first?.contains("»mål.csv« har 2 steder med tegnet \u{FFFD}") == true)
        #expect(notes.count == 1)
    }

    @Test func `any bytes are text letter by letter or refused, and nothing is ever replaced`() {
        let seed: UInt64 = 1252
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let pieces: [[UInt8]] = [
            [0xE6], [0xF8], [0xC5], Array("æ".utf8), Array(" tekst ".utf8), [0], [0xFF], [0xFE], [0x81], [0x93], [0xBB],
            Array("👩🏽‍🏫".utf8), [0xF0, 0x9F], [0x0D], [0x0A],
        ]
        for _ in 0..<10_000 {
            let bytes = (0..<Int.random(in: 0...9, using: &generator)).flatMap { _ in
                pieces[Int.random(in: pieces.indices, using: &generator)]
            }
            guard let file = try? FileText(Data(bytes)) else { continue }
            #expect(!file.text.unicodeScalars.contains("\u{FFFD}"), "\(bytes)")
            guard file.encoding == .windows1252 else { continue }
            #expect(file.text.unicodeScalars.count == bytes.count, "\(bytes)")
        }
    }

    @Test func `a file of JSON is read in every encoding, its texts clean and its members' names as they are`() throws {
        let text = #"{"a\r": ["x\r\ny", {"b": "\u2028æ"}, 1, null, true]}"#
        for data in [Data(text.utf8), Data([0xEF, 0xBB, 0xBF] + text.utf8), try windows1252(text)] {
            #expect(try JSONFile(data).value == ["a\r": ["x\ny", ["b": "\næ"], 1, nil, true]])
        }
        #expect(throws: ImportFaults.self) { try JSONFile(Data([0x50, 0x4B, 3, 4])) }
    }
}
