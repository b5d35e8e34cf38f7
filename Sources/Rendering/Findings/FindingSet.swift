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

    private let sources: SourceCache
    private let documentation: [RuleID: String]

    /// - Parameters:
    ///   - suppressed: findings that a comment in the file suppresses.
    ///   - source: the file of a path; nil when it cannot be read, its findings are then shown at its beginning. It is
    ///     asked again whenever a file is needed.
    ///   - documentation: the address of a rule's documentation.
    package init(
        _ diagnostics: [Diagnostic], suppressed: [Diagnostic] = [], fileCount: Int, at: String? = nil,
        revision: String? = nil, base: String? = nil, source: @escaping @Sendable (String) -> SourceFile?,
        documentation: (RuleID) -> String? = { _ in nil }
    ) {
        sources = SourceCache(source)
        findings = FindingSet.findings(diagnostics, suppressed, in: sources)
        self.documentation = findings.reduce(into: [:]) { known, finding in
            let rule = finding.diagnostic.rule
            if known[rule] == nil { known[rule] = documentation(rule) }
        }
        self.fileCount = fileCount
        self.at = at
        self.revision = revision
        self.base = base
    }

    /// Traces what nobody traced, and numbers equal findings in their order, so that each has a fingerprint of its own.
    private static func findings(
        _ diagnostics: [Diagnostic], _ suppressed: [Diagnostic], in sources: SourceCache
    ) -> [Finding] {
        let entries = diagnostics.map { ($0, isSuppressed: false) } + suppressed.map { ($0, isSuppressed: true) }
        var ordinals: [UInt64: UInt32] = [:]
        return entries.sorted { $0.0 < $1.0 }.map { diagnostic, isSuppressed in
            var diagnostic = diagnostic
            if diagnostic.trace == nil {
                let source = sources[diagnostic.location.path]
                diagnostic.trace = Trace(of: diagnostic, in: source?.file, source?.lines)
            }
            let identity = diagnostic.trace?.identity ?? 0
            let ordinal = ordinals[identity, default: 0]
            ordinals[identity] = ordinal + 1
            return Finding(diagnostic: diagnostic, ordinal: ordinal, isSuppressed: isSuppressed)
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
        sources[location.path]?.lines.span(of: location.range) ?? .beginning
    }

    /// The address of a rule's documentation.
    package func url(of rule: RuleID) -> String? { documentation[rule] }
}
