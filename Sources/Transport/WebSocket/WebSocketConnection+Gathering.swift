import CLibwebsockets
import DequeModule

extension WebSocketConnection {
    /// How many of the messages that wait go out by one write: as many as fit the buffer, none of one that was begun.
    var gatheredCount: Int {
        guard queue.count > 1, written == 0 else { return 0 }
        var room = GatheringBuffer.capacity
        var count = 0
        for message in queue {
            room -= message.count + GatheringBuffer.longestHead
            guard room >= 0 else { break }
            count += 1
        }
        return count
    }

    /// Writes the first `count` messages that wait as frames one behind the other, by one system call for all.
    ///
    /// libwebsockets frames one message for each `lws_write`; on a WebSocket, `LWS_WRITE_HTTP` sends bytes as they are
    /// (`rops_write_role_protocol_ws` of 4.1.6), and what the socket does not take it keeps as it does for any other
    /// write. Only whole frames go out thus, so that its own pings and pongs never land inside one.
    func writeGathered(_ count: Int, to wsi: OpaquePointer) -> Bool {
        guard let buffer = connection?.transport.gathering else { return false }
        buffer.clear()
        var payload = 0
        for message in queue.prefix(count) {
            buffer.append(message)
            payload += message.count
        }
        guard lws_write(wsi, buffer.start, buffer.count, LWS_WRITE_HTTP) >= 0 else { return false }
        removeFromQueue(count)
        noteMove()
        queuedBytes -= payload
        counters.addQueued(-payload)
        counters.add(.bytesSent, payload)
        counters.add(.messagesSent, count)
        return true
    }
}
