import Transport

/// So many places, of which what one ``ClientNetwork`` takes is not what the others have left: above the usual number a
/// tenth more is held back for networks that have taken few.
///
/// A town hall is one network, and may take them all. Whoever fills them on purpose does it from one place too, or from
/// few; those who come from elsewhere then still get in. Who has many addresses has them side by side, as a rule: another
/// tenth is for networks whose whole neighbourhood has taken few.
struct Places {
    /// For everybody.
    let count: Int

    /// Held back for networks with fewer than ``few``.
    private var reserve: Int { count / 10 }
    private var few: Int { max(1, count / 100) }

    /// - Parameter heldByNeighbourhood: where it is not counted, none is held back by it.
    func hasOne(taken: Int, heldByNetwork held: Int, heldByNeighbourhood heldAround: Int = .max) -> Bool {
        guard held < few else { return taken < count }
        return taken < count + reserve + (heldAround < few ? reserve : 0)
    }
}

/// How many places each network holds.
extension [ClientNetwork: Int] {
    /// One fewer; what is none is not kept.
    mutating func lessen(_ network: ClientNetwork) {
        let others = self[network, default: 1] - 1
        self[network] = others > 0 ? others : nil
    }
}
