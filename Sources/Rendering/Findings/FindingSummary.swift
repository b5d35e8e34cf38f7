import Diagnostics

/// The line that closes a validation: `3 errors and 2 warnings in 120 files`.
package struct FindingSummary: Sendable {
    private let findings: [Finding]
    private let all: FindingSet

    package init(_ all: FindingSet) {
        self.all = all
        findings = all.active
    }

    /// One line without a line break, for standard error.
    package var text: String {
        let isCompared = findings.contains { $0.isNew != nil }
        let decisive = findings.filter { $0.isNew != false }
        var text = counts(of: decisive, adjective: isCompared ? "new " : "")
        let older = findings.count - decisive.count
        if older > 0 { text += ", \(older) from before" }
        text += " in \(FindingSummary.count(all.fileCount, "file"))"
        let suppressed = all.findings.count - findings.count
        if suppressed > 0 { text += "; \(suppressed) suppressed" }
        let fixable = findings.count { !$0.diagnostic.fixes.isEmpty }
        if fixable > 0 { text += "; 'kb validate --fix' resolves \(fixable)" }
        return text
    }

    private func counts(of findings: [Finding], adjective: String) -> String {
        let parts = Severity.allCases.compactMap { severity in
            let number = findings.count { $0.diagnostic.severity == severity }
            return number == 0 ? nil : FindingSummary.count(number, adjective + severity.rawValue)
        }
        return parts.spoken ?? "no \(adjective)findings"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
