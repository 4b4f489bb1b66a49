/// Where the database is inside the data directory.
enum DatabaseFile {
    static func path(in directory: String) -> String { directory + "/samspil.sqlite" }
}
