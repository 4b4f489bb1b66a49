import Glibc

/// The process's limit on open descriptors, which libwebsockets sizes its tables by.
enum DescriptorLimit {
    /// Sets the soft limit to `wanted`, or to the hard limit when that is lower; the hard limit stays. Both ways
    /// matter: a container's million costs megabytes and above ten million libwebsockets falls back to 2,560, while
    /// a login shell's 1,024 is too few. `fd_limit_per_thread` would do the same and turn every look-up of a
    /// descriptor into a linear scan.
    static func adjust(to wanted: Int) throws(TransportError) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            throw .lastSystemError(in: "getrlimit")
        }
        let target = min(rlim_t(wanted), limit.rlim_max)
        guard limit.rlim_cur != target else { return }
        limit.rlim_cur = target
        guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            throw .lastSystemError(in: "setrlimit")
        }
    }

    static var current: Int {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Int(clamping: limit.rlim_cur)
    }
}
