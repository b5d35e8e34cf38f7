import Content
import Diagnostics

/// KB009
struct UnsafePathRule: BaseRule {
    static let id = RuleID("KB009", "unsafe-path")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Content is plain files inside the knowledge base."
    static let why = """
        A symbolic link or a path with `..` can make a check read, or a build publish, a file that is nobody's content. \
        Links are therefore never followed, and paths never leave the knowledge base.
        """
    static let examples = RuleExamples(
        valid: [.article("attachments: [{file: assets/map.pdf}]").adding("assets/map.pdf", "x")],
        invalid: [.article("attachments: [{file: ↓../secrets.pdf}]"), .article("attachments: [{file: ↓/etc/passwd}]")])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for entry in base.entries where entry.kind != .file {
            guard FileKind.at(entry.path) != .elsewhere else { continue }
            report.add(entry.kind == .link ? .link(entry.path) : .special(entry.path), path: entry.path, range: 0..<0)
        }
        // Looking at characters takes long, and few paths have any that could be one.
        for entry in base.entries where entry.path.utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 }) {
            guard entry.path.contains(where: { $0.isNewline || $0 == "\0" }) else { continue }
            report.add(.control, path: entry.path, range: 0..<0)
        }
        for item in base.items {
            for reference in item.references {
                guard case .asset(let path) = reference.target else { continue }
                if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
                    report.add(.outside(path), in: item, at: reference.range)
                }
            }
        }
    }
}

extension RuleExample {
    func adding(_ path: String, _ text: String) -> RuleExample {
        var example = self
        example.files[path] = text
        return example
    }
}

extension Message {
    fileprivate static func link(_ path: String) -> Message {
        Message("'\(path)' is a symbolic link, which is never followed", help: "put the file itself here")
    }

    fileprivate static func special(_ path: String) -> Message {
        Message("'\(path)' is not a plain file", help: "remove it from the folders of content")
    }

    fileprivate static let control = Message("the path contains a control character", help: "rename the file")

    fileprivate static func outside(_ path: String) -> Message {
        Message("'\(path)' leads out of the knowledge base", help: "put the file under assets/ and name it from there")
    }
}
