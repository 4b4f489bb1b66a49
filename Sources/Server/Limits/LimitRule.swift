import Application
import CRDT
import Rooms
import SyncProtocol
import Transport

/// Limits that must fit each other, though each is right by itself: above all, whatever may be stored must fit what may
/// be sent, or a room that has once been filled can never be entered again.
package struct LimitRule: Sendable {
    /// The limit that the message names; of two that contradict each other, the one that is easier to change.
    private let name: String
    /// What it accepts beside the others, in words; `nil` when it is right.
    private let fault: @Sendable (ServerLimits) -> String?

    private init(_ name: String, _ fault: @escaping @Sendable (ServerLimits) -> String?) {
        self.name = name
        self.fault = fault
    }

    /// - Parameter bound: what the limit may be at most, and the flags and numbers that make it so.
    private static func atMost(
        _ name: String, _ bound: @escaping @Sendable (ServerLimits) -> (Int, String)
    ) -> LimitRule {
        LimitRule(name) { limits in
            let (most, because) = bound(limits)
            return Self.value(of: name, in: limits) <= most ? nil : "at most \(max(0, most)), as \(because)"
        }
    }

    /// - Parameter bound: what the limit must be at least, and why.
    private static func atLeast(
        _ name: String, _ bound: @escaping @Sendable (ServerLimits) -> (Int, String)
    ) -> LimitRule {
        LimitRule(name) { limits in
            let (least, because) = bound(limits)
            return Self.value(of: name, in: limits) >= least ? nil : "at least \(least), as \(because)"
        }
    }

    /// In its own unit. A name that is not in the list is a slip of ours, and then the rule says nothing.
    private static func value(of name: String, in limits: ServerLimits) -> Int {
        ServerLimits.all.first { $0.name == name }?.value(in: limits) ?? 0
    }

    /// A limit's flag and value, as a rule names it.
    private static func said(_ names: String..., in limits: ServerLimits) -> String {
        names.map { "--limit-\($0) is \(value(of: $0, in: limits))" }.joined(separator: " and ")
    }

    /// What of these limits does not go together: the flag, its value, what it accepts.
    func contradiction(in limits: ServerLimits) -> (flag: String, value: String, accepts: String)? {
        fault(limits).map { ("--limit-" + name, "\(Self.value(of: name, in: limits))", $0) }
    }
}

// MARK: - Sizes that follow from limits

extension LimitRule {
    /// A message's own head: its type, and the length of what it carries.
    private static let head = 16
    /// A client id is at most 10 bytes in a state vector, the clock beside it at most 5.
    private static let vectorBytesPerClient = 15
    /// Small messages that a newcomer is sent beside the large ones.
    private static let small = 64 << 10

    /// A document's first message to a client that joins: the state and what waits for missing updates.
    private static func largestDocument(_ limits: ServerLimits) -> Int {
        limits.rooms.document.updateBytes + limits.rooms.document.pendingBytes + head
    }
}

// MARK: - The rules

extension LimitRule {
    /// In the order in which they are looked at; the first that is broken is the one that the start reports.
    static let all: [LimitRule] = times + documents + rooms + process

    private static let times: [LimitRule] = [
        LimitRule("hang-up-seconds") { limits in
            guard limits.transport.hangUpSeconds <= limits.transport.pingSeconds else { return nil }
            return "more than --limit-ping-seconds, which is \(limits.transport.pingSeconds)"
        }
    ]

    /// What clients send and are sent must fit one message, and a queue.
    private static let documents: [LimitRule] = [
        // A client that joins is sent the state vector twice, as a question and as the saved state, and everybody's
        // presence.
        atMost("document-clients") { limits in
            let room = limits.transport.outboundQueueBytes - limits.rooms.awareness.roomBytes - small
            return (
                room / 2 / vectorBytesPerClient,
                "every state vector names them all: " + said("queue-bytes", "presence-bytes", in: limits)
            )
        },
        // A client's question has its state vector.
        atMost("document-clients") { limits in
            (
                (limits.transport.messageBytes - head) / vectorBytesPerClient,
                "every state vector names them all: " + said("message-bytes", in: limits)
            )
        },
        atLeast("backlog-bytes") { limits in
            let vector = limits.rooms.document.clients * vectorBytesPerClient + head
            return (
                vector + limits.rooms.awarenessBytes + head,
                "a client begins with what it has and who it is: " + said("document-clients", in: limits)
            )
        },
        atMost("update-bytes") { limits in
            (limits.transport.messageBytes - head, "it comes in one message: " + said("message-bytes", in: limits))
        },
        atMost("update-bytes") { limits in
            (
                limits.rooms.document.updateBytes,
                "a document takes no more: " + said("document-update-bytes", in: limits)
            )
        },
        atMost("document-pending-bytes") { limits in
            (
                limits.rooms.document.updateBytes,
                "what waits is part of the document: " + said("document-update-bytes", in: limits)
            )
        },
        atLeast("unsaved-bytes") { limits in
            (
                limits.rooms.document.updateBytes,
                "a document may come at once: " + said("document-update-bytes", in: limits)
            )
        },
    ]

    /// A room must hold what its people may have.
    private static let rooms: [LimitRule] = [
        atLeast("presence-bytes") { limits in
            (2 * limits.rooms.awarenessBytes, "a room has people in it: " + said("awareness-bytes", in: limits))
        },
        // A reader is caught up before it is closed.
        atMost("slow-reader-bytes") { limits in
            (limits.transport.outboundQueueBytes / 2, said("queue-bytes", in: limits))
        },
        atMost("write-bytes") { limits in
            (limits.transport.outboundQueueBytes, said("queue-bytes", in: limits))
        },
        atLeast("session-document-bytes") { limits in
            (
                limits.rooms.document.updateBytes + limits.rooms.bytesBeforeSnapshot,
                "a session has a model with its log: " + said("document-update-bytes", "snapshot-bytes", in: limits)
            )
        },
        atLeast("week-bytes") { limits in
            (limits.rooms.sessionDocumentBytes, "a week has a session: " + said("session-document-bytes", in: limits))
        },
    ]

    /// The process as a whole must hold a handful of the largest things at once, or nobody gets through.
    private static let process: [LimitRule] = [
        // A half is for answers to those who join, of which some must fit.
        atLeast("held-bytes") { limits in
            (16 * largestDocument(limits), "readers wait for documents: " + said("document-update-bytes", in: limits))
        },
        atLeast("held-bytes") { limits in
            (16 * limits.transport.messageBytes, "messages come in parts: " + said("message-bytes", in: limits))
        },
        atLeast("held-bytes") { limits in
            (16 * limits.transport.outboundQueueBytes, "readers fall behind: " + said("queue-bytes", in: limits))
        },
    ]
}
