import Foundation
import Planning

extension GoalPlanDraft {
    init(json data: Data) throws {
        self = try JSONDecoder().decode(GoalPlanDraft.self, from: data)
    }
}
