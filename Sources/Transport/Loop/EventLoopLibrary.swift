import CLibwebsockets
import Glibc

/// The four functions of libev we call, found at run time in the very library that libwebsockets' plugin uses.
///
/// The loop is ours ("foreign" in libwebsockets' words) because the plugin of 4.1.6 cannot end one of its own:
/// `ev_run` is left only through SIGINT, and destroying the context from inside frees the loop that is running.
/// Owning it also tells where a turn ends. libev is not linked, so that building needs no headers of it.
struct EventLoopLibrary: Sendable {
    /// The Debian package that holds the plugin, and depends on libev.
    static let packageName = "libwebsockets-evlib-ev"

    /// How `ev_run` returns: libev's `EVRUN_ONCE` and `EVRUN_NOWAIT`.
    enum Run: CInt {
        /// Wait for something, handle it, return.
        case once = 2
        /// Handle what is there, return.
        case noWait = 1
    }

    private let makeFunction: @convention(c) (CUnsignedInt) -> OpaquePointer?
    private let runFunction: @convention(c) (OpaquePointer, CInt) -> CInt
    private let destroyFunction: @convention(c) (OpaquePointer) -> Void

    /// libwebsockets looks for its plugins only in the directory it was built with.
    static func load(
        pluginDirectory: String = LWS_INSTALL_LIBDIR, library: String = "libev.so.4"
    ) throws(TransportError) -> EventLoopLibrary {
        let plugin = pluginDirectory + "/libwebsockets-evlib_ev.so"
        guard access(plugin, R_OK) == 0 else {
            throw .eventLoopMissing(package: packageName, reason: "\(plugin) not found")
        }
        guard let handle = dlopen(library, RTLD_NOW | RTLD_GLOBAL) else {
            throw .eventLoopMissing(package: packageName, reason: "\(library) cannot be loaded")
        }
        guard let make = dlsym(handle, "ev_loop_new"), let run = dlsym(handle, "ev_run"),
            let destroy = dlsym(handle, "ev_loop_destroy")
        else {
            throw .eventLoopMissing(package: packageName, reason: "\(library) is another version")
        }
        return EventLoopLibrary(
            makeFunction: unsafeBitCast(make, to: (@convention(c) (CUnsignedInt) -> OpaquePointer?).self),
            runFunction: unsafeBitCast(run, to: (@convention(c) (OpaquePointer, CInt) -> CInt).self),
            destroyFunction: unsafeBitCast(destroy, to: (@convention(c) (OpaquePointer) -> Void).self))
    }

    /// A loop of our own; libev's default one would take over SIGCHLD.
    func makeLoop() throws(TransportError) -> OpaquePointer {
        // EVBACKEND_EPOLL | EVFLAG_NOENV: what was measured, whatever LIBEV_FLAGS says.
        guard let loop = makeFunction(0x4 | 0x0100_0000) else { throw .lastSystemError(in: "epoll_create") }
        return loop
    }

    /// One round of sockets: every callback of a turn comes from inside this call.
    func run(_ loop: OpaquePointer, _ mode: Run) {
        _ = runFunction(loop, mode.rawValue)
    }

    func destroy(_ loop: OpaquePointer) {
        destroyFunction(loop)
    }
}
