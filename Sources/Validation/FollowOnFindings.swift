import Content
import Diagnostics

/// Leaves out findings that another finding brought about, so that one mistake is one message.
struct FollowOnFindings {
    /// Rules that say that a name is not declared, and the kinds of file that may declare it.
    private static let declaring: [String: [FileKind]] = [
        "KB012": [.knowledgeBase], "KB115": [.template], "KB201": [.article, .workflow, .directory, .navigation],
        "KB204": [.facts], "KB205": [.knowledgeBase], "KB208": [.people], "KB212": [.knowledgeBase, .navigation],
        "KB503": [.knowledgeBase], "KB602": [.knowledgeBase, .workflow],
    ]
    private static let aboutForm: Set<RuleID> = [
        MalformedValueRule.id, OutOfBoundsRule.id, ValueNotAllowedRule.id, WrongTypeRule.id,
    ]
    /// Rules that hold content against the policies of kb.yaml.
    private static let aboutPolicies: Set<String> = ["KB211", "KB402", "KB403", "KB405"]
    /// Rules about what workflows and requirements do together.
    private static let aboutMeaning: Set<String> = ["KB505", "KB506"]
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

    private let base: KnowledgeBase
    private let declarers: [Declarer]

    init(_ base: KnowledgeBase, _ declarers: [Declarer]) {
        self.base = base
        self.declarers = declarers
    }

    func removed(from diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !diagnostics.isEmpty else { return [] }
        let names = names(diagnostics)
        let isConfigurationUnread = declarers.contains { $0.isUnread && $0.kind == .knowledgeBase }
        var read: SourceFile?
        let safety = Set(RuleRegistry.all.filter { $0.isSafety }.map { $0.id })
        let halfMerged = paths(diagnostics, ConflictMarkersRule.id)
        let malformed = Set(
            diagnostics.lazy.filter {
                $0.severity == .error && ($0.rule.code.hasPrefix("KB0") || $0.rule.code.hasPrefix("KB1"))
            }.map(\.location.path))
        let misplaced = paths(diagnostics, WrongPlaceRule.id)
        let taken = Set(
            diagnostics.filter { $0.severity == .error && !Self.aboutForm.contains($0.rule) }.map(Place.init))
        let wrongTypes = Set(diagnostics.filter { $0.rule == WrongTypeRule.id }.map(Place.init))
        var told: Set<Diagnostic> = []
        return diagnostics.filter { diagnostic in
            let rule = diagnostic.rule
            let path = diagnostic.location.path
            // A value in the wrong form that therefore names nothing: the name is what the author looks for.
            if Self.aboutForm.contains(rule) {
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
            // What is proven of a step that is not read as it is meant says nothing.
            if malformed.contains(path), Self.aboutMeaning.contains(rule.code) { return false }
            if isConfigurationUnread, Self.aboutPolicies.contains(rule.code) { return false }
            guard !names.isEmpty, let kinds = Self.declaring[rule.code] else { return true }
            if read?.path != path { read = base.source(path) }
            guard let source = read else { return true }
            let name = Self.name(in: source.text(diagnostic.location.range))
            return !kinds.contains { names[$0]?.contains(name) ?? false }
        }
    }

    /// Whatever files may declare that were not read, or not in full.
    private func names(_ diagnostics: [Diagnostic]) -> [FileKind: Set<String>] {
        let halfRead = paths(diagnostics, UnknownFieldRule.id).union(paths(diagnostics, WrongTypeRule.id))
        let malformed = Set(diagnostics.filter { $0.rule == MalformedValueRule.id }.map(Place.init))
        var kinds: [String: FileKind] = [:]
        for file in declarers where file.isUnread || halfRead.contains(file.path) { kinds[file.path] = file.kind }
        for item in malformed.isEmpty ? [] : base.items
        where malformed.contains(Place(path: item.path, range: item.id.range)) {
            if case .kind(let kind) = FileKind.at(item.path) { kinds[item.path] = kind }
        }
        var names: [FileKind: Set<String>] = [:]
        for (path, kind) in kinds { names[kind, default: []].formUnion(declared(path, kind)) }
        return names
    }

    private func paths(_ diagnostics: [Diagnostic], _ rule: RuleID) -> Set<String> {
        Set(diagnostics.lazy.filter { $0.rule == rule }.map(\.location.path))
    }

    /// Whatever an unreadable file may declare: every word of it, or of an item the id alone, and the name of the file,
    /// which most have for their id.
    private func declared(_ path: String, _ kind: FileKind) -> [String] {
        guard let source = base.source(path) else { return [] }
        let text = source.text(0..<min(source.bytes.count, Self.searchedBytes))
        let words = text.split { !$0.isLetter && !$0.isNumber && !"-_./:".contains($0) }
            .map { $0.hasSuffix(":") ? String($0.dropLast()) : String($0) }
        guard [.article, .workflow, .directory].contains(kind) else { return words }
        let stem = path.split(separator: "/").last.flatMap { $0.split(separator: ".").first }.map(String.init)
        return zip(words, words.dropFirst()).filter { $0.0.lowercased() == "id" }.map(\.1) + (stem.map { [$0] } ?? [])
    }

    /// The name in `kb:name#anchor` and `{{fact:name}}`, or the whole text.
    private static func name(in text: String) -> String {
        var name = text[...]
        for prefix in ["kb:", "{{fact:"] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
        return String(name.prefix { $0 != "#" && $0 != "}" })
    }
}

/// A file that may declare more than was read of it.
struct Declarer: Sendable {
    let path: String
    let kind: FileKind
    /// Nothing of it was read; otherwise it may be that something was not.
    let isUnread: Bool

    init?(_ file: ContentFile) {
        path = file.path
        kind = file.kind
        isUnread = file.extent == .nothing
        let mayDeclareMore =
            switch file.kind {
            case .knowledgeBase, .people: true
            // It holds an item whose id was not found.
            case .article, .workflow, .directory: file.items.isEmpty
            default: false
            }
        guard isUnread || mayDeclareMore else { return nil }
    }
}
