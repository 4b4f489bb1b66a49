/// Writes messages of y-websocket's protocol.
enum WireWriter {
    static func number(_ number: Int, into bytes: inout [UInt8]) {
        var number = number
        while number >= 0x80 {
            bytes.append(UInt8(number & 0x7f) | 0x80)
            number >>= 7
        }
        bytes.append(UInt8(number))
    }

    /// Sync step 1 of somebody who has nothing, and step 2 of somebody who has nothing to tell.
    static let emptyStep1: [UInt8] = [0, 0, 1, 0]
    static let emptyStep2: [UInt8] = [0, 1, 2, 0, 0]

    /// One letter behind the client's last one, as Yjs sends it.
    static func keystroke(client: Int, clock: Int) -> [UInt8] {
        var update: [UInt8] = [1, 1]
        number(client, into: &update)
        number(clock, into: &update)
        if clock == 0 {
            update += [4, 1, 4] + Array("load".utf8)
        } else {
            update.append(0x84)
            number(client, into: &update)
            number(clock - 1, into: &update)
        }
        update += [1, UInt8(ascii: "a"), 0]
        return message([0, 2], update)
    }

    /// About so many bytes of text in one update, each eight letters in front of the eight before, so that they do not
    /// become one run: a document that has been worked on.
    static func text(client: Int, bytes: Int) -> [UInt8] {
        let runs = bytes / 16
        var update: [UInt8] = [1]
        number(runs, into: &update)
        number(client, into: &update)
        update += [0, 4, 1, 4] + Array("load".utf8)
        for run in 0..<runs {
            if run > 0 {
                update.append(0x44)
                number(client, into: &update)
                number(8 * (run - 1), into: &update)
            }
            update.append(8)
            update += Array("sammen, ".utf8)
        }
        update.append(0)
        return message([0, 1], update)
    }

    /// A state as a page has it: a name, a colour, a place that changes with each edit.
    static func awareness(client: Int, clock: Int, cursor: Int) -> [UInt8] {
        let state = Array(##"{"user":{"name":"Deltager","color":"#205c3b"},"cursor":\##(cursor)}"##.utf8)
        var update: [UInt8] = [1]
        number(client, into: &update)
        number(clock, into: &update)
        number(state.count, into: &update)
        return message([1], update + state)
    }

    private static func message(_ head: [UInt8], _ body: [UInt8]) -> [UInt8] {
        var message = head
        number(body.count, into: &message)
        return message + body
    }
}
