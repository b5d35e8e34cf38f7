extension Repository {
    /// Whether each commit has just this file at its path: what is remembered of a history is held against the repository.
    package func holds(_ files: [(commit: ObjectID, file: FileVersion.File)]) -> Bool {
        var lookup = PathLookup(self)
        return files.allSatisfy { commit, file in
            guard let tree = try? record(commit).tree, let blob = try? lookup.file(file.path, in: tree) else {
                return false
            }
            return blob == file.blob
        }
    }
}
