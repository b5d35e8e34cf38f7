import Content

/// Who reads an index, and what they may know of it.
struct Readership: Sendable {
    /// The audiences whose content they may read; nil: all, known or not.
    private let readable: Set<String>?

    /// - Parameter audiences: nil for everything.
    init(_ configuration: Configuration, audiences: [String]?) {
        readable = audiences.map { audiences in
            audiences.reduce(into: Set(audiences)) { $0.formUnion(configuration.audiences[$1] ?? []) }
        }
    }

    /// Whether they are not everyone: then what is left out must not show in what is there.
    var isLimited: Bool { readable != nil }

    /// Those of some audiences that they may know of; empty for everyone.
    ///
    /// - Returns: nil where none of the readers is meant.
    func known(_ audience: [String]) -> [String]? {
        guard let readable, !audience.isEmpty else { return audience }
        let known = audience.filter(readable.contains)
        return known.isEmpty ? nil : known
    }

    /// The audiences that they may know of, with those that each includes.
    func known(_ audiences: [String: Set<String>]) -> [String: Set<String>] {
        guard let readable else { return audiences }
        return audiences.filter { readable.contains($0.key) }
    }
}
