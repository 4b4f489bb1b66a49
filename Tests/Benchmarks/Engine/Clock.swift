/// Wall-clock times in milliseconds.
enum Clock {
    static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let duration = try ContinuousClock().measure(body)
        return Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }

    static func median(_ repeats: Int, _ body: () throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for _ in 0..<max(repeats, 1) { times.append(try milliseconds(body)) }
        return times.sorted()[times.count / 2]
    }
}
