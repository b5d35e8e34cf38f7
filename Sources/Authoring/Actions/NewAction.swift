import CommandLine
import Content
import Decisions
import Diagnostics
import Editing
import FileSystem
import Presentation
import Scaffolding
import Time
import Validation

/// Lays out a file for an author to fill in.
struct NewAction: Action {
    let workspace: Workspace
    let kind: NewKind
    let id: String
    var title: String?
    var owner: String?
    var audience: String?
    var type: String?
    var category: String?
    var folder: String?

    func run(_ console: Console) async throws -> ExitStatus {
        guard ItemID.isWellFormed(id) else { throw EditingError.malformedID(id) }
        let source = workspace.tree
        let zone = try workspace.zone(of: source)
        let now = SystemClock.now()
        let base = try await workspace.validate(source, at: now).base
        if let item = base.editions(of: base.resolve(id) ?? "").first { throw EditingError.takenID(id, by: item.path) }
        let defaults = NewItemDefaults(base: base)
        var details = NewFile.Details(
            id: id, title: title, owner: try defaults.owner(owner), audience: try defaults.audience(audience),
            now: zone.local(now))
        details.type = type
        details.category = try defaults.category(category)
        details.contextFields = Set(base.configuration.context.map(\.name))
        details.folder = folder
        if let first = base.ids.min() { details.firstItem = first }
        let file = NewFile(kind, details, templateBody: try templateBody(in: base))
        let path = workspace.root + "/" + file.path
        guard try !FileLookup.exists(path) else {
            let advice = kind == .hub ? "add the hub to its 'hubs'" : "edit it"
            throw CommandFailure(
                "'\(file.path)' is there already, and nothing was changed; \(advice), or choose another id")
        }
        if let slash = path.lastIndex(of: "/") { try DurableFile.createFolder(String(path[..<slash])) }
        try DurableFile.write(Array(file.text.utf8), to: path)
        console.output.write(VisibleText.of(file.path) + "\n")
        console.note(
            "Owner \(details.owner), audience \(details.audience). Fill it in, then 'kb validate \(file.path)'.")
        return .clean
    }

    /// The Markdown of the article's type, below its front matter.
    private func templateBody(in base: KnowledgeBase) throws -> String? {
        guard let type else { return nil }
        guard kind == .article else { throw CommandFailure("--type is for articles; a \(kind.rawValue) has none") }
        let template = base.templates[type]
        let source = template.flatMap { base.source($0.path) }
        try base.checkReading()
        guard let source else {
            let known = base.templates.keys.sorted()
            throw CommandFailure(
                "there is no template of type '\(type)'; "
                    + (Suggestion.question(for: type, among: known) ?? "there is \(known.joined(separator: ", "))"))
        }
        let file = ContentReader(timeZone: { _ in nil }).read(source, as: .template)
        let rest = source.bytes[(file.frontMatter?.upperBound ?? 0)...]
        return String(decoding: rest.drop { $0 != UInt8(ascii: "\n") }.dropFirst(), as: UTF8.self)
    }
}
