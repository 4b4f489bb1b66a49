/// A sign over time: where it began, where it is to go, and what was seen.
package struct SignSeries: Sendable, Hashable, Codable {
    package let signId: String
    package let title: String
    package let goalIds: [String]
    package let baseline: Point?
    package let target: Point?
    /// By date; those without one last.
    package let observations: [Point]

    package struct Point: Sendable, Hashable, Codable {
        package let date: CalendarDate?
        /// As it was written.
        package let text: String
        /// The number it begins with; nil for what is told in words.
        package let value: Double?
        package let remark: String?
    }
}

extension GoalPlan {
    /// Every sign of the plan, in its order.
    package var signSeries: [SignSeries] {
        let observations = items(in: .observations)
        return items(in: .signs).map { sign in
            let names = [sign.id, sign.head.sourceId].compactMap(\.self)
            let own = observations.filter { $0.references("sign").contains(where: names.contains) }
                .map { point($0.text("value") ?? "", $0.date("date"), $0.text("text")) }
            let dated = own.filter { $0.date != nil }.sorted { left, right in
                guard let one = left.date, let other = right.date else { return false }
                return one < other
            }
            return SignSeries(
                signId: sign.id, title: sign.title, goalIds: sign.references("goals"),
                baseline: sign.text("baseline").map { point($0, nil, nil) },
                target: sign.text("target").map { point($0, nil, nil) },
                observations: dated + own.filter { $0.date == nil })
        }
    }

    private func point(_ text: String, _ date: CalendarDate?, _ remark: String?) -> SignSeries.Point {
        .init(date: date, text: text, value: NumberWords.value(text), remark: remark)
    }
}
