import Application

/// One limit as a person sets it: its name, what it accepts, and where the number goes.
package struct Limit: Sendable {
    /// The unit that settings and the help speak of; the raw value is the word.
    package enum Unit: String, Sendable {
        case number, bytes, seconds, milliseconds, days

        /// Of one, for limits that the code keeps as a `Duration`.
        fileprivate var duration: Duration { self == .milliseconds ? .milliseconds(1) : .seconds(1) }
    }

    /// In words joined by hyphens: the flag is `--limit-NAME`, the variable `SAMSPIL_LIMIT_NAME`.
    package let name: String
    /// What the number counts.
    package let unit: Unit
    /// What a setting may be, each end included: outside of it the server would not work at all.
    package let accepted: ClosedRange<Int>
    /// One phrase for the help.
    package let meaning: String
    private let read: @Sendable (ServerLimits) -> Int
    private let write: @Sendable (inout ServerLimits, Int) -> Void

    /// - Parameters:
    ///   - place: in a part's own struct, which says why the default is what it is.
    ///   - meaning: ends with a full stop.
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

    /// For a limit that is a span of time: `unit` says what one stands for.
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

    /// As the command line has it.
    package var flag: String { "--limit-" + name }
    /// As the environment has it.
    package var variable: String { "SAMSPIL_LIMIT_" + name.uppercased().replacing("-", with: "_") }
    /// The default, read from the part that owns the limit: no number is written twice.
    package var standard: Int { read(ServerLimits()) }

    /// What a wrong value is answered with: "it accepts …".
    package var accepts: String {
        let unit = unit == .number ? "" : " of \(unit.rawValue)"
        return "a whole number\(unit) from \(accepted.lowerBound) to \(accepted.upperBound)"
    }

    /// In ``unit``, as a setting would say it.
    package func value(in limits: ServerLimits) -> Int { read(limits) }

    /// - Parameter text: as a person wrote it.
    /// - Returns: whether it was right; if not, nothing has changed.
    package func set(_ text: String, in limits: inout ServerLimits) -> Bool {
        guard let value = Int(text), accepted.contains(value) else { return false }
        write(&limits, value)
        return true
    }
}
