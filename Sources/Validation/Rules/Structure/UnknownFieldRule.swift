import Content
import Diagnostics
import JSONSchema
import YAML

/// KB102
struct UnknownFieldRule: FileRule {
    static let id = RuleID("KB102", "unknown-field")
    static let severity = Severity.error
    static let summary = "Every field is one that the kind of file has."
    static let why = """
        A misspelt field is read by nobody: the alert without its end, the article without its risk. A repository may declare \
        fields of its own under schemas/.
        """
    static let examples = RuleExamples(
        valid: [.article("keywords: [garage]")],
        invalid: [.article("↓keyword: [garage]"), .article("effective: {↓form: 2026-01-01}")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for violation in file.schemaFindings {
            guard case .unknownProperty(let name, let known) = violation.reason else { continue }
            let range = violation.keyRange ?? violation.range
            let place = violation.instancePath.dropLast().last { Int($0) == nil }
            let suggestion = report.suggestion(for: name, among: known)
            let meant = Suggestion.closest(to: name, among: known)
            report.add(
                .unknown(name, place, known, suggestion: suggestion), in: file, at: range,
                fixes: suggestion == nil ? [] : fixes(name, meant, file, range))
        }
    }

    /// Renaming is safe only where the right name is not used beside it, which a duplicate key would be.
    private func fixes(_ name: String, _ meant: String?, _ file: CheckedFile, _ range: Range<Int>) -> [Fix] {
        guard let meant, file.content.root?[meant] == nil, file.content.source.text(range) == name else { return [] }
        return [
            Fix(
                "rename '\(name)' to '\(meant)'",
                edits: [TextEdit(Location(path: file.path, range: range), replacement: meant)])
        ]
    }
}

extension Message {
    fileprivate static func unknown(_ name: String, _ place: String?, _ known: [String], suggestion: String?) -> Message
    {
        if name.allSatisfy({ $0.isASCII && $0.isNumber }) {
            return Message(
                "'\(name)' stands after a comma, where a field begins",
                help: "write a decimal point, or put a value that holds a comma in quotes")
        }
        if place == "hours" {
            return Message(
                "'\(name)' is neither a day of the week nor a range of them",
                help: suggestion ?? "write days such as mon, mon-fri or sat, or 'closed' for single dates")
        }
        return Message(
            place.map { "'\($0)' has no field '\(name)'" } ?? "unknown field '\(name)'",
            help: suggestion
                ?? (known.isEmpty || place == nil
                    ? "remove it, or declare it under schemas/" : "it can have \(SchemaWording.list(known.sorted()))"))
    }
}
