import CommandLine
import Content
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
        var details = NewFile.Details(
            id: id, title: title, owner: try owner(in: base), audience: try audience(in: base), now: zone.local(now))
        details.type = type
        details.category = try category(in: base)
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

    private func owner(in base: KnowledgeBase) throws -> String {
        let known = base.people.groups.map(\.id.value) + base.people.persons.map(\.id.value)
        guard let owner else {
            if let first = known.first { return first }
            throw CommandFailure("people.yaml names nobody who could own it; add a person first")
        }
        guard known.contains(owner) else {
            throw EditingError.unknownOwner(owner, suggestion: Suggestion.question(for: owner, among: known))
        }
        return owner
    }

    private func audience(in base: KnowledgeBase) throws -> String {
        let known = base.configuration.audiences
        guard let audience else {
            // The one that includes most: a draft is not shown to the public by default.
            let widest = known.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.first
            if let widest { return widest.key }
            throw CommandFailure("kb.yaml declares no audience; add one first")
        }
        guard known[audience] != nil else {
            throw CommandFailure(
                "kb.yaml declares no audience '\(audience)'; it has \(known.keys.sorted().joined(separator: ", "))")
        }
        return audience
    }

    private func category(in base: KnowledgeBase) throws -> String? {
        let known = base.categories.map(\.name.value)
        guard let category else { return known.first }
        guard known.contains(category) else {
            let suggestion = Suggestion.question(for: category, among: known)
            throw CommandFailure(
                "navigation declares no category '\(category)'; "
                    + (suggestion ?? "it has \(known.sorted().joined(separator: ", "))"))
        }
        return category
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
