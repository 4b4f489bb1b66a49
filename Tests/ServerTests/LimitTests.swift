import CRDT
import Facilitation
import Foundation
import Rooms
import Storage
import SyncProtocol
import Testing
import Transport

@testable import Application
@testable import Server

struct LimitTests {
    @Test func `names, flags and variables are unique, and each default is one the limit accepts`() {
        #expect(Set(ServerLimits.all.map(\.name)).count == ServerLimits.all.count)
        for limit in ServerLimits.all {
            #expect(limit.accepted.contains(limit.standard), "\(limit.name) is \(limit.standard)")
            #expect(limit.flag.hasPrefix("--limit-") && limit.variable.hasPrefix("SAMSPIL_LIMIT_"))
        }
    }

    @Test func `a limit takes what it accepts, from end to end, and nothing else`() {
        for limit in ServerLimits.all {
            var limits = ServerLimits()
            for value in [limit.accepted.lowerBound, limit.accepted.upperBound] {
                #expect(limit.set("\(value)", in: &limits), "\(limit.name)")
                #expect(limit.value(in: limits) == value, "\(limit.name)")
            }
            let (below, above) = (limit.accepted.lowerBound - 1, limit.accepted.upperBound + 1)
            for wrong in ["\(below)", "\(above)", "", "x", "1.5", " 1", "1 000", "99999999999999999999"] {
                #expect(!limit.set(wrong, in: &limits), "\(limit.name) took \(wrong)")
            }
            #expect(limit.value(in: limits) == limit.accepted.upperBound)
        }
    }

    /// Every stored property of the parts' limits, by its path.
    private static func leaves(_ value: Any, _ path: String = "") -> [String: String] {
        let children = Mirror(reflecting: value).children
        if value is Duration || Mirror(reflecting: value).displayStyle == .optional || children.isEmpty {
            return [path: "\(value)"]
        }
        return children.reduce(into: [:]) { leaves, child in
            leaves.merge(Self.leaves(child.value, "\(path).\(child.label ?? "")")) { first, _ in first }
        }
    }

    @Test func `every limit of every part can be set, each by one name alone`() {
        let before = Self.leaves(ServerLimits())
        var reached: [String: String] = [:]
        for limit in ServerLimits.all {
            var limits = ServerLimits()
            let other = limit.standard == limit.accepted.upperBound ? limit.standard - 1 : limit.standard + 1
            #expect(limit.set("\(other)", in: &limits))
            let changed = Self.leaves(limits).filter { before[$0.key] != $0.value }.keys
            #expect(changed.count == 1, "\(limit.name) changes \(changed)")
            for path in changed {
                #expect(reached[path] == nil, "\(path): \(limit.name) and \(reached[path] ?? "")")
                reached[path] = limit.name
            }
        }
        #expect(Set(before.keys).subtracting(reached.keys) == [], "cannot be set")
    }

    @Test func `the table of limits in the documentation is the one in the code`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Server/Server.docc/Limits.md")
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| `") }
        let expected = ServerLimits.all.map { limit in
            "| `\(limit.name)` | \(limit.standard) | \(limit.unit == .number ? "" : limit.unit.rawValue) | "
                + "\(limit.accepted.lowerBound) – \(limit.accepted.upperBound) | \(limit.meaning) |"
        }
        #expect(rows.map(String.init) == expected)
    }

    @Test func `hanging up before the ping is a contradiction`() throws {
        var limits = ServerLimits()
        #expect(limits.contradiction == nil)
        limits.transport.hangUpSeconds = limits.transport.pingSeconds
        #expect(limits.contradiction?.flag == "--limit-hang-up-seconds")
    }

    @Test func `whatever may be stored must fit what may be sent, or the limits contradict each other`() throws {
        let wrong: [(String, String)] = [
            ("document-clients", "30000"), ("queue-bytes", "500000"), ("presence-bytes", "900000"),
            ("message-bytes", "200000"), ("backlog-bytes", "100000"), ("update-bytes", "2000000"),
            ("document-pending-bytes", "4000000"), ("unsaved-bytes", "1000000"), ("slow-reader-bytes", "600000"),
            ("write-bytes", "2000000"), ("held-bytes", "20000000"), ("document-update-bytes", "60000000"),
            ("session-document-bytes", "1000000"), ("week-bytes", "1000000"), ("awareness-bytes", "500000"),
        ]
        for (name, value) in wrong {
            var limits = ServerLimits()
            let limit = try #require(ServerLimits.all.first { $0.name == name })
            #expect(limit.set(value, in: &limits), "\(name)")
            let fault = try #require(limits.contradiction, "\(name) \(value) goes with everything")
            #expect(fault.flag == limit.flag || fault.accepts.contains(limit.flag), "\(name): \(fault)")
            #expect(!fault.accepts.contains("\n"))
        }
    }

    @Test func `the largest state vector and presence that the limits allow fit a reader's queue`() throws {
        let limits = ServerLimits()
        let clients = (0..<UInt64(limits.rooms.document.clients)).map { (UInt64.max - $0, UInt64(1) << 31) }
        let vector = Message.syncStep1(StateVector(Dictionary(uniqueKeysWithValues: clients))).encoded()
        let presence = limits.rooms.awareness.roomBytes
        #expect(2 * vector.count + presence <= limits.transport.outboundQueueBytes)
        #expect(vector.count <= limits.transport.messageBytes)
    }
}
