/// Open sections of one client, the one with the lowest clock on top.
struct CursorHeap {
    /// A section with the struct it stands before.
    private struct Cursor {
        var reader: UpdateReader
        var record: StructRecord
    }

    private var cursors: [Cursor] = []
    /// A binary heap of indices of `cursors`, so that what moves is small.
    private var heap: [Int] = []
    /// Places in `cursors` that are free again.
    private var free: [Int] = []

    var isEmpty: Bool { heap.isEmpty }
    /// The struct on top.
    var record: StructRecord { cursors[heap[0]].record }
    var clock: UInt32 { cursors[heap[0]].record.clock }

    /// A section without structs is not taken in.
    mutating func insert(_ reader: UpdateReader) throws(DecodingError) {
        var reader = reader
        guard let record = try reader.nextStruct() else { return }
        let cursor = Cursor(reader: reader, record: record)
        if let place = free.popLast() {
            cursors[place] = cursor
            heap.append(place)
        } else {
            cursors.append(cursor)
            heap.append(cursors.count - 1)
        }
        siftUp(heap.count - 1)
    }

    /// Moves the section on top to its next struct, or takes it off.
    mutating func advance() throws(DecodingError) {
        let top = heap[0]
        if let record = try cursors[top].reader.nextStruct() {
            cursors[top].record = record
        } else {
            free.append(top)
            let last = heap.removeLast()
            if heap.isEmpty { return }
            heap[0] = last
        }
        siftDown()
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        cursors[heap[left]].record.clock < cursors[heap[right]].record.clock
    }

    /// Restores the order from a leaf upwards.
    private mutating func siftUp(_ start: Int) {
        var index = start
        while index > 0, precedes(index, (index - 1) / 2) {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    /// Restores the order from the top downwards.
    private mutating func siftDown() {
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count && precedes(child, least) {
                least = child
            }
            if least == index { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
