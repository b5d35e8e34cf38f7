import Content
import Diagnostics

/// KB212
struct UndeclaredNameRule: BaseRule {
    static let id = RuleID("KB212", "undeclared-name")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Audiences, categories, languages and the time zone are declared and known."
    static let why = """
        A misspelt audience would hide an article from everyone, or leave a section out; a misspelt category leaves it out \
        of browsing. Each is declared once and used by that name.
        """
    static let examples = RuleExamples(
        valid: [.article("category: visit")],
        invalid: [
            .article("audience: [↓agent]"), .article("category: ↓visits"), .article("language: ↓fr"),
            .article("category: visit").adding(
                "navigation/main.yaml", "categories: {visit: {title: V}, ↓a/b: {title: B}}\n"),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        let audiences = base.configuration.audiences.keys.sorted()
        let categories = base.categories.map(\.name.value)
        for (path, item, reference) in base.allReferences {
            switch reference.target {
            case .audience(let name) where !audiences.contains(name):
                let suggestion = report.suggestion(for: name, among: audiences)
                report.add(.audience(name, suggestion: suggestion), path: path, range: reference.range, item: item)
            case .category(let name) where !categories.contains(name):
                let suggestion = report.suggestion(for: name, among: categories)
                report.add(.category(name, suggestion: suggestion), path: path, range: reference.range, item: item)
            default: continue
            }
        }
        for category in base.categories {
            guard let slash = category.name.value.lastIndex(of: "/") else { continue }
            let parent = String(category.name.value[..<slash])
            guard !categories.contains(parent) else { continue }
            report.add(.parent(category.name.value, parent), path: category.path, range: category.name.range)
        }
        for item in base.items {
            guard let language = item.language, !base.configuration.languages.contains(language.value) else { continue }
            let suggestion = report.suggestion(for: language.value, among: base.configuration.languages)
            report.add(.language(language.value, suggestion: suggestion), in: item, at: language.range)
        }
        if let zone = base.configuration.unknownZone {
            report.add(.zone(zone.value), path: "kb.yaml", range: zone.range)
        }
    }
}

extension Message {
    fileprivate static func audience(_ name: String, suggestion: String?) -> Message {
        Message(
            "the audience '\(name)' is not declared",
            help: suggestion ?? "declare it under 'audiences' in kb.yaml")
    }

    fileprivate static func category(_ name: String, suggestion: String?) -> Message {
        Message(
            "the category '\(name)' is not declared",
            help: suggestion ?? "declare it in a file under navigation/")
    }

    fileprivate static func parent(_ name: String, _ parent: String) -> Message {
        Message(
            "the category '\(name)' stands under '\(parent)', which is not declared", help: "declare '\(parent)' too")
    }

    fileprivate static func language(_ name: String, suggestion: String?) -> Message {
        Message(
            "the language '\(name)' is not one of this knowledge base's",
            help: suggestion ?? "add it to 'languages' in kb.yaml")
    }

    fileprivate static func zone(_ name: String) -> Message {
        Message(
            "the time zone '\(name)' is not known here",
            help: "write an IANA name such as America/New_York; on Debian the package tzdata holds them")
    }
}
