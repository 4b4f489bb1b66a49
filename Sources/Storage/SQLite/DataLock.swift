import Glibc
import Synchronization

/// Holds a database for this process, by `flock` on a file beside it: two servers appending to one log would give
/// their clients two truths. The system lets go of it when the process dies, however it dies.
final class DataLock: Sendable {
    private let descriptor: Mutex<Int32?>

    init(database path: String) throws(StorageError) {
        let lockPath = path + ".lock"
        let file = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .notWritable(path: lockPath, reason: DataFile.reason(errno)) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(file)
            throw code == EWOULDBLOCK
                ? .inUse(path: path) : .notWritable(path: lockPath, reason: DataFile.reason(code))
        }
        descriptor = Mutex(file)
    }

    func release() {
        descriptor.withLock {
            if let file = $0 {
                // Closing alone would leave the lock with a child process that is between fork and exec.
                flock(file, LOCK_UN)
                close(file)
            }
            $0 = nil
        }
    }

    deinit { release() }
}
