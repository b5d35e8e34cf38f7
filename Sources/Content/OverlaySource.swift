/// Content as it would be after changes to some of its files.
package struct OverlaySource: ContentSource {
    private let source: any ContentSource
    private let changed: [String: [UInt8]]

    /// - Parameter changed: The new bytes of files that are there, by path.
    package init(_ source: any ContentSource, changed: [String: [UInt8]]) {
        self.source = source
        self.changed = changed
    }

    package func entries() throws(ContentSourceError) -> [ContentEntry] { try source.entries() }

    package func read(_ path: String) throws(ContentSourceError) -> [UInt8] {
        if let bytes = changed[path] { return bytes }
        return try source.read(path)
    }
}
