import Content
import Diagnostics
import JSONSchema

/// KB101
struct MissingFieldRule: FileRule {
    static let id = RuleID("KB101", "missing-field")
    static let severity = Severity.error
    static let summary = "Required fields are there."
    static let why = """
        Without an id nothing can refer to an item, without a title nobody can choose it, without an owner nobody answers \
        for it, without an audience nobody may read it, and without a review nobody knows how old it is.
        """
    static let examples = RuleExamples(
        valid: [.article()],
        invalid: [
            RuleExample(
                "articles/parking.md",
                "---\n↓id: parking\ntitle: Parking\nanswer: In the garage.\naudience: [agents]\ncategory: visit\n"
                    + "review: {last: 2026-06-01}\n---\nText.\n"),
            .article("sources: [↓{checked: 2026-06-01}]"),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        let findings = file.schemaFindings
        for violation in findings {
            switch violation.reason {
            // A misspelt field is one finding, of KB102.
            case .missingProperty(let name) where findings.contains { $0.misspells(name, in: violation.instancePath) }:
                continue
            case .missingProperty where file.kind == .workflow && violation.isAboutFormOfStep:
                report.add(.step(violation.instancePath[1]), in: file, at: file.caret(violation))
            case .missingProperty(let name):
                report.add(
                    .missing(name, in: SchemaWording.place(violation) ?? file.noun), in: file,
                    at: violation.keyRange ?? violation.range.prefixOfOne)
            case .missingDependency(let name, let other):
                report.add(.dependent(name, other), in: file, at: file.caret(violation))
            default: continue
            }
        }
    }
}

extension SchemaViolation {
    /// Whether this is about an unknown field beside which `name` is missing and that stands for it.
    func misspells(_ name: String, in path: [String]) -> Bool {
        guard case .unknownProperty(let written, let known) = reason, instancePath.dropLast() == path[...] else {
            return false
        }
        return Suggestion.closest(to: written, among: known) == name
    }
}

extension SchemaViolation {
    /// Whether this says that a step has none of the fields that tell what kind of step it is.
    fileprivate var isAboutFormOfStep: Bool {
        guard case .missingProperty(let name) = reason, instancePath.count == 2, instancePath[0] == "steps" else {
            return false
        }
        return ["ask", "when", "call", "outcome"].contains(name)
    }
}

extension CheckedFile {
    /// "this article".
    var noun: String {
        switch kind {
        case .knowledgeBase: "kb.yaml"
        case .people: "people.yaml"
        case .facts, .navigation, .synonyms, .tests: "this file"
        case .directory: "this directory entry"
        default: "this \(kind.rawValue)"
        }
    }
}

extension Message {
    fileprivate static func missing(_ name: String, in place: String) -> Message {
        let example =
            switch name {
            case "id": "id: a-name-of-its-own"
            case "title": "title: What a reader calls it"
            case "owner": "owner: a person or group of people.yaml"
            case "audience": "audience: [agents]"
            case "review": "review: {last: 2026-06-01}"
            default: "\(name): …"
            }
        return Message(
            "\(place.hasPrefix("this") || place.hasSuffix(".yaml") ? place : "'\(place)'") has no '\(name)'",
            help: "add '\(example)'")
    }

    fileprivate static func step(_ name: String) -> Message {
        Message(
            "the step '\(name)' is neither a question, a branch, a call nor an outcome",
            help: "add 'ask', 'when', 'call' or 'outcome'")
    }

    fileprivate static func dependent(_ name: String, _ other: String) -> Message {
        Message("'\(other)' needs '\(name)' beside it", help: "add '\(name): …', or remove '\(other)'")
    }
}
