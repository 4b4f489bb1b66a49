import CLibwebsockets
import DequeModule

extension WebSocketConnection {
    /// Whether the next two messages at least go out by one write.
    var mayGather: Bool {
        queue.count > 1 && written == 0 && gatheredCount > 1
    }

    /// How many of the messages that wait fit the buffer together.
    private var gatheredCount: Int {
        var room = GatheringBuffer.capacity
        var count = 0
        for message in queue {
            room -= message.count + GatheringBuffer.longestHead
            guard room >= 0 else { break }
            count += 1
        }
        return count
    }

    /// Writes messages that wait as frames one behind the other, by one system call instead of one for each.
    ///
    /// libwebsockets frames one message for each `lws_write`; on a WebSocket, `LWS_WRITE_HTTP` sends bytes as they are
    /// (`rops_write_role_protocol_ws` of 4.1.6), and what the socket does not take it keeps as it does for any other
    /// write. Only whole frames go out thus, so that its own pings and pongs never land inside one.
    func writeGathered(to wsi: OpaquePointer) -> Bool {
        guard let buffer = connection?.transport.gathering else { return false }
        let count = gatheredCount
        buffer.clear()
        var payload = 0
        for message in queue.prefix(count) {
            buffer.append(message)
            payload += message.count
        }
        guard lws_write(wsi, buffer.start, buffer.count, LWS_WRITE_HTTP) >= 0 else { return false }
        queue.removeFirst(count)
        queuedBytes -= payload
        counters.addQueued(-payload)
        counters.add(.bytesSent, payload)
        counters.add(.messagesSent, count)
        return true
    }
}
