package import Foundation

/// A plan as a leader brings it in a file: JSON, or a table with one line of the plan a row. Read whole, with every fault
/// told, before anything of it is taken in.
package struct PlanFile: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
        package let id: String
        package let section: PlanSection.ID
        package var lines: [Line]
    }

    package struct Line: Sendable, Hashable {
        package let field: String
        package let text: String
        /// Where it stands in the file: a JSON path, or `row 7`.
        package let place: String
    }

    package var items: [Item] = []
    /// What whoever chose the file should look at, because of how it was read.
    package let notes: [LocalizedText]

    /// `{"items": [{"id", "section", "fields": {field: text}}]}`; a plan as the server gives it can be brought too, with
    /// `items` by id and `values` that are objects with a `text`.
    package init(json data: Data) throws(ImportFaults) {
        let file = try JSONFile(data)
        notes = file.notes
        var reader = PlanFileReader()
        reader.read(file.value)
        items = try reader.finish()
    }

    /// Rows of `section;item;field;text` as ``TableText`` reads them. The first row names the columns, in Danish
    /// (`afsnit;punkt;felt;tekst`) or English.
    package init(csv data: Data) throws(ImportFaults) {
        let file: FileText
        do {
            file = try FileText(data)
        } catch {
            throw ImportFaults(faults: [ImportFault(path: "row 1", message: error.message)])
        }
        notes = file.notes()
        var reader = PlanFileReader()
        reader.read(TableText(file.text))
        items = try reader.finish()
    }
}
