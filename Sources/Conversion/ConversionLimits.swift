/// How much a conversion may take. A converter is a foreign program that reads what people wrote.
package struct ConversionLimits: Sendable, Hashable {
    /// At the same time. A conversion takes a core for a second or two; the service loop needs one as well.
    package var running = 2
    /// In the queue behind them: what a person is willing to wait for.
    package var waiting = 64
    /// Of one person.
    package var waitingPerPerson = 8
    /// Text above this is a large document, which leaves a place to small ones: some twenty pages.
    package var smallBytes = 64 << 10
    /// Text of one document. Ten times a whole municipality's plan; more is not done in time.
    package var textBytes = 4 << 20
    /// From start to end, in seconds. A document of 10,000 cells took pandoc 2.17 eight to ten on a busy machine.
    package var seconds = 60
    /// Address space of a converter. Pandoc's run-time system reserves much more than it uses.
    package var memoryBytes = 2 << 30
    /// The file that comes out, and every file on the way.
    package var resultBytes = 64 << 20

    package init() {}
}
