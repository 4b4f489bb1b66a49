import ArgumentParser
import Foundation

/// Puts a load of Yjs clients on a server that speaks y-websocket's protocol, and prints one line of JSON with what it
/// cost: see `Tests/Benchmarks/server.py`.
@main
struct ServerLoad: ParsableCommand {
    @OptionGroup var options: Options

    func run() throws {
        var limit = rlimit(rlim_cur: 65536, rlim_max: 65536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let crowd = Crowd(options)
        let figures = try crowd.measure()
        let data = try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys])
        print(String(decoding: data, as: UTF8.self))
    }
}
