/// Short keys of texts that are the same in every run: FNV-1a with 64 bits. Not for keeping secrets.
enum StableKey {
    static func of(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    /// Keys that differ also where texts are the same: the second gets `-2`.
    static func distinct(_ texts: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return texts.map { text in
            let key = of(text)
            counts[key, default: 0] += 1
            let count = counts[key, default: 1]
            return count == 1 ? key : "\(key)-\(count)"
        }
    }
}
