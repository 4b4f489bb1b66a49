import CRDT

/// Encoding V2, snapshots and relative positions.
extension YjsOracle {
    func encodeStateAsUpdateV2(of document: Int) throws -> [UInt8] {
        bytes("update", try ask("stateV2", ["document": .number(Double(document))]))
    }

    func convertToV1(_ update: [UInt8]) throws -> [UInt8] {
        bytes("update", try ask("toV1", ["update": base64(update)]))
    }

    func convertToV2(_ update: [UInt8]) throws -> [UInt8] {
        bytes("update", try ask("toV2", ["update": base64(update)]))
    }

    func mergeUpdatesV2(_ updates: [[UInt8]]) throws -> [UInt8] {
        bytes("update", try ask("mergeV2", ["updates": .array(updates.map(base64))]))
    }

    /// The state of a new document that holds only this update of encoding V2.
    func stateLoadingV2(_ update: [UInt8]) throws -> [String: Value] {
        try ask("loadV2", ["update": base64(update)])
    }

    func snapshot(of document: Int) throws -> [UInt8] {
        bytes("snapshot", try ask("snapshot", ["document": .number(Double(document))]))
    }

    /// The state of a document restored from a snapshot.
    func stateRestored(of document: Int, at snapshot: [UInt8]) throws -> [String: Value] {
        try ask("restore", ["document": .number(Double(document)), "snapshot": base64(snapshot)])
    }

    func length(of root: String, in document: Int) throws -> Int {
        let answer = try ask("length", ["document": .number(Double(document)), "root": .string(root)])
        guard case .number(let length)? = answer["length"] else { return 0 }
        return Int(length)
    }

    func relativePosition(
        in root: String, of document: Int, at index: Int, association: Int
    ) throws -> [UInt8] {
        bytes(
            "position",
            try ask(
                "relative",
                [
                    "document": .number(Double(document)), "root": .string(root), "index": .number(Double(index)),
                    "association": .number(Double(association)),
                ]))
    }

    /// Index, association and root, as the oracle tells them.
    func absolutePosition(of position: [UInt8], in document: Int) throws -> [String: Value] {
        try ask("absolute", ["document": .number(Double(document)), "position": base64(position)])
    }

    private func base64(_ bytes: [UInt8]) -> Value { OracleProcess.encode(bytes) }

    private func bytes(_ key: String, _ answer: [String: Value]) -> [UInt8] { OracleProcess.decode(answer[key]) }
}
