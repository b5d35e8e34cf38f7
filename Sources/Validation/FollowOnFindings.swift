import Content
import Diagnostics

/// Leaves out findings that another finding brought about, so that one mistake is one message.
enum FollowOnFindings {
    /// Rules that say that a name is not declared, and the kinds of file that may declare it.
    private static let declarers: [String: [FileKind]] = [
        "KB012": [.knowledgeBase], "KB115": [.template], "KB201": [.article, .workflow, .directory, .navigation],
        "KB204": [.facts], "KB205": [.knowledgeBase], "KB208": [.people], "KB212": [.knowledgeBase, .navigation],
        "KB503": [.knowledgeBase], "KB602": [.knowledgeBase, .workflow],
    ]
    private static let aboutForm: Set<RuleID> = [
        MalformedValueRule.id, OutOfBoundsRule.id, ValueNotAllowedRule.id, WrongTypeRule.id,
    ]
    /// Rules that hold content against the policies of kb.yaml.
    private static let aboutPolicies: Set<String> = ["KB211", "KB402", "KB403", "KB405"]
    /// A file that cannot be read is searched for names up to here.
    private static let searchedBytes = 1 << 20

    private struct Place: Hashable {
        let path: String
        let range: Range<Int>

        init(path: String, range: Range<Int>) {
            self.path = path
            self.range = range
        }

        init(_ diagnostic: Diagnostic) {
            self.init(path: diagnostic.location.path, range: diagnostic.location.range)
        }
    }

    static func removed(from diagnostics: [Diagnostic], files: [ContentFile]) -> [Diagnostic] {
        let unread = files.filter(\.isUnread)
        let halfRead = paths(diagnostics, UnknownFieldRule.id).union(paths(diagnostics, WrongTypeRule.id))
        let malformed = Set(diagnostics.filter { $0.rule == MalformedValueRule.id }.map(Place.init))
        let declaring = files.filter { file in
            file.isUnread || file.mayDeclareMore && halfRead.contains(file.path)
                || file.items.contains { malformed.contains(Place(path: file.path, range: $0.id.range)) }
        }
        let names = Dictionary(grouping: declaring, by: \.kind).mapValues { Set($0.flatMap(declared)) }
        let isConfigurationUnread = unread.contains { $0.kind == .knowledgeBase }
        let sources = Dictionary(files.map { ($0.path, $0.source) }) { first, _ in first }
        let safety = Set(RuleRegistry.all.filter { $0.isSafety }.map { $0.id })
        let halfMerged = paths(diagnostics, ConflictMarkersRule.id)
        let misplaced = paths(diagnostics, WrongPlaceRule.id)
        let taken = Set(
            diagnostics.filter { $0.severity == .error && !aboutForm.contains($0.rule) }.map(Place.init))
        let wrongTypes = Set(diagnostics.filter { $0.rule == WrongTypeRule.id }.map(Place.init))
        var told: Set<Diagnostic> = []
        return diagnostics.filter { diagnostic in
            let rule = diagnostic.rule
            let path = diagnostic.location.path
            // A value in the wrong form that therefore names nothing: the name is what the author looks for.
            if aboutForm.contains(rule) {
                // Two branches of a choice may refuse a value for the same reason.
                var bare = diagnostic
                bare.help = ""
                if rule == ValueNotAllowedRule.id, wrongTypes.contains(Place(diagnostic)) { return false }
                guard !taken.contains(Place(diagnostic)), told.insert(bare).inserted else { return false }
            }
            // A file in another kind's folder was held against the wrong rules.
            if misplaced.contains(path), rule != WrongPlaceRule.id, !safety.contains(rule) { return false }
            // Git's markers make headings and sentences of their own.
            if halfMerged.contains(path), rule.code.hasPrefix("KB30"), !safety.contains(rule) { return false }
            if isConfigurationUnread, aboutPolicies.contains(rule.code) { return false }
            guard !names.isEmpty, let kinds = declarers[rule.code], let source = sources[path] else { return true }
            let name = name(in: source.text(diagnostic.location.range))
            return !kinds.contains { names[$0]?.contains(name) ?? false }
        }
    }

    private static func paths(_ diagnostics: [Diagnostic], _ rule: RuleID) -> Set<String> {
        Set(diagnostics.filter { $0.rule == rule }.map(\.location.path))
    }

    /// Whatever an unreadable file may declare: every word of it, or of an item the id alone, and the name of the file,
    /// which most have for their id.
    private static func declared(_ file: ContentFile) -> [String] {
        let text = file.source.text(0..<min(file.source.bytes.count, searchedBytes))
        let words = text.split { !$0.isLetter && !$0.isNumber && !"-_./:".contains($0) }
            .map { $0.hasSuffix(":") ? String($0.dropLast()) : String($0) }
        guard [.article, .workflow, .directory].contains(file.kind) else { return words }
        let stem = file.path.split(separator: "/").last.flatMap { $0.split(separator: ".").first }.map(String.init)
        return zip(words, words.dropFirst()).filter { $0.0.lowercased() == "id" }.map(\.1) + (stem.map { [$0] } ?? [])
    }

    /// The name in `kb:name#anchor` and `{{fact:name}}`, or the whole text.
    private static func name(in text: String) -> String {
        var name = text[...]
        for prefix in ["kb:", "{{fact:"] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
        return String(name.prefix { $0 != "#" && $0 != "}" })
    }
}

extension ContentFile {
    /// Whether it declares names, or holds an item whose id was not found.
    fileprivate var mayDeclareMore: Bool {
        switch kind {
        case .knowledgeBase, .people: true
        case .article, .workflow, .directory: items.isEmpty
        default: false
        }
    }

    /// Whether nothing of what the file declares could be read.
    fileprivate var isUnread: Bool {
        problems.contains { problem in
            switch problem.reason {
            case .encoding, .yaml, .missingFrontMatter, .unclosedFrontMatter, .emptyDocument: true
            case .markdown, .block, .condition, .time: false
            }
        }
    }
}
