import Foundation

/// Everybody who is connected, on one thread: opens, writes on time, reads, and keeps the figures.
final class Crowd {
    private static let firstClientID = 1000
    /// Nanoseconds between two awareness messages of somebody who does nothing, as y-protocols renews them.
    private static let heartbeat: UInt64 = 15_000_000_000

    private let options: Options
    private let poller = Poller()
    private let measurement: Measurement
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    private var people: [Person] = []
    private var writers: [Person] = []
    /// When which writer writes next; kept sorted by taking turns.
    private var due: [(time: UInt64, person: Person)] = []
    private var nextDue = 0
    private var synced = 0
    private var lost = 0
    private var isMeasuring = false
    private var edits: UInt64 = 0
    private var sampledDeliveries: UInt64 = 0
    private var latency = Histogram()
    private var savedLatency = Histogram()
    /// How much later than due the generator wrote, and how long it was away from its sockets: what it adds to the
    /// figures itself.
    private var lateness = Histogram()
    private var turnLength = Histogram()

    init(_ options: Options) {
        self.options = options
        measurement = Measurement(server: options.server)
    }

    deinit { buffer.deallocate() }

    func measure() throws -> [String: Any] {
        if options.documentBytes > 0 { try fillDocuments() }
        let memoryBefore = measurement.serverMemory
        let openStart = Measurement.now
        let openCPU = measurement.serverSeconds
        try openAll()
        let openedAfter = Double(Measurement.now - openStart) / 1e9
        let openSeconds = measurement.serverSeconds - openCPU
        if options.awareness { people.forEach(tellAwareness) }
        if !writers.isEmpty { schedule() }
        run(for: options.warmup)
        let memory = measurement.serverMemory
        var figures = measureSteadyState()
        figures["connections"] = people.count
        figures["rooms"] = options.roomNames.count
        figures["lost"] = lost
        figures["synced"] = synced
        figures["all_in_step_seconds"] = openedAfter
        figures["cpu_us_per_opening"] = openSeconds * 1e6 / Double(max(people.count, 1))
        figures["memory_bytes"] = memory
        figures["bytes_per_connection"] = (memory - memoryBefore) / max(people.count, 1)
        return figures
    }

    private func measureSteadyState() -> [String: Any] {
        let cpu = measurement.serverSeconds
        let own = Measurement.ownSeconds
        let bytes = people.reduce(0) { $0 + $1.client.received }
        let frames = people.reduce(0) { $0 + $1.client.frameCount }
        isMeasuring = true
        let start = Measurement.now
        run(for: options.seconds)
        isMeasuring = false
        let seconds = Double(Measurement.now - start) / 1e9
        let serverSeconds = measurement.serverSeconds - cpu
        let decoding = people.count { $0.decodes }
        let deliveries = Double(sampledDeliveries) * Double(people.count) / Double(max(decoding, 1))
        return [
            "edits_per_second": Double(edits) / seconds, "deliveries_per_second": deliveries / seconds,
            "frames_per_second": Double(people.reduce(0) { $0 + $1.client.frameCount } - frames) / seconds,
            "bytes_per_second": Double(people.reduce(0) { $0 + $1.client.received } - bytes) / seconds,
            "server_cpu": serverSeconds / seconds, "generator_cpu": (Measurement.ownSeconds - own) / seconds,
            "cpu_us_per_delivery": deliveries > 0 ? serverSeconds * 1e6 / deliveries : 0,
            "edit_to_delivery_ms": latency.summary, "edit_to_saved_ms": savedLatency.summary,
            "generator_late_ms": lateness.summary, "generator_turn_ms": turnLength.summary,
        ]
    }

    // MARK: Opening

    private func connect(to room: Int, writer: Int?, number: Int) throws -> Person {
        let path = options.path.replacingOccurrences(of: "ROOM", with: options.roomNames[room])
        let client = try Client(
            port: options.port, source: UInt32(number / 1000) << 8, path: path, headers: options.header)
        let person = Person(
            client, writer: writer, clientID: Self.firstClientID + number,
            decodes: number % options.sample == 0, writers: options.writers)
        client.send(WireWriter.emptyStep1)
        people.append(person)
        poller.add(client.socket, as: people.count - 1)
        return person
    }

    /// Opens in portions, so that the listen queue does not overflow; returns when everybody has the document.
    private func openAll() throws {
        var number = 0
        for place in 0..<options.connections {
            for room in options.roomNames.indices {
                let writer = place < options.writers ? place : nil
                let person = try connect(to: room, writer: writer, number: number)
                if writer != nil { writers.append(person) }
                number += 1
                while number - synced > 1000, lost == 0 { turn(nanoseconds: 10_000_000) }
                if number % 100 == 0 { turn(nanoseconds: 0) }
            }
        }
        let patience = Measurement.now + 120_000_000_000
        while synced < people.count, lost == 0, Measurement.now < patience { turn(nanoseconds: 10_000_000) }
    }

