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
        for violation in file.schemaFindings {
            switch violation.reason {
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

    fileprivate static func dependent(_ name: String, _ other: String) -> Message {
        Message("'\(other)' needs '\(name)' beside it", help: "add '\(name): …', or remove '\(other)'")
    }
}
