import CRDT

/// A document as plain values, in the shape in which `oracle.js` tells Yjs's.
enum DocumentState {
    static func of(_ document: Document) -> [String: Value] {
        [
            "content": .object([
                "t": text(document.text("t"), document.map("t"), name: "$text"),
                "u": text(document.text("u"), document.map("u"), name: "$text"),
                "a": .object(["$array": list(document.array("a"))]),
                "m": .object(["$map": entries(document.map("m"))]),
                "x": .object(["$xmlFragment": list(document.xml("x").children)]),
            ]),
            "stateVector": stateVector(document.stateVector),
            "deletes": deletes(document.deleteSet),
            "pending": .bool(document.hasPending),
        ]
    }

    private static func stateVector(_ vector: StateVector) -> Value {
        .array(
            vector.clocks.sorted { $0.key < $1.key }.map {
                .array([.number(Double($0.key)), .number(Double($0.value))])
            })
    }

    private static func deletes(_ set: DeleteSet) -> Value {
        .array(
            set.ranges.sorted { $0.key < $1.key }.map { client, ranges in
                .array([
                    .number(Double(client)),
                    .array(ranges.map { .array([.number(Double($0.lowerBound)), .number(Double($0.upperBound))]) }),
                ])
            })
    }

    // MARK: Types

    private static func output(_ output: Output) -> Value {
        switch output {
        case .value(let value): canonical(value)
        case .text(let view): text(view, view.attributes, name: "$text")
        case .array(let view): .object(["$array": list(view)])
        case .map(let view): .object(["$map": entries(view)])
        case .xml(let view): xml(view)
        case .subdocument(let guid): .object(["$doc": .string(guid)])
        }
    }

    private static func xml(_ view: YXML) -> Value {
        switch view.kind {
        case .xmlText: text(view.text, view.attributes, name: "$xmlText")
        case .xmlHook: .object(["$xmlHook": .string(view.name), "entries": entries(view.attributes)])
        case .xmlFragment: .object(["$xmlFragment": list(view.children)])
        default:
            .object([
                "$xmlElement": .string(view.name), "entries": entries(view.attributes),
                "list": list(view.children),
            ])
        }
    }

    private static func list(_ view: YArray) -> Value {
        .array(view.elements.map { output($0) })
    }

    private static func entries(_ view: YMap) -> Value {
        let entries = view.keys.map { key in (hexadecimal(key), view[key].map { output($0) } ?? .undefined) }
        return .array(entries.sorted { $0.0 < $1.0 }.map { .array([.string($0.0), $0.1]) })
    }

    private static func hexadecimal(_ key: String) -> String {
        key.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func text(_ view: YText, _ attributes: YMap, name: String) -> Value {
        var runs: [(content: Value, marks: Value)] = []
        for run in view.delta {
            let marks = Value.object(run.attributes.mapValues { canonical($0) })
            switch run.content {
            case .text(let text):
                if case .string(let last)? = runs.last?.content, runs.last?.marks == marks {
                    runs[runs.count - 1].content = .string(last + text)
                } else {
                    runs.append((.string(text), marks))
                }
            case .embed(let value): runs.append((.array([canonical(value)]), marks))
            case .type(let type): runs.append((.array([output(type)]), marks))
            }
        }
        return .object([name: .array(runs.map { .array([$0.content, $0.marks]) }), "entries": entries(attributes)])
    }

    private static func canonical(_ value: Value) -> Value {
        switch value {
        case .undefined: .object(["$undefined": true])
        case .bigInt(let number): .object(["$big": .string(String(number))])
        case .bytes(let bytes): .object(["$bytes": .array(bytes.map { .number(Double($0)) })])
        case .array(let elements): .array(elements.map { canonical($0) })
        case .object(let members): .object(members.mapValues { canonical($0) })
        default: value
        }
    }
}
