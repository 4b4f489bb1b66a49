import CLibwebsockets

/// Everything libwebsockets has to say. Not every reason comes on the service thread (some while the context is made),
/// but all that are listed here do.
func transportCallback(
    _ wsi: OpaquePointer?, _ reason: lws_callback_reasons, _ user: UnsafeMutableRawPointer?,
    _ input: UnsafeMutableRawPointer?, _ length: Int
) -> CInt {
    guard let wsi, CallbackEvent.isHandled(reason) else { return 0 }
    let event = CallbackEvent(wsi: wsi, reason: reason, bytes: UnsafeRawBufferPointer(start: input, count: length))
    return ServiceLoop.assumeIsolated { event.dispatch() }
}

/// One callback's arguments.
///
/// - SAFETY: `@unchecked` only to enter the isolation of the thread it is already on; it lives as long as the callback.
private struct CallbackEvent: @unchecked Sendable {
    let wsi: OpaquePointer
    let reason: lws_callback_reasons
    /// Valid for the reasons whose input is bytes; for others a mere pointer that is not looked at.
    let bytes: UnsafeRawBufferPointer

    /// Asked before the handle is looked at: other reasons come with no handle, or on another thread.
    static func isHandled(_ reason: lws_callback_reasons) -> Bool {
        switch reason {
        case LWS_CALLBACK_RECEIVE, LWS_CALLBACK_RECEIVE_PONG, LWS_CALLBACK_SERVER_WRITEABLE, LWS_CALLBACK_HTTP,
            LWS_CALLBACK_HTTP_BODY,
            LWS_CALLBACK_HTTP_BODY_COMPLETION, LWS_CALLBACK_HTTP_WRITEABLE, LWS_CALLBACK_HTTP_CONFIRM_UPGRADE,
            LWS_CALLBACK_ESTABLISHED, LWS_CALLBACK_WS_PEER_INITIATED_CLOSE, LWS_CALLBACK_CLOSED,
            LWS_CALLBACK_WSI_DESTROY, LWS_CALLBACK_RAW_RX_FILE, LWS_CALLBACK_RAW_ADOPT, LWS_CALLBACK_RAW_RX:
            true
        default:
            false
        }
    }

    @ServiceLoop
    func dispatch() -> CInt {
        guard let handle = Handle.of(wsi) else { return 0 }
        switch reason {
        case LWS_CALLBACK_WSI_DESTROY:
            destroy(handle)
            return 0
        case LWS_CALLBACK_RAW_RX_FILE:
            (handle as? DescriptorHandle)?.readable()
            return 0
        default:
            guard let connection = handle as? Connection else { return 0 }
            return dispatch(to: connection)
        }
    }

    @ServiceLoop
    private func dispatch(to connection: Connection) -> CInt {
        switch reason {
        case LWS_CALLBACK_RECEIVE: connection.webSocket?.receive(bytes, from: wsi) ?? -1
        case LWS_CALLBACK_RECEIVE_PONG: connection.webSocket?.heardPong() ?? -1
        case LWS_CALLBACK_SERVER_WRITEABLE: connection.webSocket?.writeNext(to: wsi) ?? 0
        case LWS_CALLBACK_HTTP: connection.requestArrived(wsi)
        case LWS_CALLBACK_HTTP_BODY: connection.exchange?.receive(bytes) ?? 0
        case LWS_CALLBACK_HTTP_BODY_COMPLETION: connection.exchange?.bodyCompleted() ?? 0
        case LWS_CALLBACK_HTTP_WRITEABLE: connection.exchange?.writeNext(to: wsi) ?? 0
        case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE: connection.confirmUpgrade(wsi)
        case LWS_CALLBACK_ESTABLISHED: connection.established(wsi)
        case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE: connection.webSocket?.peerCloses(bytes, wsi) ?? 0
        case LWS_CALLBACK_CLOSED: closed(connection)
        // CONNECT turns a connection into a raw socket: not here.
        default: -1
        }
    }

    @ServiceLoop
    private func closed(_ connection: Connection) -> CInt {
        connection.webSocket?.noteRefusal(by: wsi)
        connection.webSocket?.ended()
        return 0
    }

    /// Retained until here; see ``Handle``.
    @ServiceLoop
    private func destroy(_ handle: Handle) {
        guard let user = lws_context_user(lws_get_context(wsi)) else { return }
        let transport = Unmanaged<Transport>.fromOpaque(user).takeUnretainedValue()
        handle.destroyed()
        transport.handles[ObjectIdentifier(handle)] = nil
    }
}
