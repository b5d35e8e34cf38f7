/// Content as it would be after changes to some of its files, and with new ones.
package struct OverlaySource: ContentSource {
    private let source: any ContentSource
    private let changed: [String: [UInt8]]
    private let removed: Set<String>

    /// - Parameters:
    ///   - changed: The new bytes of files, by path.
    ///   - removed: Files that are not there.
    package init(_ source: any ContentSource, changed: [String: [UInt8]], removed: Set<String> = []) {
        self.removed = removed
        self.source = source
        self.changed = changed
    }

    package func entries() throws(ContentSourceError) -> [ContentEntry] {
        let known = try source.entries().filter { !removed.contains($0.path) }
        let paths = Set(known.map(\.path))
        let new = changed.keys.filter { !paths.contains($0) }.map { ContentEntry(path: $0, kind: .file) }
        guard !new.isEmpty else { return known }
        return (known + new).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    package func read(_ path: String) throws(ContentSourceError) -> [UInt8] {
        if let bytes = changed[path] { return bytes }
        return try source.read(path)
    }
}
