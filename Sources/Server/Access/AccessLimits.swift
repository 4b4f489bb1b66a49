import Application

/// How often somebody may be wrong. Only what is wrong counts: a whole municipality may come in behind one address. How
/// these numbers hold together is explained at ``GuessGate``.
package struct AccessLimits: Sendable {
    /// Wrong join codes from one ``ClientNetwork`` in a window that are looked up at once. Of 3,000 people who come in
    /// behind one address within five minutes some 150 write the code wrong at first; twice as many may.
    package var failuresPerAddress = 300
    /// The same from everywhere: ten such houses.
    package var failures = 3_000
    /// How long it takes until what was spent may be spent again.
    package var window: Duration = .seconds(600)
    /// Networks remembered at the same time; those that guessed least are forgotten first.
    package var addresses = 10_000
    /// Codes looked up a second for a network that has spent its own. One person reads a code every ten seconds.
    package var slowGuessesPerAddress = 20
    /// The same for all of them together.
    package var slowGuesses = 100
    /// Codes of such a network that wait to be looked up: twenty seconds, as long as the page waits.
    package var waitingGuessesPerAddress = 400
    /// The same for all of them together: thirty seconds.
    package var waitingGuesses = 3_000
    /// New participants from one network in an hour: 3,000 people of one house, and some of them in two sessions. What
    /// one client can make the database keep.
    package var joinsPerAddress = 4_000
    /// Wrong words at one session's door from one network in a day: 3,000 people, of whom one in thirty hears it wrong.
    package var wrongWordsPerAddress = 100
    /// The same from everywhere. Of ten thousand usual words two in a hundred are tried.
    package var wrongWords = 200
    /// Requests of one person that are answered at the same time: as many connections as browsers open to a server.
    package var requestsPerPerson = 6
    /// Requests of one person that wait for that: more than all windows of somebody who opens a whole week at once.
    package var waitingRequestsPerPerson = 500

    /// The numbers of a municipality of some thousand employees.
    package init() {}
}
