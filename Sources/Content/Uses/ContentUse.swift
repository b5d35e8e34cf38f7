/// Something that an item shows or tells although it stands elsewhere. A link only leads there and is none.
package enum ContentUse: Hashable, Sendable {
    /// A fact's value, filled into a text or asked for by a quiz.
    case fact(String)
    /// The title and the answer of an article beside a step of a workflow, and the section that the step names.
    case article(String, section: String?)
    /// A workflow that is called.
    case workflow(String)
    /// What a translation was made from; of a workflow, the logic that it puts into other words.
    case source(String)
    /// A directory entry with its numbers and hours: of a hand-off, an escalation, or after hours.
    case desk(String)
    /// An image or an attachment.
    case file(String)
}

extension ContentUse {
    /// What a reference shows of what it names; nil for one that only leads there.
    init?(_ reference: Reference, by kind: Item.Kind, in base: KnowledgeBase) {
        func id(_ name: String) -> String { base.resolve(name) ?? name }
        switch reference.target {
        case .fact(let name): self = .fact(name)
        case .asset(let path): self = .file(path)
        case .workflow(let name) where reference.role == Reference.Role.calledWorkflow: self = .workflow(id(name))
        case .item(let name, _) where reference.role == Reference.Role.translation: self = .source(id(name))
        case .item(let name, let section) where kind == .workflow && reference.role == Reference.Role.stepArticle:
            self = .article(id(name), section: section)
        case .directoryEntry(let name)
        where [Reference.Role.handoff, Reference.Role.escalation, Reference.Role.afterHours].contains(reference.role):
            self = .desk(id(name))
        case .item, .directoryEntry, .workflow, .requirement, .owner, .audience, .category: return nil
        }
    }

    /// Orders uses of one item, and names them in a hash.
    var name: String {
        switch self {
        case .fact(let name): "fact \(name)"
        case .article(let id, let section): "article \(id)" + (section.map { "#\($0)" } ?? "")
        case .workflow(let id): "workflow \(id)"
        case .source(let id): "source \(id)"
        case .desk(let id): "desk \(id)"
        case .file(let path): "file \(path)"
        }
    }
}
