extension RawClient {
    /// A response (RFC 9112) with a body of known length.
    package struct Answer {
        package var status: Int
        /// Lower-case names, in order, repeated ones kept.
        package var fields: [(name: String, value: String)]
        package var body: [UInt8]

        package func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        package var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Reads one response by its content length.
    package func readAnswer(isHead: Bool = false) throws -> Answer {
        let head = try read(until: "\r\n\r\n")
        var lines = head.split(separator: "\r\n")
        let status = Int(lines.removeFirst().split(separator: " ")[1]) ?? 0
        let fields = lines.map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (name: parts[0].lowercased(), value: parts.count > 1 ? String(parts[1].dropFirst()) : "")
        }
        var answer = Answer(status: status, fields: fields, body: [])
        if !isHead, let length = answer.value("content-length").flatMap(Int.init) { answer.body = try read(length) }
        return answer
    }

    /// Asks for a target and reads the answer.
    package func get(_ target: String, headers: String = "") throws -> Answer {
        try send("GET \(target) HTTP/1.1\r\nHost: t\r\n\(headers)\r\n")
        return try readAnswer()
    }
}
