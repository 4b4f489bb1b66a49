import Glibc

/// Why a transport could not be made or run: one clear line each.
package enum TransportError: Error, Sendable, Hashable, CustomStringConvertible {
    case addressInUse(host: String, port: Int)
    /// The name does not resolve, or no interface of this machine has the address.
    case addressNotAvailable(host: String, port: Int, reason: String)
    case permissionDenied(host: String, port: Int)
    case invalidConfiguration(setting: String, accepts: String)
    /// The libev plugin of libwebsockets is a package of its own, loaded at run time.
    case eventLoopMissing(package: String, reason: String)
    /// Not readable; what OpenSSL finds in the file is told in the log.
    case tlsUnusable(path: String, reason: String)
    /// libwebsockets made no context; its own words are in the log.
    case contextRefused
    /// The service loop is one per process, and another transport runs on it.
    case loopBusy
    /// `run()` was called a second time.
    case alreadyRan
    /// A call that fails only where the machine is at its end.
    case system(call: String, reason: String)

    package var description: String {
        switch self {
        case .addressInUse(let host, let port):
            "The address \(host) port \(port) is already in use by another program."
        case .addressNotAvailable(let host, let port, let reason):
            "Cannot listen on \(host) port \(port): \(reason)."
        case .permissionDenied(let host, let port):
            "No permission to listen on \(host) port \(port); ports below 1024 need privileges."
        case .invalidConfiguration(let setting, let accepts):
            "The setting \(setting) accepts \(accepts)."
        case .eventLoopMissing(let package, let reason):
            "The libev event loop of libwebsockets is missing (\(reason)): install the package \(package)."
        case .tlsUnusable(let path, let reason):
            "Cannot use the TLS file \(path): \(reason)."
        case .contextRefused:
            "libwebsockets refused the configuration; its reason is in the log."
        case .loopBusy:
            "Another transport already runs in this process."
        case .alreadyRan:
            "A transport runs once; make a new one."
        case .system(let call, let reason):
            "The system call \(call) failed: \(reason)."
        }
    }

    /// The last error of the C library, as `system`.
    static func lastSystemError(in call: String) -> TransportError {
        .system(call: call, reason: String(cString: strerror(errno)))
    }
}
