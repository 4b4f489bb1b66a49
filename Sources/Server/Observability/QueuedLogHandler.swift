import Application
import Foundation
package import Logging

/// Log records as lines of a ``LineWriter``: time, level, label, metadata, module, message, as swift-log's own handler
/// writes them, and never waiting for the reader.
package struct QueuedLogHandler: LogHandler {
    /// Below it swift-log does not even build the message.
    package var logLevel: Logger.Level
    /// Of the logger itself, on each of its lines.
    package var metadata = Logger.Metadata()
    /// Asked at each line, between the logger's own and the line's.
    package var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let writer: LineWriter

    /// - Parameters:
    ///   - label: names the part that logs.
    ///   - writer: shared by all handlers, so that lines keep their order.
    package init(label: String, level: Logger.Level, writer: LineWriter) {
        self.label = label
        self.writer = writer
        logLevel = level
    }

    /// As `LogHandler` asks for it.
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Formats on the caller's thread and queues the line; never waits. Of a key that comes twice, the nearest one
    /// counts.
    package func log(event: LogEvent) {
        var all = metadata
        for more in [metadataProvider?.get(), event.metadata] {
            all.merge(more ?? [:]) { _, later in later }
        }
        if let error = event.error { all["error"] = "\(error)" }
        writer.add(
            Self.line(event.level, label: label, metadata: all, source: event.source, "\(event.message)"),
            event.level < .warning ? .ordinary : .grave)
    }

    /// One line without its end: keys sorted, so that two lines of one kind are alike.
    static func line(
        _ level: Logger.Level, label: String, metadata: Logger.Metadata, source: String, _ message: String
    ) -> String {
        let pairs = metadata.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "\(timestamp()) \(level) \(label):\(pairs) [\(source)] \(message)"
    }

    /// Local time with its offset, such as `2027-01-18T09:30:00+0100`.
    private static func timestamp() -> String {
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil else { return "-" }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            let length = strftime(buffer.baseAddress, buffer.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
            return String(decoding: buffer.prefix(length).lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
