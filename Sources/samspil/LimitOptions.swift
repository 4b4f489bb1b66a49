import ArgumentParser
import Server

/// A flag for every limit of ``ServerLimits/all``, and the environment's variables where no flag is given.
///
/// A table: the argument parser finds flags by the type's properties, so each limit needs one, and `test_limits.py`
/// fails for a limit without. Meaning, unit, range and default are not repeated here: the help is made from
/// ``ServerLimits/all``.
struct LimitOptions: ParsableArguments {
    @Option(help: .limit("connections")) var limitConnections: String?
    @Option(help: .limit("connections-per-address")) var limitConnectionsPerAddress: String?
    @Option(help: .limit("descriptors")) var limitDescriptors: String?
    @Option(help: .limit("header-bytes")) var limitHeaderBytes: String?
    @Option(help: .limit("body-bytes")) var limitBodyBytes: String?
    @Option(help: .limit("open-body-bytes")) var limitOpenBodyBytes: String?
    @Option(help: .limit("owner-body-bytes")) var limitOwnerBodyBytes: String?
    @Option(help: .limit("unknown-body-bytes")) var limitUnknownBodyBytes: String?
    @Option(help: .limit("known-body-bytes")) var limitKnownBodyBytes: String?
    @Option(help: .limit("header-seconds")) var limitHeaderSeconds: String?
    @Option(help: .limit("body-seconds")) var limitBodySeconds: String?
    @Option(help: .limit("answer-seconds")) var limitAnswerSeconds: String?
    @Option(help: .limit("stall-seconds")) var limitStallSeconds: String?
    @Option(help: .limit("keep-alive-seconds")) var limitKeepAliveSeconds: String?
    @Option(help: .limit("close-seconds")) var limitCloseSeconds: String?
    @Option(help: .limit("ping-seconds")) var limitPingSeconds: String?
    @Option(help: .limit("hang-up-seconds")) var limitHangUpSeconds: String?
    @Option(help: .limit("message-bytes")) var limitMessageBytes: String?
    @Option(help: .limit("message-fragments")) var limitMessageFragments: String?
    @Option(help: .limit("queue-bytes")) var limitQueueBytes: String?
    @Option(help: .limit("held-bytes")) var limitHeldBytes: String?
    @Option(help: .limit("write-bytes")) var limitWriteBytes: String?
    @Option(help: .limit("backlog-messages")) var limitBacklogMessages: String?
    @Option(help: .limit("backlog-bytes")) var limitBacklogBytes: String?
    @Option(help: .limit("update-bytes")) var limitUpdateBytes: String?
    @Option(help: .limit("awareness-bytes")) var limitAwarenessBytes: String?
    @Option(help: .limit("awareness-state-bytes")) var limitAwarenessStateBytes: String?
    @Option(help: .limit("awareness-per-second")) var limitAwarenessPerSecond: String?
    @Option(help: .limit("awareness-clients")) var limitAwarenessClients: String?
    @Option(help: .limit("presence-bytes")) var limitPresenceBytes: String?
    @Option(help: .limit("awareness-departed")) var limitAwarenessDeparted: String?
    @Option(help: .limit("waiting-commands")) var limitWaitingCommands: String?
    @Option(help: .limit("command-burst")) var limitCommandBurst: String?
    @Option(help: .limit("commands-per-second")) var limitCommandsPerSecond: String?
    @Option(help: .limit("command-bytes")) var limitCommandBytes: String?
    @Option(help: .limit("document-update-bytes")) var limitDocumentUpdateBytes: String?
    @Option(help: .limit("document-expansion")) var limitDocumentExpansion: String?
    @Option(help: .limit("document-expanded-bytes")) var limitDocumentExpandedBytes: String?
    @Option(help: .limit("document-content-bytes")) var limitDocumentContentBytes: String?
    @Option(help: .limit("document-blocks")) var limitDocumentBlocks: String?
    @Option(help: .limit("document-clients")) var limitDocumentClients: String?
    @Option(help: .limit("document-clock")) var limitDocumentClock: String?
    @Option(help: .limit("document-pending-bytes")) var limitDocumentPendingBytes: String?
    @Option(help: .limit("document-pending-deletes")) var limitDocumentPendingDeletes: String?
    @Option(help: .limit("document-key-bytes")) var limitDocumentKeyBytes: String?
    @Option(help: .limit("document-nesting")) var limitDocumentNesting: String?
    @Option(help: .limit("person-update-bytes")) var limitPersonUpdateBytes: String?
    @Option(help: .limit("person-update-bytes-per-second")) var limitPersonUpdateBytesPerSecond: String?
    @Option(help: .limit("person-clients")) var limitPersonClients: String?
    @Option(help: .limit("person-answer-bytes")) var limitPersonAnswerBytes: String?
    @Option(help: .limit("snapshot-updates")) var limitSnapshotUpdates: String?
    @Option(help: .limit("snapshot-bytes")) var limitSnapshotBytes: String?
    @Option(help: .limit("slow-reader-bytes")) var limitSlowReaderBytes: String?
    @Option(help: .limit("unsaved-bytes")) var limitUnsavedBytes: String?
    @Option(help: .limit("idle-seconds")) var limitIdleSeconds: String?
    @Option(help: .limit("content-milliseconds")) var limitContentMilliseconds: String?
    @Option(help: .limit("model-reading-bytes")) var limitModelReadingBytes: String?
    @Option(help: .limit("week-reading-bytes")) var limitWeekReadingBytes: String?
    @Option(help: .limit("weeks")) var limitWeeks: String?
    @Option(help: .limit("sessions")) var limitSessions: String?
    @Option(help: .limit("links")) var limitLinks: String?
    @Option(help: .limit("link-browsers")) var limitLinkBrowsers: String?
    @Option(help: .limit("link-days")) var limitLinkDays: String?
    @Option(help: .limit("participant-days")) var limitParticipantDays: String?
    @Option(help: .limit("leader-link-days")) var limitLeaderLinkDays: String?
    @Option(help: .limit("join-code-days")) var limitJoinCodeDays: String?
    @Option(help: .limit("drafts")) var limitDrafts: String?
    @Option(help: .limit("opened-draft-bytes")) var limitOpenedDraftBytes: String?
    @Option(help: .limit("participants")) var limitParticipants: String?
    @Option(help: .limit("models")) var limitModels: String?
    @Option(help: .limit("model-goals")) var limitModelGoals: String?
    @Option(help: .limit("model-confirmations")) var limitModelConfirmations: String?
    @Option(help: .limit("version-seconds")) var limitVersionSeconds: String?
    @Option(help: .limit("versions")) var limitVersions: String?
    @Option(help: .limit("version-bytes")) var limitVersionBytes: String?
    @Option(help: .limit("session-bytes")) var limitSessionBytes: String?
    @Option(help: .limit("week-bytes")) var limitWeekBytes: String?
    @Option(help: .limit("knocks")) var limitKnocks: String?
    @Option(help: .limit("newcomer-seconds")) var limitNewcomerSeconds: String?
    @Option(help: .limit("reaction-milliseconds")) var limitReactionMilliseconds: String?
    @Option(help: .limit("reaction-delay-milliseconds")) var limitReactionDelayMilliseconds: String?
    @Option(help: .limit("tail-events")) var limitTailEvents: String?
    @Option(help: .limit("tail-bytes")) var limitTailBytes: String?
    @Option(help: .limit("missed-events")) var limitMissedEvents: String?
    @Option(help: .limit("missed-bytes")) var limitMissedBytes: String?
    @Option(help: .limit("state-part-bytes")) var limitStatePartBytes: String?
    @Option(help: .limit("session-document-bytes")) var limitSessionDocumentBytes: String?
    @Option(help: .limit("history-events")) var limitHistoryEvents: String?
    @Option(help: .limit("history-bytes")) var limitHistoryBytes: String?
    @Option(help: .limit("presence-milliseconds")) var limitPresenceMilliseconds: String?
    @Option(help: .limit("parked-items")) var limitParkedItems: String?
    @Option(help: .limit("groups")) var limitGroups: String?
    @Option(help: .limit("rounds")) var limitRounds: String?
    @Option(help: .limit("ideas")) var limitIdeas: String?
    @Option(help: .limit("session-goals")) var limitSessionGoals: String?
    @Option(help: .limit("database-bytes")) var limitDatabaseBytes: String?
    @Option(help: .limit("full-percent")) var limitFullPercent: String?
    @Option(help: .limit("disk-reserve-bytes")) var limitDiskReserveBytes: String?
    @Option(help: .limit("database-readers")) var limitDatabaseReaders: String?
    @Option(help: .limit("database-busy-seconds")) var limitDatabaseBusySeconds: String?
    @Option(help: .limit("commit-writes")) var limitCommitWrites: String?
    @Option(help: .limit("waiting-writes")) var limitWaitingWrites: String?
    @Option(help: .limit("retry-milliseconds")) var limitRetryMilliseconds: String?
    @Option(help: .limit("failures-per-address")) var limitFailuresPerAddress: String?
    @Option(help: .limit("failures")) var limitFailures: String?
    @Option(help: .limit("failure-seconds")) var limitFailureSeconds: String?
    @Option(help: .limit("failure-addresses")) var limitFailureAddresses: String?
    @Option(help: .limit("slow-guesses-per-address")) var limitSlowGuessesPerAddress: String?
    @Option(help: .limit("slow-guesses")) var limitSlowGuesses: String?
    @Option(help: .limit("waiting-guesses-per-address")) var limitWaitingGuessesPerAddress: String?
    @Option(help: .limit("waiting-guesses")) var limitWaitingGuesses: String?
    @Option(help: .limit("joins-per-address")) var limitJoinsPerAddress: String?
    @Option(help: .limit("wrong-words-per-address")) var limitWrongWordsPerAddress: String?
    @Option(help: .limit("wrong-words")) var limitWrongWords: String?
    @Option(help: .limit("person-requests")) var limitPersonRequests: String?
    @Option(help: .limit("person-requests-waiting")) var limitPersonRequestsWaiting: String?
    @Option(help: .limit("conversions")) var limitConversions: String?
    @Option(help: .limit("conversions-waiting")) var limitConversionsWaiting: String?
    @Option(help: .limit("conversions-waiting-per-person")) var limitConversionsWaitingPerPerson: String?
    @Option(help: .limit("conversion-small-bytes")) var limitConversionSmallBytes: String?
    @Option(help: .limit("conversion-text-bytes")) var limitConversionTextBytes: String?
    @Option(help: .limit("conversion-seconds")) var limitConversionSeconds: String?
    @Option(help: .limit("conversion-memory-bytes")) var limitConversionMemoryBytes: String?
    @Option(help: .limit("conversion-result-bytes")) var limitConversionResultBytes: String?
    @Option(help: .limit("text-exports")) var limitTextExports: String?
    @Option(help: .limit("text-exports-waiting")) var limitTextExportsWaiting: String?
    @Option(help: .limit("text-exports-waiting-per-person")) var limitTextExportsWaitingPerPerson: String?
    @Option(help: .limit("text-export-bytes")) var limitTextExportBytes: String?
    @Option(help: .limit("week-exports")) var limitWeekExports: String?
    @Option(help: .limit("week-exports-per-person")) var limitWeekExportsPerPerson: String?
    @Option(help: .limit("week-exports-kept")) var limitWeekExportsKept: String?
    @Option(help: .limit("week-export-seconds")) var limitWeekExportSeconds: String?
    @Option(help: .limit("week-export-bytes")) var limitWeekExportBytes: String?

