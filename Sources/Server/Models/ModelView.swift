import Application
import Facilitation
import Rooms
import Transport

/// A model's summary as one person sees it: with whether that person may write in it now.
struct ModelView: Codable {
    private let summary: ModelSummary
    private let canWrite: Bool

    /// - Throws: `RoomError.unknown` when the session has no such model.
    @ServiceLoop
    init(of modelID: String, in room: SessionRoom, for actor: Actor) async throws {
        summary = try await room.summary(of: modelID)
        canWrite = Permissions.mayWrite(actor, modelID: modelID, in: room.state)
    }

    /// The summary's members and this one stand side by side in one object, so both are coded by hand.
    private enum CodingKeys: String, CodingKey { case canWrite }

    init(from decoder: any Decoder) throws {
        summary = try ModelSummary(from: decoder)
        canWrite = try decoder.container(keyedBy: CodingKeys.self).decode(Bool.self, forKey: .canWrite)
    }

    func encode(to encoder: any Encoder) throws {
        try summary.encode(to: encoder)
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(canWrite, forKey: .canWrite)
    }
}
