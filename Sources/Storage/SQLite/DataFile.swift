import Glibc
import Synchronization

/// The database's file before SQLite opens it: made with its directories, so that what is wrong gets a plain reason.
enum DataFile {
    /// Makes what is missing. Directories 0700 and the file 0600, because there are names inside; SQLite gives its
    /// other files the mode of this one.
    static func prepare(_ path: String) throws(StorageError) {
        let directory = directory(of: path)
        try makeDirectory(directory)
        guard !exists(SQLiteRestore.mark(of: path)) else {
            throw .notWritable(path: path, reason: "a restore was not finished, run samspil restore again")
        }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .notWritable(path: path, reason: reason(errno)) }
        close(descriptor)
        guard access(directory, W_OK) == 0 else { throw .notWritable(path: directory, reason: reason(errno)) }
    }

    /// Makes a file that must not be there yet, 0600.
    static func makeExclusively(_ path: String) throws(StorageError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .notWritable(path: path, reason: reason(errno)) }
        close(descriptor)
    }

    /// Returns when a file and its name are on the disk.
    static func sync(_ path: String) throws(StorageError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .notWritable(path: path, reason: reason(errno)) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .notWritable(path: path, reason: reason(errno)) }
        sync(directory: directory(of: path))
    }

    /// Writes what can be read of a file in its own place and returns when the disk has it. After an fsync that failed
    /// Linux takes the pages for written and does not write them again (`fsync(2)`, EIO), though they can still be read.
    ///
    /// Nobody may have the file open for writing. A file that is not there needs nothing.
    static func rewrite(_ path: String) throws(StorageError) {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw .io("\(path): \(reason(errno))")
        }
        defer { close(descriptor) }
        var block = [UInt8](repeating: 0, count: 1 << 20)
        var offset = 0
        while true {
            let count = pread(descriptor, &block, block.count, offset)
            if count == 0 { break }
            guard count > 0, pwrite(descriptor, block, count, offset) == count else {
                throw .io("\(path): \(reason(errno))")
            }
            offset += count
        }
        guard fsync(descriptor) == 0 else { throw .io("\(path): \(reason(errno))") }
    }

    /// Follows links: a file that is linked here counts.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Of an `errno`, in the C library's English. `strerror` is safe here: glibc keeps its texts for each thread.
    static func reason(_ code: Int32) -> String {
        String(cString: strerror(code))
    }

    static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// With those above it, 0700 each; another process may make the same at the same time.
    static func makeDirectory(_ path: String) throws(StorageError) {
        guard !exists(path) else { return }
        let parent = directory(of: path)
        try makeDirectory(parent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .notWritable(path: path, reason: reason(errno))
        }
        sync(directory: parent)
    }

    /// So that a new directory outlives a power cut. A file system that cannot do it loses nothing it has promised.
    static func sync(directory path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

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

    /// Twice does nothing more.
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