    /// The limits as set, checked one by one and then against each other.
    ///
    /// A flag wins over its variable: it is nearer to the one who starts the server.
    ///
    /// - Parameter environment: the process's.
    /// - Throws: the exit with 64, after one line that names the setting and what it accepts.
    func checked(environment: [String: String]) throws -> ServerLimits {
        try refuseUnknown(environment)
        let given = flags
        var limits = ServerLimits()
        for limit in ServerLimits.all {
            if let text = given[limit.flag] {
                try set(limit, to: text, as: limit.flag, in: &limits)
            } else if let text = environment[limit.variable] {
                try set(limit, to: text, as: limit.variable, in: &limits)
            }
        }
        if let fault = limits.contradiction { throw Failure.setting(fault.flag, fault.value, fault.accepts) }
        return limits
    }

    /// - Parameter name: the flag or variable that gave the text, for the message.
    private func set(_ limit: Limit, to text: String, as name: String, in limits: inout ServerLimits) throws {
        guard limit.set(text, in: &limits) else { throw Failure.setting(name, text, limit.accepts) }
    }

    /// A variable with a slip in its name would otherwise set nothing and say nothing.
    private func refuseUnknown(_ environment: [String: String]) throws {
        let known = Set(ServerLimits.all.map(\.variable))
        let unknown = environment.keys.filter { $0.hasPrefix("SAMSPIL_LIMIT_") && !known.contains($0) }
        guard let name = unknown.min() else { return }
        throw Failure.setting(name, "unknown", "nothing: `samspil serve --help` lists the limits")
    }

    /// What was given, by flag. Read from the properties as the parser itself reads them, so that none is forgotten.
    private var flags: [String: String] {
        var flags: [String: String] = [:]
        for child in Mirror(reflecting: self).children {
            guard let label = child.label, let option = child.value as? Option<String?>, let text = option.wrappedValue
            else { continue }
            flags[Self.flag(of: label)] = text
        }
        return flags
    }

    /// `_limitPingSeconds` is `--limit-ping-seconds`.
    private static func flag(of label: String) -> String {
        label.dropFirst().reduce(into: "--") { flag, letter in
            flag += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }
}

extension ArgumentHelp {
    /// The limit's meaning, unit, range, default and variable.
    fileprivate static func limit(_ name: String) -> ArgumentHelp {
        guard let limit = ServerLimits.all.first(where: { $0.name == name }) else { return "" }
        let unit = limit.unit == .number ? "" : " \(limit.unit.rawValue)"
        return ArgumentHelp(
            "\(limit.meaning) Default: \(limit.standard)\(unit) (\(limit.accepted.lowerBound) to "
                + "\(limit.accepted.upperBound)). \(limit.variable)",
            valueName: limit.unit.rawValue)
    }
}
