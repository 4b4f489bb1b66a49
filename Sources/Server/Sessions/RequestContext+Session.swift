import Application
import Facilitation
import Rooms
import Transport

extension RequestContext {
    /// The caller as an actor of a session. Counts as a sign of life: somebody who only sends requests is present too.
    ///
    /// - Throws: `Problem` 404 for a stranger to it.
    @ServiceLoop
    func actor(in session: SessionRoom) throws -> Actor {
        guard let actor = try requirePrincipal().actor(in: session) else { throw Problem.notFound }
        session.arrived(actor.participantID)
        return actor
    }

    /// Counts the request among the caller's commands, before anything is done for it: requests and the socket share
    /// one budget.
    ///
    /// - Throws: a `Refusal` where it is spent.
    @ServiceLoop
    func countCommand(of actor: Actor, in session: SessionRoom) throws {
        let person = actor.person(token: try requirePrincipal().personHash)
        if let person { try session.countCommand(by: person) }
    }
}
