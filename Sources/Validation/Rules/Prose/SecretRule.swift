import Content
import Diagnostics
import SensitiveText

/// KB309
struct SecretRule: FileRule {
    static let id = RuleID("KB309", "secret")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "No password, key or token stands in content."
    static let why = """
        Content is copied to every agent's machine and kept by git for ever. A secret that was committed is known: change it \
        first, then remove it from the history (`git filter-repo`), then tell whoever is responsible for security.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Ask the caller for the password hint.")],
        invalid: [.article(body: "The desk logs in with ↓password: Blue" + "Lagoon77!")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for match in file.sensitive where match.kind.isSecret {
            report.add(.secret(match.kind), in: file, at: match.range)
        }
    }
}

extension Message {
    fileprivate static func secret(_ kind: SensitiveMatch.Kind) -> Message {
        Message(
            "this looks like \(kind.noun)",
            help: "change the secret now, remove it here and from git's history; see 'kb explain KB309'")
    }
}
