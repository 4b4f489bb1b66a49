/// How a goal is worked on: at one of the three levels together, or best alone, which is as good an answer (seed 002).
package enum LevelChoice: String, Sendable, Hashable, Codable, CaseIterable {
    case knowledge, coordination, coCreation, alone
}
