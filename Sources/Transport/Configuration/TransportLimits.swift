import Glibc

/// Every bound `Transport` enforces on what the network may make it hold or wait for, each with its reason.
package struct TransportLimits: Sendable, Hashable {
    /// All header lines of a request together, in bytes; more is answered 431. Browsers send 1–2 KiB, a large
    /// cookie 4 KiB.
    package var headerBytes = 8 * 1024
    /// The body of one request, in bytes; more is answered 413 before it is read. A week of several hundred models
    /// is about 1 MiB of JSON.
    package var bodyBytes = 4 * 1024 * 1024
    /// The body of a request to what needs no sign-in, in bytes: a name and a code are some hundred.
    package var openBodyBytes = 16 * 1024
    /// Bodies above `openBodyBytes` that are held at the same time: of one person, or one address of people who are not
    /// known yet. Four of the largest.
    package var ownerBodyBytes = 16 * 1024 * 1024
    /// Those of everybody who is not known yet. A token that was never seen since the start is not known.
    package var unknownBodyBytes = 32 * 1024 * 1024
    /// Those of everybody who is known: sixteen people at their bound.
    package var knownBodyBytes = 256 * 1024 * 1024
    /// One WebSocket message after joining, in bytes; more closes with 1009.
    package var messageBytes = 1024 * 1024
    /// Frames one message may be split into; more closes with 1008. Bounds the work of empty continuation frames,
    /// which `messageBytes` does not see.
    package var fragments = 1024
    /// Open connections in all. Above it a new one is closed at once.
    package var connections = 16_000
    /// Open connections from one ``ClientNetwork``. 3,000 people may sit behind one municipal address, each with a page, a
    /// session and a document.
    package var connectionsPerAddress = 10_000
    /// Bytes waiting to be sent to one WebSocket, behind the message that is being sent; a reader that falls further
    /// behind is closed with 1013, because catching up by state vector is cheaper than the queue. A single message
    /// larger than this is sent when nothing else waits.
    package var outboundQueueBytes = 1024 * 1024
    /// Bytes that all WebSockets together may make the process hold: what waits to be sent, each message once, and what
    /// has not come whole. Above it those that stand still are cut. A session of 3,000 people has some 5 MiB waiting.
    package var heldBytes = 128 * 1024 * 1024
    /// The largest piece handed to one write, in bytes. Bounds what libwebsockets copies when the socket takes less.
    package var writeChunkBytes = 64 * 1024
    /// Seconds of silence before a WebSocket is pinged …
    package var pingSeconds: UInt16 = 15
    /// … and before it is hung up. Must be above `pingSeconds`. A half-open connection is found within 30 s.
    package var hangUpSeconds: UInt16 = 25
    /// Seconds a client may take over its header lines, and to finish the TLS handshake (slowloris).
    package var headerSeconds: UInt32 = 10
    /// Seconds a client may take over the whole body, however it dribbles.
    package var bodySeconds = 30
    /// Seconds the handler may take to answer; then the client gets 503.
    package var answerSeconds = 60
    /// Seconds a response may stand still because the client does not read.
    package var stallSeconds = 20
    /// Seconds an idle HTTP connection is kept for its next request.
    package var keepAliveSeconds: Int32 = 60
    /// Seconds a closing handshake may take before the socket is cut.
    package var closeSeconds: Int32 = 5
    /// The process's soft descriptor limit is set to at most this. libwebsockets allocates tables of that size, and
    /// above ten million falls back to 2,560; containers commonly say a million.
    package var descriptors = 65_536

    package init() {}
}

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

    /// The soft limit in force.
    static var current: Int {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Int(clamping: limit.rlim_cur)
    }
}
