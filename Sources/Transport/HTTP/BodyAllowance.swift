/// How much of a request's body may be taken in, as the handler says before the first byte of it is.
package struct BodyAllowance: Sendable, Hashable {
    /// Whose room the body takes while it is held.
    package enum Owner: Sendable, Hashable {
        /// Somebody the handler knows, by a name of its own: a token's hash.
        case known([UInt8])
        /// Somebody who has shown nothing yet that is known: counted by the client's address.
        case unknown
    }

    /// The largest body, in bytes; a larger one is answered 413.
    package var bytes: Int
    /// Whose room it takes.
    package var owner: Owner

    package init(bytes: Int, owner: Owner) {
        self.bytes = bytes
        self.owner = owner
    }
}

/// What all bodies that are held at the moment take together, and whose they are: so that one who sends much fills
/// their own room and nobody else's. Small bodies are not counted; the number of connections bounds them.
struct BodyBudget {
    /// A place in the budget, given back when the body is no longer held.
    struct Claim {
        fileprivate let holder: Holder
        fileprivate let bytes: Int
    }

    fileprivate enum Holder: Hashable {
        case known([UInt8])
        case address(String)
    }

    private let limits: TransportLimits
    private var held: [Holder: Int] = [:]
    private var knownBytes = 0
    private var unknownBytes = 0

    init(limits: TransportLimits) {
        self.limits = limits
    }

    /// Nothing is held.
    var isEmpty: Bool { held.isEmpty && knownBytes == 0 && unknownBytes == 0 }

    /// Room for a body of so many bytes, as its header says: what does not come takes room too, until it is late.
    ///
    /// - Returns: nil when there is none; the client may try again.
    mutating func claim(_ bytes: Int, _ owner: BodyAllowance.Owner, address: String) -> Claim? {
        let holder: Holder
        switch owner {
        case .known(let name):
            holder = .known(name)
            guard knownBytes + bytes <= limits.knownBodyBytes else { return nil }
        case .unknown:
            holder = .address(address)
            guard unknownBytes + bytes <= limits.unknownBodyBytes else { return nil }
        }
        let own = held[holder, default: 0] + bytes
        guard own <= limits.ownerBodyBytes else { return nil }
        held[holder] = own
        add(bytes, holder)
        return Claim(holder: holder, bytes: bytes)
    }

    /// Once for each claim; who claimed keeps it from happening twice by letting go of it.
    mutating func release(_ claim: Claim) {
        add(-claim.bytes, claim.holder)
        let rest = held[claim.holder, default: 0] - claim.bytes
        held[claim.holder] = rest > 0 ? rest : nil
    }

    private mutating func add(_ bytes: Int, _ holder: Holder) {
        switch holder {
        case .known: knownBytes += bytes
        case .address: unknownBytes += bytes
        }
    }
}