    /// Writes each document's text through a connection of its own, and leaves.
    private func fillDocuments() throws {
        for room in options.roomNames.indices {
            let person = try connect(to: room, writer: nil, number: 1_000_000 + room)
            while !person.isSynced, lost == 0 { turn(nanoseconds: 10_000_000) }
            person.client.send(WireWriter.text(client: person.clientID, bytes: options.documentBytes))
            let end = Measurement.now + 2_000_000_000
            while Measurement.now < end { turn(nanoseconds: 10_000_000) }
        }
        people.removeAll()
        synced = 0
    }

    // MARK: Writing

    private func schedule() {
        let period = UInt64(1e9 / options.rate)
        let start = Measurement.now + 1_000_000
        due = writers.enumerated().map { (start + period * UInt64($0.offset) / UInt64(writers.count), $0.element) }
        nextDue = 0
    }

    private func run(for seconds: Double) {
        let end = Measurement.now + UInt64(seconds * 1e9)
        var nextAwareness = Measurement.now + Self.heartbeat
        while true {
            let now = Measurement.now
            guard now < end else { return }
            if options.awareness, now > nextAwareness {
                people.forEach(tellAwareness)
                nextAwareness += Self.heartbeat
            }
            writeWhatIsDue(now)
            let next = due.isEmpty ? end : min(end, due[nextDue].time)
            let after = Measurement.now
            turn(nanoseconds: next > after ? next - after : 0)
        }
    }

    private func writeWhatIsDue(_ now: UInt64) {
        let period = UInt64(1e9 / options.rate)
        while !due.isEmpty, due[nextDue].time <= now {
            let person = due[nextDue].person
            person.client.send(WireWriter.keystroke(client: person.clientID, clock: person.sentAt.count))
            if options.cursors { tellAwareness(person) }
            // From when it was due: a generator that is late must not hide how late the server is.
            person.sentAt.append(due[nextDue].time)
            if isMeasuring {
                edits += 1
                lateness.add(now - due[nextDue].time)
            }
            due[nextDue].time += period
            nextDue = (nextDue + 1) % due.count
        }
    }

    private func tellAwareness(_ person: Person) {
        person.awarenessClock += 1
        person.client.send(
            WireWriter.awareness(
                client: person.clientID, clock: person.awarenessClock, cursor: person.sentAt.count))
    }

    // MARK: Reading

    private func turn(nanoseconds: UInt64) {
        var start: UInt64 = 0
        let events = poller.wait(nanoseconds) { number, mayWrite in
            if start == 0 { start = Measurement.now }
            guard number < people.count else { return }
            serve(people[number], number, mayWrite: mayWrite)
        }
        if isMeasuring, events > 0 { turnLength.add(Measurement.now - start) }
    }

    private func serve(_ person: Person, _ number: Int, mayWrite: Bool) {
        do {
            if mayWrite { person.client.write() }
            try person.client.read(buffer) { event in
                switch event {
                case .message(let bytes): receive(bytes, person)
                case .long(let beginning): beginning.withUnsafeBytes { receive($0, person) }
                case .ping, .close: break
                }
            }
            guard person.isWatchedForWriting != person.client.wantsToWrite else { return }
            person.isWatchedForWriting.toggle()
            poller.watch(person.client.socket, as: number, writing: person.isWatchedForWriting)
        } catch {
            if lost == 0 { FileHandle.standardError.write(Data("lost a connection: \(error)\n".utf8)) }
            lost += 1
            poller.remove(person.client.socket)
        }
    }

    private func receive(_ message: UnsafeRawBufferPointer, _ person: Person) {
        var reader = WireReader(message)
        switch reader.number() {
        case 0: receiveSync(&reader, person)
        case 4: receiveSaved(&reader, person)
        default: break
        }
    }

    private func receiveSync(_ reader: inout WireReader, _ person: Person) {
        switch reader.number() {
        case 0: person.client.send(WireWriter.emptyStep2)
        case 1:
            if !person.isSynced { synced += 1 }
            person.isSynced = true
        default:
            guard person.decodes, options.writers > 0 else { return }
            _ = reader.number()
            let now = Measurement.now
            reader.clocks { client, end in delivered(to: person, client, end, now) }
        }
    }

    private func delivered(to person: Person, _ client: Int, _ end: Int, _ now: UInt64) {
        let author = people[client - Self.firstClientID]
        guard author !== person, let writer = author.writer else { return }
        let known = person.seen[writer]
        guard end > known else { return }
        person.seen[writer] = end
        guard isMeasuring else { return }
        sampledDeliveries += UInt64(end - known)
        for clock in known..<end { latency.add(now - min(now, author.sentAt[clock])) }
    }

    private func receiveSaved(_ reader: inout WireReader, _ person: Person) {
        guard person.writer != nil else { return }
        _ = reader.number()
        let now = Measurement.now
        for _ in 0..<reader.number() {
            let client = reader.number()
            let clock = reader.number()
            guard client == person.clientID, clock > person.saved else { continue }
            if isMeasuring {
                for saved in person.saved..<min(clock, person.sentAt.count) {
                    savedLatency.add(now - min(now, person.sentAt[saved]))
                }
            }
            person.saved = clock
        }
    }
}
