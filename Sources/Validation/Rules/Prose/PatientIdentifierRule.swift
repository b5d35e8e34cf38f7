import Content
import Diagnostics
import SensitiveText

/// KB310
struct PatientIdentifierRule: FileRule {
    static let id = RuleID("KB310", "patient-identifier")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "No patient can be told from content."
    static let why = """
        Examples are copied from real calls. A name beside a date of birth, a social security, record or card number in \
        content is a breach from the moment it is pushed: tell the privacy officer first, then remove it here and from the \
        history (`git filter-repo`), and write the example with invented data such as “MRN 0000000”.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Ask for the patient's name and date of birth.")],
        invalid: [.article(body: "The caller gave ↓219-09-" + "9999 as the number.")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for match in file.sensitive where !match.kind.isSecret {
            report.add(.identifier(match.kind), in: file, at: match.range)
        }
    }
}

extension Message {
    fileprivate static func identifier(_ kind: SensitiveMatch.Kind) -> Message {
        Message(
            "this looks like \(kind.noun)",
            help: "tell the privacy officer, remove it here and from git's history; see 'kb explain KB310'")
    }
}
