/// Where content comes from: a folder, a revision, or memory.
package protocol ContentSource: Sendable {
    /// Every file, in order of its path's bytes.
    func entries() throws(ContentSourceError) -> [ContentEntry]
    func read(_ path: String) throws(ContentSourceError) -> [UInt8]
    /// Nil where the source cannot promise that a change would change the stamp.
    func stamp(_ path: String) -> ContentStamp?
}

extension ContentSource {
    package func stamp(_ path: String) -> ContentStamp? { nil }
}

/// A source whose files were listed before, and are not listed again. What every other file is held against is read once, so
/// that all are held against the same.
package struct ListedSource: ContentSource {
    private let source: any ContentSource
    private let listed: [ContentEntry]
    private let settings: [String: [UInt8]]

    package init(_ source: any ContentSource) throws(ContentSourceError) {
        self.source = source
        listed = try source.entries()
        var settings: [String: [UInt8]] = [:]
        for entry in listed where entry.settingKind != nil { settings[entry.path] = try source.read(entry.path) }
        self.settings = settings
    }

    package func entries() -> [ContentEntry] { listed }

    package func read(_ path: String) throws(ContentSourceError) -> [UInt8] {
        if let bytes = settings[path] { return bytes }
        return try source.read(path)
    }

    package func stamp(_ path: String) -> ContentStamp? { settings[path] == nil ? source.stamp(path) : nil }
}

package struct ContentEntry: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case file
        /// A symbolic link; never followed.
        case link
        /// A device, a socket or a submodule; never opened.
        case special
    }

    /// Relative to the knowledge base, with `/` between its parts.
    package let path: String
    package let kind: Kind

    package init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }
}

extension ContentEntry {
    /// Whether anything looks into it.
    package var isRead: Bool {
        guard kind == .file else { return false }
        switch FileKind.at(path) {
        case .kind(let kind): return kind != .asset
        case .wrongSuffix: return true
        case .elsewhere: return false
        }
    }

    /// Its kind, where every other file is held against what it says.
    package var settingKind: FileKind? {
        guard kind == .file, case .kind(let kind) = FileKind.at(path), kind.isSetting else { return nil }
        return kind
    }
}

/// Content that cannot be reached; a fault of the place, not of the content.
package struct ContentSourceError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let message: String

    package init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    package var description: String { message }
}

/// Content held in memory.
package struct MemorySource: ContentSource {
    package var files: [String: [UInt8]]

    package init(_ files: [String: String]) {
        self.files = files.mapValues { Array($0.utf8) }
    }

    package func entries() -> [ContentEntry] {
        files.keys.map { ContentEntry(path: $0, kind: .file) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    package func read(_ path: String) throws(ContentSourceError) -> [UInt8] {
        guard let bytes = files[path] else {
            throw ContentSourceError(path: path, message: "there is no file '\(path)'")
        }
        return bytes
    }
}
