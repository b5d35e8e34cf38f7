import CommandLine
import Content
import Diagnostics
import Presentation

/// Every name by which something of two versions can be asked for. It reads everything, so it is made when a name is not among
/// what changed.
struct ItemNames {
    private var ids: [String: String] = [:]

    init(_ versions: any ContentSource...) throws {
        let reader = ContentReader(timeZone: { _ in nil })
        // The later version has the last word.
        for content in versions {
            for entry in try content.entries() {
                ids[entry.path] = entry.path
                guard entry.isRead, case .kind(let kind) = FileKind.at(entry.path), kind.hasSchema else { continue }
                let file = reader.read(SourceFile(path: entry.path, bytes: try content.read(entry.path)), as: kind)
                for item in file.items {
                    for name in [item.id.value] + item.aliases.map(\.value) { ids[name] = item.id.value }
                }
                for name in file.facts.map(\.name.value) + file.categories.map(\.name.value) { ids[name] = name }
                if let name = file.template?.type.value { ids[name] = name }
            }
        }
    }

    /// - Throws: `CommandFailure` for a name that nothing has.
    func ids(of names: [String]) throws -> Set<String> {
        Set(
            try names.map { name in
                if let id = ids[name] { return id }
                if name.contains(where: { "~^:".contains($0) }) || name.contains("@{") {
                    throw CommandFailure(
                        "'\(VisibleText.of(name))' is an expression of git, and only names and commits are taken; "
                            + "'git rev-parse' prints the commit that it means")
                }
                let known = Suggestion.question(for: name, among: ids.keys).map { "; \($0)" } ?? ""
                throw CommandFailure("there is neither a revision nor an item '\(VisibleText.of(name))'\(known)")
            })
    }
}
