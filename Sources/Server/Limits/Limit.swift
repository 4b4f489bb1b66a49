import Application

/// One limit as a person sets it: its name, what it accepts, and where the number goes.
package struct Limit: Sendable {
    package enum Unit: String, Sendable {
        case number, bytes, seconds, milliseconds, days

        fileprivate var duration: Duration { self == .milliseconds ? .milliseconds(1) : .seconds(1) }
    }

    /// In words joined by hyphens: the flag is `--limit-NAME`, the variable `SAMSPIL_LIMIT_NAME`.
    package let name: String
    package let unit: Unit
    package let accepted: ClosedRange<Int>
    /// One phrase for the help.
    package let meaning: String
    private let read: @Sendable (ServerLimits) -> Int
    private let write: @Sendable (inout ServerLimits, Int) -> Void

    init<Number: BinaryInteger & SendableMetatype>(
        _ name: String, _ place: any WritableKeyPath<ServerLimits, Number> & Sendable, _ unit: Unit,
        _ accepted: ClosedRange<Int>, _ meaning: String
    ) {
        self.name = name
        self.unit = unit
        self.accepted = accepted
        self.meaning = meaning
        read = { Int($0[keyPath: place]) }
        write = { $0[keyPath: place] = Number($1) }
    }

    init(
        _ name: String, _ place: any WritableKeyPath<ServerLimits, Duration> & Sendable, _ unit: Unit,
        _ accepted: ClosedRange<Int>, _ meaning: String
    ) {
        self.name = name
        self.unit = unit
        self.accepted = accepted
        self.meaning = meaning
        read = { Int($0[keyPath: place] / unit.duration) }
        write = { $0[keyPath: place] = unit.duration * $1 }
    }

    package var flag: String { "--limit-" + name }
    package var variable: String { "SAMSPIL_LIMIT_" + name.uppercased().replacing("-", with: "_") }
    package var standard: Int { read(ServerLimits()) }

    /// What a wrong value is answered with: "it accepts …".
    package var accepts: String {
        let unit = unit == .number ? "" : " of \(unit.rawValue)"
        return "a whole number\(unit) from \(accepted.lowerBound) to \(accepted.upperBound)"
    }

    package func value(in limits: ServerLimits) -> Int { read(limits) }

    /// - Parameter text: as a person wrote it.
    /// - Returns: whether it was right; if not, nothing has changed.
    package func set(_ text: String, in limits: inout ServerLimits) -> Bool {
        guard let value = Int(text), accepted.contains(value) else { return false }
        write(&limits, value)
        return true
    }
}
