package import CRDT

/// Random edits of a document of ours: what importing and templates do, and more.
enum EngineWork {
    private static let words = ["a", "b", "hej", "på gensyn", "æøå", "🙂", "👩‍👩‍👧", "\n", "é", "中文", "0123456789"]
    private static let keys = ["k", "l", "blå", "e\u{301}", "é"]

    private static func pickWord(_ random: inout RepeatableRandom) -> String {
        let word = random.pick(words)
        return !random.isCommon || word.utf16.count == word.unicodeScalars.count ? word : "w"
    }

    /// So many edits as one transaction; returns the update to send.
    static func edit(_ document: Document, times edits: Int = 1, _ random: inout RepeatableRandom) -> [UInt8]? {
        document.transact {
            for _ in 0..<edits { edit(someType(of: document, &random), &random) }
        }.update
    }

    private static func someType(of document: Document, _ random: inout RepeatableRandom) -> Output {
        var target: Output =
            switch random.below(5) {
            case 0, 1: .text(document.text(random.pick(["t", "u"])))
            case 2, 3: .array(document.array("a"))
            default: .map(document.map("m"))
            }
        while random.chance(50) {
            let inside = nested(in: target)
            if inside.isEmpty { break }
            target = random.pick(inside)
        }
        return target
    }

    private static func nested(in output: Output) -> [Output] {
        let all: [Output]
        switch output {
        case .array(let array): all = array.elements
        case .map(let map): all = map.keys.compactMap { map[$0] }
        default: all = []
        }
        return all.filter {
            switch $0 {
            case .text, .array, .map: true
            default: false
            }
        }
    }

    private static func edit(_ target: Output, _ random: inout RepeatableRandom) {
        switch target {
        case .text(let text): edit(text, &random)
        case .array(let array): edit(array, &random)
        case .map(let map): edit(map, &random)
        default: break
        }
    }

    private static func edit(_ text: YText, _ random: inout RepeatableRandom) {
        let at = random.below(text.length + 1)
        switch random.below(8) {
        case 0, 1, 2: text.insert(pickWord(&random), at: at)
        case 3: text.insert(pickWord(&random), at: at, attributes: ["bold": random.pick([true, .null])])
        case 4: text.insertEmbed(["image": .number(Double(random.below(5)))], at: at)
        case 5: format(text, from: at, &random)
        default: text.delete(at: at, length: random.below(8))
        }
    }

    /// Never begins or ends inside a surrogate pair: see `outsidePair` in `oracle.js`.
    private static func format(_ text: YText, from start: Int, _ random: inout RepeatableRandom) {
        let units = text.delta.flatMap { run -> [UInt16] in
            if case .text(let string) = run.content { Array(string.utf16) } else { [0] }
        }
        func outsidePair(_ at: Int) -> Int {
            at < units.count && UTF16.isTrailSurrogate(units[at]) ? at + 1 : at
        }
        let start = outsidePair(start)
        let end = outsidePair(min(units.count, start + 1 + random.below(8)))
        text.format(at: start, length: end - start, attributes: ["em": random.pick([["level": 1], .null])])
    }

    private static func edit(_ array: YArray, _ random: inout RepeatableRandom) {
        let at = random.below(array.count + 1)
        switch random.below(6) {
        case 0, 1: array.insert((0...random.below(3)).map { _ in .value(value(&random)) }, at: at)
        case 2: array.insert([.value(value(&random)), input(&random, depth: 0)], at: at)
        default: array.delete(at: at, length: random.below(4))
        }
    }

    private static func edit(_ map: YMap, _ random: inout RepeatableRandom) {
        let key = random.pick(keys)
        switch random.below(4) {
        case 0: map.remove(key)
        case 1: map.set(key, input(&random, depth: 0))
        default: map.set(key, .value(value(&random)))
        }
    }

    private static func value(_ random: inout RepeatableRandom) -> Value {
        switch random.below(10) {
        case 0: .null
        case 1: .undefined
        case 2: .bool(random.chance(50))
        case 3: .number(Double(random.below(2000)) - 1000)
        case 4: .number(Double(random.next() >> 11) / 4096)
        case 5: .number(0.25)
        case 6: .array([.string(pickWord(&random)), random.isCommon ? 7 : .bigInt(Int64(bitPattern: random.next()))])
        case 7: .object([random.pick(keys): .string(pickWord(&random)), "z": .null])
        default: .string(pickWord(&random))
        }
    }

    private static func input(_ random: inout RepeatableRandom, depth: Int) -> Input {
        switch random.below(depth > 2 ? 3 : 5) {
        case 0: .text(pickWord(&random))
        case 1: .value(.bytes([1, 2, 3]))
        case 2: .value(value(&random))
        case 3: .array([.value(value(&random)), input(&random, depth: depth + 1)])
        default: .map([(random.pick(keys), input(&random, depth: depth + 1)), ("order", .value("a0"))])
        }
    }
}

extension Value: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, Value)...) {
        self = .object(Dictionary(elements) { $1 })
    }
}
