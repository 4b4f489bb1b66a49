import CLibwebsockets

/// The Swift side of one `struct lws`.
///
/// libwebsockets holds it unretained as the opaque user data of its `struct lws`; the transport holds it retained from
/// before adoption until `LWS_CALLBACK_WSI_DESTROY`, the last word libwebsockets says of any of them, also of those
/// that never came as far as being established.
@ServiceLoop
class Handle {
    /// Valid until `destroyed()`.
    private(set) var wsi: OpaquePointer?

    func adopted(as wsi: OpaquePointer) {
        self.wsi = wsi
    }

    func destroyed() {
        wsi = nil
    }

    static func of(_ wsi: OpaquePointer) -> Handle? {
        guard let pointer = lws_get_opaque_user_data(wsi) else { return nil }
        return Unmanaged<Handle>.fromOpaque(pointer).takeUnretainedValue()
    }
}
