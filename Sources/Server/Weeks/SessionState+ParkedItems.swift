import Facilitation
import Planning

extension SessionState {
    /// What is parked and not dealt with, as the interchange document has it. An owner or a date that the week cannot
    /// hold is left out, so that what is exported can be imported.
    func openItems(in week: Week) -> [JSONValue] {
        parkedItems.filter { !$0.isSettled }.map { record in
            .object(ofPresent: [
                "text": .string(record.item.text),
                "ownerUnitId": record.item.unitId.flatMap { week.unit($0) == nil ? nil : .string($0) },
                "due": record.item.due.flatMap { CalendarDate($0) }.map { .string($0.iso) },
            ])
        }
    }
}
