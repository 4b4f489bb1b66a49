import Application
import Planning

/// What is wrong in a form, field by field: collected first and thrown together, so that nobody corrects one field only
/// to learn of the next.
struct FormFaults {
    private var faults: [ImportFault] = []

    /// - Parameter path: a JSON path of the body, such as `$.displayName`; the page finds the field by it.
    mutating func add(_ path: String, _ danish: String, en english: String) {
        faults.append(ImportFault(path: path, message: LocalizedText(da: danish, en: english)))
    }

    /// A name or a function as others read it; empty where it is none.
    mutating func line(_ text: String, at path: String) -> String {
        do throws(CleanLine.Fault) {
            return try CleanLine(text).text
        } catch {
            faults.append(ImportFault(path: path, message: error.message))
            return ""
        }
    }

    /// - Throws: `Problem` 422 with all of them.
    func check() throws {
        guard faults.isEmpty else { throw Problem.unprocessable(faults) }
    }
}

extension Problem {
    /// One thing in a form that is not right, with its place.
    static func unprocessable(_ path: String, _ danish: String, en english: String) -> Problem {
        .unprocessable([ImportFault(path: path, message: LocalizedText(da: danish, en: english))])
    }
}
