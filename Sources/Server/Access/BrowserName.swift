import Application

/// Roughly which browser a request came from, for people to know their own again. Nothing else of the field is kept.
enum BrowserName {
    /// - Parameter agent: the field `User-Agent`.
    /// - Returns: such as `Firefox, Windows`; empty where neither is known.
    static func roughly(_ agent: String?) -> String {
        guard let agent else { return "" }
        // Each names those it descends from as well, so that the youngest is looked for first.
        let browsers = [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
            ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
        ]
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux"),
        ]
        func first(_ words: [(String, String)]) -> String? { words.first { agent.contains($0.0) }?.1 }
        return [first(browsers), first(systems)].compactMap(\.self).joined(separator: ", ")
    }
}
