extension GoalPlan {
    /// The edits that bring a file in. What the plan says already stays; what the file says besides is added.
    /// - Throws: every line that the plan has with another text: a file writes over nothing. Then nothing comes in.
    package func bringing(_ file: PlanFile) throws(ImportFaults) -> [PlanEdit] {
        var edits: [PlanEdit] = []
        var faults: [ImportFault] = []
        var next: [PlanSection.ID: Int] = [:]
        for item in file.items {
            let old = items[item.id]
            if old == nil {
                let position = next[item.section] ?? nextPosition(in: item.section)
                next[item.section] = position + 1
                edits.append(.head(item.id, from: nil, to: .init(section: item.section, position: position)))
            }
            let section = PlanSection.section(item.section)
            for line in item.lines {
                let says = section.field(line.field)?.says(line.text, as: old?.values[line.field]?.text ?? "") ?? false
                if old?.head.section == item.section, old?.head.isRefused == false, says { continue }
                if let fault = fault(line, old, item) {
                    faults.append(fault)
                } else {
                    var value = PlanValue(line.text, origin: PlanOrigin(.file))
                    value.source = old?.values[line.field]?.source
                    edits.append(.value(item.id, line.field, from: old?.values[line.field], to: value))
                }
            }
        }
        if items.count + edits.count(where: { $0.field == nil }) > Self.mostItems {
            faults.append(ImportFault(path: "$", message: FaultReason.tooMany(limit: Self.mostItems).message))
        }
        guard faults.isEmpty else { throw ImportFaults(faults: faults) }
        return edits
    }

    private func fault(_ line: PlanFile.Line, _ old: PlanItem?, _ item: PlanFile.Item) -> ImportFault? {
        guard let old else { return nil }
        if old.head.section != item.section || old.head.isRefused {
            return ImportFault(
                path: line.place,
                message: .init(
                    da: "Id'et »\(item.id)« er brugt til noget andet i planen.",
                    en: "The id “\(item.id)” is used for something else in the plan."))
        }
        guard let text = old.text(line.field) else { return nil }
        return ImportFault(
            path: line.place,
            message: .init(
                da: "Planen siger noget andet her: »\(text)«. Ret filen eller planen.",
                en: "The plan says something else here: “\(text)”. Correct the file or the plan."))
    }
}
