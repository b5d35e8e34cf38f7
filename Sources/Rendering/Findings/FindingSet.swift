package import Diagnostics

/// What a validation hands to a renderer: the findings in their order, and all that is needed to show them.
package struct FindingSet: Sendable {
    /// Sorted as diagnostics are: by path, offset, code and message.
    package private(set) var findings: [Finding]
    /// How many files were checked.
    package let fileCount: Int
    /// The moment for which the answer holds.
    package let at: String?
    /// The revision that was validated; nil for the working tree.
    package let revision: String?
    /// The revision with which the findings are compared.
    package let base: String?

    private let sources: [String: SourceText]
    private let documentation: [RuleID: String]

    /// - Parameters:
    ///   - suppressed: findings that a comment in the file suppresses.
    ///   - source: the file of a path; nil when it cannot be read, its findings are then shown at its beginning.
    ///   - documentation: the address of a rule's documentation.
    package init(
        _ diagnostics: [Diagnostic], suppressed: [Diagnostic] = [], fileCount: Int, at: String? = nil,
        revision: String? = nil, base: String? = nil, source: (String) -> SourceFile?,
        documentation: (RuleID) -> String? = { _ in nil }
    ) {
        var sources: [String: SourceText] = [:]
        let paths = (diagnostics + suppressed).flatMap { diagnostic in
            [diagnostic.location.path] + diagnostic.related.map(\.location.path)
                + diagnostic.fixes.flatMap { $0.edits.map(\.location.path) }
        }
        for path in Set(paths) { sources[path] = source(path).map(SourceText.init) }
        let entries =
            diagnostics.map { (diagnostic: $0, isSuppressed: false) }
            + suppressed.map { (diagnostic: $0, isSuppressed: true) }
        findings = FindingSet.findings(entries.sorted { $0.diagnostic < $1.diagnostic }, in: sources)
        self.sources = sources
        self.documentation = Set(entries.map(\.diagnostic.rule)).reduce(into: [:]) { $0[$1] = documentation($1) }
        self.fileCount = fileCount
        self.at = at
        self.revision = revision
        self.base = base
    }

    /// Numbers equal findings in their order, so that each has a fingerprint of its own.
    private static func findings(
        _ entries: [(diagnostic: Diagnostic, isSuppressed: Bool)], in sources: [String: SourceText]
    ) -> [Finding] {
        var ordinals: [Fingerprint: Int] = [:]
        return entries.map { diagnostic, isSuppressed in
            let bytes = sources[diagnostic.location.path]?.file.bytes ?? []
            let flagged = bytes[diagnostic.location.range.clamped(to: 0..<bytes.count)]
            let first = Fingerprint(of: diagnostic, flagged: flagged)
            let ordinal = ordinals[first, default: 0]
            ordinals[first] = ordinal + 1
            return Finding(
                diagnostic: diagnostic,
                fingerprint: ordinal == 0 ? first : Fingerprint(of: diagnostic, flagged: flagged, ordinal: ordinal),
                isSuppressed: isSuppressed)
        }
    }

    /// The findings that are not suppressed.
    package var active: [Finding] { findings.filter { !$0.isSuppressed } }

    /// The findings that are not suppressed, those of the change under review first.
    package var newFirst: [Finding] {
        active.filter { $0.isNew != false } + active.filter { $0.isNew == false }
    }

    /// Notes for each finding whether it is new.
    package mutating func markNew(where isNew: (Finding) -> Bool) {
        for index in findings.indices { findings[index].isNew = isNew(findings[index]) }
    }

    /// The file of a path that a finding, its fixes or its related places name.
    package func source(_ path: String) -> SourceText? { sources[path] }

    /// Lines and columns; the beginning of the file where it cannot be read.
    package func span(of location: Location) -> Span {
        sources[location.path]?.span(of: location.range) ?? .beginning
    }

    /// The address of a rule's documentation.
    package func url(of rule: RuleID) -> String? { documentation[rule] }
}
