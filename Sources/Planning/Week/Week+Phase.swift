extension Week {
    /// A step of a session's agenda.
    package struct Phase: Sendable, Hashable, Codable {
        package let title: String
        /// How long it is planned to take.
        package let minutes: Int
        /// What the participants are asked.
        package let question: String?

        package init(title: String, minutes: Int, question: String?) {
            self.title = title
            self.minutes = minutes
            self.question = question
        }

        init(_ json: JSONValue) {
            self.init(
                title: json["title"]?.string ?? "", minutes: json["minutes"]?.int ?? 0,
                question: presentText(json["question"]?.string))
        }
    }
}
