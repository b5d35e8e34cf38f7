package import Diagnostics

/// A diagnostic and what is known of it beside the content. Made by `FindingSet`.
package struct Finding: Hashable, Sendable {
    /// With its trace.
    package let diagnostic: Diagnostic
    /// How many findings before it are equal in all that makes its fingerprint.
    let ordinal: UInt32
    /// Whether the change under review brought it, or it is not in the baseline; nil when there is nothing to
    /// compare with.
    package internal(set) var isNew: Bool?
    /// Whether a comment in the file suppresses it. It then decides nothing.
    package let isSuppressed: Bool

    package var fingerprint: Fingerprint { Fingerprint(of: diagnostic, ordinal: ordinal) }

    /// Lines and columns; the beginning of the file where it cannot be read.
    package var span: Span { diagnostic.trace?.span ?? .beginning }

    /// What is wrong and what to do, for formats that have one line for both.
    package var sentence: String {
        diagnostic.help.isEmpty ? diagnostic.message : "\(diagnostic.message); \(diagnostic.help)"
    }

    /// `KB101 name-of-the-rule`.
    package var ruleTitle: String { "\(diagnostic.rule.code) \(diagnostic.rule.name)" }
}
