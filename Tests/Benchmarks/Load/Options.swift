import ArgumentParser

/// What the load is. The same for every server: only the path and the headers differ.
struct Options: ParsableArguments {
    @Option(help: "The server's port on 127.0.0.1.")
    var port: UInt16
    @Option(help: "The server's process, to read its CPU time and memory.")
    var server: Int32
    @Option(help: "The path of a document's socket; ROOM stands for its name.")
    var path: String
    @Option(help: "A header of the handshake, such as 'Origin: http://127.0.0.1'.")
    var header: [String] = []
    @Option(help: "The rooms' names, with commas.")
    var rooms: String
    @Option(help: "Connections in each room.")
    var connections: Int
    @Option(help: "How many of a room's connections write.")
    var writers = 0
    @Option(help: "Updates a second of each writer.")
    var rate = 1.0
    @Option(help: "Seconds that are measured.")
    var seconds = 10.0
    @Option(help: "Seconds before, that are not.")
    var warmup = 3.0
    @Option(help: "Every how many-th connection decodes what it gets; the others count bytes.")
    var sample = 1
    @Option(help: "Bytes of text that are in each document before anybody else comes.")
    var documentBytes = 0
    @Flag(help: "Every connection tells an awareness state, and again every 15 seconds.")
    var awareness = false
    @Flag(help: "An awareness message follows each update, as a page's cursor does.")
    var cursors = false

    var roomNames: [String] { rooms.split(separator: ",").map(String.init) }
}
