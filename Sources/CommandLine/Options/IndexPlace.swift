/// Finds the index that a command reads.
enum IndexPlace {
    /// - Parameter index: As it was named; otherwise KB_INDEX counts, or the nearest .kb/index upwards.
    static func path(_ index: String?, _ surroundings: Surroundings) throws -> String {
        if let path = index ?? surroundings.variables["KB_INDEX"] { return path }
        guard let folder = FolderSearch.nearest(holding: ".kb/index") else {
            throw CommandFailure(
                "there is no index here; run 'kb build' in a knowledge base, or name one with --index or KB_INDEX")
        }
        return folder + "/.kb/index"
    }
}
