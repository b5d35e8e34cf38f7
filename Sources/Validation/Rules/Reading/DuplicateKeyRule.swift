import Content
import Diagnostics
import YAML

/// KB005
struct DuplicateKeyRule: FileRule {
    static let id = RuleID("KB005", "duplicate-key")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "No map has a key twice."
    static let why = """
        YAML readers disagree on which of two equal keys counts, so a reviewer may approve one value while readers are \
        shown the other. Merge keys (`<<`) have the same effect and are not part of YAML 1.2.
        """
    static let examples = RuleExamples(
        valid: [.article("risk: low")],
        invalid: [.article("risk: low\n↓risk: high")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for problem in file.content.problems {
            switch problem.reason {
            case .yaml(.duplicateKey(let key)): report.add(.duplicate(key), in: file, at: problem.range)
            case .yaml(.mergeKey): report.add(.mergeKey, in: file, at: problem.range)
            default: continue
            }
        }
    }
}

extension Message {
    fileprivate static func duplicate(_ key: String) -> Message {
        Message("the key '\(key)' is already used in this map", help: "keep one of the two")
    }

    fileprivate static let mergeKey = Message(
        "merge keys are not part of YAML 1.2", help: "write the fields out where they are needed")
}
