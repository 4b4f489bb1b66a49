import Application
import Facilitation
import Rooms
import Transport

extension RequestContext {
    /// Who the caller is in a session.
    @ServiceLoop
    func actor(in session: SessionRoom) throws -> Actor {
        guard let actor = try requirePrincipal().actor(in: session) else { throw Problem.notFound }
        session.arrived(actor.participantID)
        return actor
    }

    /// Counts what the caller is about to do in a session among their commands, before anything is done for it.
    @ServiceLoop
    func countCommand(of actor: Actor, in session: SessionRoom) throws {
        let person = actor.person(token: try requirePrincipal().personHash)
        if let person { try session.countCommand(by: person) }
    }
}
