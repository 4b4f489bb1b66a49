/// Windows-1252, which Danish Excel and older systems write, and ISO 8859-1 inside it.
enum Windows1252 {
    /// 0x80 … 0x9F; 0 where the encoding has nothing.
    private static let middle: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    private static let letters = Set(
        "æøåÆØÅéÉèÈêÊëËáÁàÀâÂäÄíÍìîÎïÏóÓòôÔõÕöÖúÚùûÛüÜýÝÿñÑçÇßðÐþÞšŠžŽ".unicodeScalars.filter { $0 != "Â" })
    /// Between two letters as well.
    private static let joining = Set("’–—´\u{A0}\u{AD}·".unicodeScalars)
    /// Beside letters, and not between two of them.
    private static let signs = Set("€‚„…‘“”•«»‹›¨°§µ±²³×÷½¼£©®™‰ºª¶¤¢¥".unicodeScalars)

    /// The text, where it is one that people write in Danish. Other encodings with one byte a letter (MacRoman, code page
    /// 850) give signs inside words, or signs that nobody writes.
    static func text(_ bytes: [UInt8]) throws(FileTextFault) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            guard let scalar = scalar(byte) else { throw .unknown }
            scalars.append(scalar)
        }
        let all = Array(scalars)
        for (place, scalar) in all.enumerated() where !scalar.isASCII {
            if letters.contains(scalar) || joining.contains(scalar) { continue }
            let isInside =
                place > 0 && all[place - 1].properties.isAlphabetic && place + 1 < all.count
                && all[place + 1].properties.isAlphabetic
            guard signs.contains(scalar), !isInside else { throw .unknown }
        }
        return String(scalars)
    }

    /// Nil for what no text has.
    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20..<0x7F: Unicode.Scalar(byte)
        case 0x80..<0xA0: middle[Int(byte) - 0x80] == 0 ? nil : Unicode.Scalar(middle[Int(byte) - 0x80])
        case 0xA0...: Unicode.Scalar(byte)
        default: nil
        }
    }
}
