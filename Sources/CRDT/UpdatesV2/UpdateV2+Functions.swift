/// The same update in encoding V1. Yjs: `convertUpdateFormatV2ToV1`.
///
/// The result is checked when it is applied or merged, not here.
package func convertUpdateV2ToV1(_ update: [UInt8], limits: Limits = .standard) throws(UpdateError) -> [UInt8] {
    guard update.count <= limits.updateBytes else {
        throw .updateTooLarge(bytes: update.count, limit: limits.updateBytes)
    }
    return try update.withUnsafeBufferPointer { (bytes) throws(UpdateError) in
        do throws(DecodingError) {
            var transcoder = UpdateTranscoder(try UpdateColumns(bytes), of: bytes, limits: limits)
            return try transcoder.transcode()
        } catch {
            throw .malformed(error)
        }
    }
}

/// The same update in encoding V2. Yjs: `convertUpdateFormatV1ToV2`.
package func convertUpdateV1ToV2(_ update: [UInt8], limits: Limits = .standard) throws(UpdateError) -> [UInt8] {
    try update.withUnsafeBufferPointer { (bytes) throws(UpdateError) in
        do throws(DecodingError) {
            var reader = try UpdateReader(bytes, limits: limits)
            var writer = UpdateWriterV2(bytes)
            writer.writeSectionCount(reader.sectionsLeft)
            while let section = try reader.nextSection() {
                writer.write(section)
                while let record = try reader.nextStruct() { try writer.write(record) }
            }
            var ranges: [UInt64: [Range<UInt64>]] = [:]
            try reader.readDeletes {
                ranges[$0.client, default: []].append(UInt64($0.range.start)..<UInt64($0.range.end))
            }
            var deletes = DeleteSet()
            for (client, ranges) in ranges { deletes.insert(contentsOf: ranges, of: client) }
            return writer.finish(deletes: deletes)
        } catch {
            throw .malformed(error)
        }
    }
}

/// Yjs: `mergeUpdatesV2`.
package func mergeUpdatesV2(_ updates: [[UInt8]], limits: Limits = .standard) throws(UpdateError) -> [UInt8] {
    var converted: [[UInt8]] = []
    converted.reserveCapacity(updates.count)
    for update in updates { converted.append(try convertUpdateV2ToV1(update, limits: limits)) }
    return try convertUpdateV1ToV2(try mergeUpdates(converted, limits: limits), limits: limits)
}

/// Yjs: `diffUpdateV2`. State vectors have one encoding only.
package func diffUpdateV2(
    _ update: [UInt8], since: StateVector, limits: Limits = .standard
) throws(UpdateError) -> [UInt8] {
    let converted = try convertUpdateV2ToV1(update, limits: limits)
    return try convertUpdateV1ToV2(try diffUpdate(converted, since: since, limits: limits), limits: limits)
}

extension Document {
    /// Integrates an update of encoding V2; what is to be sent on comes in V1. Yjs: `applyUpdateV2`.
    package func applyV2(_ update: [UInt8]) throws(UpdateError) -> Change {
        try apply(try convertUpdateV2ToV1(update, limits: limits))
    }

    /// Yjs: `encodeStateAsUpdateV2`.
    package func encodeStateAsUpdateV2(since: StateVector = .init()) throws(UpdateError) -> [UInt8] {
        try convertUpdateV1ToV2(encodeStateAsUpdate(since: since), limits: limits)
    }
}
