import Application
import Foundation
package import Logging

/// Log records as lines of a ``LineWriter``: time, level, label, metadata, module, message, as swift-log's own handler
/// writes them, and never waiting for the reader.
package struct QueuedLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata = Logger.Metadata()
    package var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let writer: LineWriter

    package init(label: String, level: Logger.Level, writer: LineWriter) {
        self.label = label
        self.writer = writer
        logLevel = level
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

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
