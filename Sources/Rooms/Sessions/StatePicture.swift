import Facilitation
import Foundation
import Planning

/// The state of a session at one moment, encoded once for all who join in the next while. Those who come later get
/// it and the events since.
struct StatePicture: Sendable {
    let state: SessionState
    /// What everybody of an audience is told alike, as JSON.
    let shared: [UInt8]

    /// Encoding a full session takes its time; runs where it is called.
    init(of state: SessionState, isForLeading: Bool) {
        self.state = state
        shared = Self.json(state.shown(isForLeading: isForLeading))
    }

    /// The same, beside the loop.
    nonisolated static func make(of state: SessionState, isForLeading: Bool) async -> StatePicture {
        StatePicture(of: state, isForLeading: isForLeading)
    }

    /// What this person is sent.
    func delivery(to participantID: String?, partBytes: Int) -> StateDelivery {
        StateDelivery(
            sequence: state.sequence, own: Self.json(state.own(of: participantID)), shared: shared,
            partBytes: partBytes)
    }

    /// Strings, numbers and booleans only, which always encode.
    private static func json(_ value: some Encodable) -> [UInt8] {
        (try? CanonicalJSON.encode(value)).map { Array($0) } ?? Array("{}".utf8)
    }
}

/// The state of a session as it was lately, for those who lead and for all others.
struct StatePictures {
    private var pictures: [Bool: StatePicture] = [:]
    /// Which of them are being encoded.
    private var drawing: Set<Bool> = []

    func last(isForLeading: Bool) -> StatePicture? { pictures[isForLeading] }

    /// Encodes the state as it is now.
    mutating func draw(_ state: SessionState, isForLeading: Bool) -> StatePicture {
        let picture = StatePicture(of: state, isForLeading: isForLeading)
        pictures[isForLeading] = picture
        return picture
    }

    /// - Returns: false where one is being encoded already.
    mutating func beginDrawing(isForLeading: Bool) -> Bool { drawing.insert(isForLeading).inserted }

    /// Takes a picture that was encoded beside the loop.
    ///
    /// - Parameter earliest: the first state that may be shown.
    /// - Returns: false where it is of one before.
    mutating func endDrawing(_ picture: StatePicture, isForLeading: Bool, notBefore earliest: Int64) -> Bool {
        drawing.remove(isForLeading)
        guard picture.state.sequence >= earliest else { return false }
        pictures[isForLeading] = picture
        return true
    }

    mutating func forgetAll() { pictures = [:] }
}

/// A state on its way to somebody: one message, or where it is large several, each sent when the one before has gone.
struct StateDelivery: Sendable {
    let sequence: Int64
    private let pieces: [[UInt8]]
    private let partBytes: Int
    private var piece = 0
    private var place = 0
    private var part = 0
    private var isOver = false

    init(sequence: Int64, own: [UInt8], shared: [UInt8], partBytes: Int) {
        self.sequence = sequence
        self.partBytes = max(16, partBytes)
        pieces = [Array("{\"own\":".utf8) + own + Array(",\"state\":".utf8), shared, Array("}".utf8)]
    }

    /// The next message; nil after the last.
    ///
    /// `{"type":"state","seq":N,"own":…,"state":…}`; or `{"type":"state","seq":N,"part":0,"isLast":false,"text":…}`,
    /// whose texts one after the other are the JSON of an object with `own` and `state`.
    mutating func next() -> String? {
        guard !isOver else { return nil }
        let count = pieces.reduce(0) { $0 + $1.count }
        if part == 0, count <= partBytes {
            isOver = true
            let text = String(decoding: pieces.joined().dropLast(), as: UTF8.self)
            return text + ",\"seq\":\(sequence),\"type\":\"state\"}"
        }
        struct Part: Encodable {
            let type = "state"
            let seq: Int64
            let part: Int
            let isLast: Bool
            let text: String
        }
        let text = takeText()
        isOver = piece == pieces.count
        let message = Part(seq: sequence, part: part, isLast: isOver, text: text)
        part += 1
        return (try? JSONEncoder().encode(message)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Up to `partBytes` more, whole characters.
    private mutating func takeText() -> String {
        var bytes: [UInt8] = []
        while piece < pieces.count {
            let rest = pieces[piece][place...]
            if rest.count <= partBytes - bytes.count {
                bytes += rest
                (piece, place) = (piece + 1, 0)
                continue
            }
            var end = rest.startIndex + partBytes - bytes.count
            while end > rest.startIndex, rest[end] & 0xC0 == 0x80 { end -= 1 }
            bytes += rest[..<end]
            place = end
            break
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
