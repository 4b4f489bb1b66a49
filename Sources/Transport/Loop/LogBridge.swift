import CLibwebsockets
import Logging
import Synchronization

/// libwebsockets' own log lines as log records.
///
/// The log is global in libwebsockets; the last transport made receives it. Only errors and warnings are let
/// through: at notice level the libev plugin formats a line for every change of interest in a descriptor.
enum LogBridge {
    private static let logger = Mutex<Logger?>(nil)

    /// The last caller receives what all transports of the process log.
    static func install(_ logger: Logger) {
        self.logger.withLock { $0 = logger }
        lws_set_log_level(CInt(LLL_ERR | LLL_WARN)) { level, line in
            guard let line else { return }
            LogBridge.emit(isError: level == CInt(LLL_ERR), line: String(cString: line))
        }
    }

    /// On whichever thread libwebsockets speaks; mostly the service thread.
    private static func emit(isError: Bool, line: String) {
        guard let logger = logger.withLock({ $0 }) else { return }
        let text = presentable(line)
        logger.log(level: isError ? .error : .warning, "libwebsockets: \(text)")
    }

    /// Without the time stamp and level libwebsockets puts first, without anything from a question mark to the next
    /// space (a query string may hold a token), without control characters, and bounded.
    static func presentable(_ line: String) -> String {
        var text = Substring(line)
        if let end = text.range(of: "] ") { text = text[end.upperBound...] }
        var isInQuery = false
        var result = ""
        for character in text.prefix(200) {
            if character == "?" { isInQuery = true }
            if character == " " { isInQuery = false }
            if isInQuery || character.isNewline { continue }
            result.append(character)
        }
        return result
    }
}

extension Substring {
    /// Where `pattern` first is; Foundation is not needed for so little.
    fileprivate func range(of pattern: String) -> Range<Substring.Index>? {
        var start = startIndex
        while start < endIndex {
            let rest = self[start...]
            if rest.hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
            start = index(after: start)
        }
        return nil
    }
}
