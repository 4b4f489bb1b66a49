/// The two languages the product speaks. Danish is the first.
package enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case danish = "da"
    case english = "en"
}
