/// How much of a session's documents one person may use up, over all their connections: one who uses up theirs leaves
/// the others what they have. People who type, paste and come back after a day offline never meet these.
package struct PersonLimits: Sendable {
    /// Bytes of updates at once. A pasted chapter is 100 KiB, a day offline some hundred, the largest model 2 MiB.
    package var updateBytes = 2 << 20

    /// Bytes of updates per second after that. Ten keys a second are 1 KiB with what each message costs beside its
    /// bytes.
    package var updateBytesPerSecond = 64 << 10

    /// Client ids that documents do not know, at once; then one a second. A page that is opened anew is one, a
    /// browser that comes back to a server which lost its last hours brings those of everybody who wrote meanwhile.
    package var clients = 512

    /// Bytes of documents encoded to answer sync step 1, at once; then a fourth of it per second. An answer that others
    /// got too costs nothing. A model is some 20 KiB.
    package var answerBytes = 16 << 20

    package init() {}
}
