import CEpoll
import Glibc

/// epoll over the connections, by their number.
final class Poller {
    private let descriptor = epoll_create1(0)
    private var events = [epoll_event](repeating: epoll_event(), count: 512)

    func add(_ socket: Int32, as number: Int) { set(socket, number, EPOLL_CTL_ADD, writing: true) }

    func watch(_ socket: Int32, as number: Int, writing: Bool) { set(socket, number, EPOLL_CTL_MOD, writing: writing) }

    func remove(_ socket: Int32) { epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, nil) }

    private func set(_ socket: Int32, _ number: Int, _ operation: Int32, writing: Bool) {
        var event = epoll_event()
        event.events = UInt32(EPOLLIN.rawValue) | (writing ? UInt32(EPOLLOUT.rawValue) : 0)
        event.data.u64 = UInt64(number)
        epoll_ctl(descriptor, operation, socket, &event)
    }

    /// Waits so many nanoseconds at most, and names the connections that have something to read or may write.
    /// - Returns: how many there were.
    func wait(_ nanoseconds: UInt64, _ body: (_ number: Int, _ mayWrite: Bool) -> Void) -> Int {
        var patience = timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
        let count = Int(epoll_pwait2(descriptor, &events, Int32(events.count), &patience, nil))
        for index in 0..<max(0, count) {
            body(Int(events[index].data.u64), events[index].events & UInt32(EPOLLOUT.rawValue) != 0)
        }
        return max(0, count)
    }
}
