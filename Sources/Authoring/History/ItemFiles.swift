import Content
import Git

/// Finds the files that hold an item in a commit. An item may have several, for its languages and for times to come.
struct ItemFiles {
    let repository: Repository
    let files: ContentFiles

    /// - Parameter name: An id, an alias or a fact's name.
    /// - Returns: The id, and the paths from the root of the repository; nil where there is no such item.
    func find(_ name: String, in commit: ObjectID) throws -> (id: String, paths: [String])? {
        let source = try TreeSource(repository, commit: commit, folder: files.prefix)
        let found = try search(name, source)
        if found.byID.isEmpty, let id = found.byAlias { return try find(id, in: commit) }
        return found.byID.isEmpty ? nil : (name, found.byID)
    }

    /// The paths, told from those in an earlier commit and what changed since.
    func find(_ id: String, in commit: ObjectID, knowing paths: [String], in earlier: ObjectID) throws -> [String] {
        var paths = Set(paths)
        for change in try repository.changes(from: earlier, to: commit, in: files.prefix) {
            let place = files.place(of: change.path)
            paths.remove(place)
            guard let file = change.after, file.kind == .file else { continue }
            let bytes = try repository.fileBytes(file.id, limit: FileHistory.largestFile, as: change.path)
            if files.holds(id, bytes, at: place) { paths.insert(place) }
        }
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// All ids in a commit, for a suggestion.
    func ids(in commit: ObjectID) throws -> Set<String> {
        let source = try TreeSource(repository, commit: commit, folder: files.prefix)
        var ids: Set<String> = []
        for entry in source.entries() where entry.kind == .file {
            guard let bytes = try content(entry, source) else { continue }
            for item in files.read(bytes, at: files.place(of: entry.path))?.items ?? [] { ids.insert(item.id.value) }
        }
        return ids
    }

    private func search(_ name: String, _ source: TreeSource) throws -> (byID: [String], byAlias: String?) {
        var paths: [String] = []
        var alias: String?
        for entry in source.entries() where entry.kind == .file {
            guard let bytes = try content(entry, source), ContentFiles.mentions(name, bytes) else { continue }
            let place = files.place(of: entry.path)
            guard let file = files.read(bytes, at: place) else { continue }
            if file.items.contains(where: { $0.id.value == name })
                || file.facts.contains(where: { $0.name.value == name })
            {
                paths.append(place)
            } else if let item = file.items.first(where: { $0.aliases.contains { $0.value == name } }) {
                alias = item.id.value
            }
        }
        return (paths, alias)
    }

    /// Nil of a file that can hold no item.
    private func content(_ entry: ContentEntry, _ source: TreeSource) throws -> [UInt8]? {
        guard case .kind(let kind) = FileKind.at(entry.path) else { return nil }
        switch kind {
        case .article, .workflow, .alert, .directory, .quiz, .navigation, .facts: return try source.read(entry.path)
        case .knowledgeBase, .people, .synonyms, .template, .tests, .schema, .asset: return nil
        }
    }
}
