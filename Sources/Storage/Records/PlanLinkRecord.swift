/// That a plan holds something of a collaboration model: the way back from the model.
package struct PlanLinkRecord: Sendable, Hashable {
    package var weekID: String
    package var unitID: String
    package var modelID: String
    /// How many items of the plan.
    package var items: Int
    /// The newest content of the model that the plan has taken something of.
    package var contentVersion: String

    package init(weekID: String, unitID: String, modelID: String, items: Int, contentVersion: String) {
        self.weekID = weekID
        self.unitID = unitID
        self.modelID = modelID
        self.items = items
        self.contentVersion = contentVersion
    }
}
