/// Decides a command: the events it gives, or why it is refused. Pure; changes nothing.
///
/// No events means that what was asked for holds already (a lock on a locked model): the sender hears *accepted*.
/// - Parameters:
///   - at: the server's time, milliseconds since 1970, the time the events will be recorded with.
///   - limits: how much the session may hold.
package func decide(
    _ command: SessionCommand, by actor: Actor, in state: SessionState, at: Int64,
    limits: SessionLimits = .standard
) -> Result<[SessionEvent], Refusal> {
    do throws(Refusal) {
        return .success(try Decision(actor: actor, state: state, at: at, limits: limits).events(for: command))
    } catch {
        return .failure(error)
    }
}
