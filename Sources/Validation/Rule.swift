package import Content
package import Diagnostics

/// One thing that content must hold to, with the reason and the examples that are its documentation and its tests.
package protocol Rule: Sendable {
    static var id: RuleID { get }
    static var severity: Severity { get }
    /// One line for the table of rules.
    static var summary: String { get }
    /// One paragraph: what goes wrong for a caller or an author without it.
    static var why: String { get }
    static var examples: RuleExamples { get }
    /// A safety rule cannot be suppressed.
    static var isSafety: Bool { get }
    /// Findings may carry a fix.
    static var isFixable: Bool { get }

    init()
}

extension Rule {
    package static var isSafety: Bool { false }
    package static var isFixable: Bool { false }
}

/// A rule that looks at one file by itself. Its checks run in parallel.
package protocol FileRule: Rule {
    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report)
}

/// A rule that looks at the whole knowledge base.
package protocol BaseRule: Rule {
    /// Time alone, with no change of any file, can bring errors. Such a rule looks at no articles.
    static var isAboutTime: Bool { get }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report)
}

extension BaseRule {
    package static var isAboutTime: Bool { false }
}

/// A sentence that names the thing, and what to do about it. Each rule adds its own as constructors.
package struct Message: Hashable, Sendable {
    package let text: String
    package let help: String

    package init(_ text: String, help: String) {
        self.text = text
        self.help = help
    }
}

/// Takes the findings of one rule.
package struct Report {
    private let rule: any Rule.Type
    private(set) var diagnostics: [Diagnostic] = []
    private var suggestions: [String: String?] = [:]
    /// Looking for near names costs their number each time; a hostile file must not make it cost the product.
    package static let mostSuggestions = 100

    init(of rule: any Rule.Type) {
        self.rule = rule
    }

    /// "did you mean 'x'?", or nil when no name is near or enough have been suggested.
    package mutating func suggestion(for name: String, among names: @autoclosure () -> [String]) -> String? {
        if let known = suggestions[name] { return known }
        guard suggestions.count < Report.mostSuggestions else { return nil }
        let suggestion = Suggestion.question(for: name, among: names())
        suggestions[name] = .some(suggestion)
        return suggestion
    }

    /// - Parameters:
    ///   - severity: Where it differs from the rule's own.
    ///   - item: The id of the item that the finding is about.
    package mutating func add(
        _ message: Message, path: String, range: Range<Int>, severity: Severity? = nil, item: String? = nil,
        fixes: [Fix] = [], related: [Diagnostic.Related] = []
    ) {
        diagnostics.append(
            Diagnostic(
                rule: rule.id, severity: severity ?? rule.severity, location: Location(path: path, range: range),
                message: message.text, help: message.help, fixes: fixes, related: related, item: item))
    }

    /// A finding in a file, about the item it holds.
    package mutating func add(
        _ message: Message, in file: CheckedFile, at range: Range<Int>, severity: Severity? = nil, fixes: [Fix] = []
    ) {
        add(
            message, path: file.path, range: range, severity: severity, item: file.content.items.first?.id.value,
            fixes: fixes)
    }

    /// A finding about an item.
    package mutating func add(
        _ message: Message, in item: some PlacedItem, at range: Range<Int>? = nil, severity: Severity? = nil,
        fixes: [Fix] = [],
        related: [Diagnostic.Related] = []
    ) {
        add(
            message, path: item.path, range: range ?? item.id.range, severity: severity, item: item.id.value,
            fixes: fixes, related: related)
    }
}

/// An item, whole or as the knowledge base keeps it.
package protocol PlacedItem {
    var path: String { get }
    var id: Located<String> { get }
}

extension Item: PlacedItem {}
extension ItemRecord: PlacedItem {}
