/// One update with everything that the updates hold, without a document. Yjs: `mergeUpdates`.
///
/// What several updates bring is written once, a gap in a client's history becomes a Skip, and structs that continue
/// each other become one.
package func mergeUpdates(
    _ updates: [[UInt8]], limits: Limits = .standard
) throws(UpdateError) -> [UInt8] {
    try withMerge(of: updates, limits: limits) { (merge) throws(DecodingError) in try merge.encode() }
}

/// What of an update a peer with this state vector lacks. Yjs: `diffUpdate`.
package func diffUpdate(
    _ update: [UInt8], since: StateVector, limits: Limits = .standard
) throws(UpdateError) -> [UInt8] {
    try withMerge(of: [update], limits: limits) { (merge) throws(DecodingError) in try merge.encode(since: since) }
}

/// The state vector of a document that holds this update alone. Yjs: `encodeStateVectorFromUpdate`.
package func encodeStateVector(
    fromUpdate update: [UInt8], limits: Limits = .standard
) throws(UpdateError) -> StateVector {
    try withMerge(of: [update], limits: limits) { (merge) throws(DecodingError) in try merge.contiguousClocks() }
}

/// Lays the updates one after the other, so that 32-bit offsets reach all of them.
private func withMerge<Result>(
    of updates: [[UInt8]], limits: Limits, _ body: (borrowing UpdateMerge) throws(DecodingError) -> Result
) throws(UpdateError) -> Result {
    let total = updates.reduce(0) { $0 + $1.count }
    guard total < Int(UInt32.max) else { throw .updateTooLarge(bytes: total, limit: Int(UInt32.max)) }
    var joined = ByteWriter(capacity: total)
    var bounds: [Range<Int>] = []
    bounds.reserveCapacity(updates.count)
    for update in updates {
        bounds.append(joined.count..<(joined.count + update.count))
        joined.write(update)
    }
    do throws(DecodingError) {
        return try body(try UpdateMerge(joined.written, bounds: bounds, limits: limits))
    } catch {
        throw .malformed(error)
    }
}
