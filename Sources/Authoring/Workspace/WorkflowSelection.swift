import CommandLine
import Content
import Diagnostics

/// The workflows that arguments name: ids, former ids, or files.
struct WorkflowSelection {
    let ids: [String]

    /// - Parameter arguments: None: all.
    init(_ arguments: [String], of base: KnowledgeBase, _ editions: FlowEditions) throws {
        guard !arguments.isEmpty else {
            ids = editions.ids
            return
        }
        var ids: [String] = []
        for argument in arguments {
            let id = try WorkflowSelection.id(argument, base, editions)
            if !ids.contains(id) { ids.append(id) }
        }
        self.ids = ids
    }

    private static func id(_ argument: String, _ base: KnowledgeBase, _ editions: FlowEditions) throws -> String {
        if let id = base.resolve(argument), editions.ids.contains(id) { return id }
        // A path, as a shell completes it.
        let file = base.items.first { $0.kind == .workflow && argument.hasSuffix($0.path) && $0.translation == nil }
        if let file, editions.ids.contains(file.id.value) { return file.id.value }
        if let item = base.resolve(argument).flatMap({ base.editions(of: $0).first }) {
            let state =
                item.isRetired ? "retired" : "\(item.kind.rawValue == "article" ? "an" : "a") \(item.kind.rawValue)"
            throw CommandFailure(
                "'\(argument)' is \(state), and no workflow in use; 'kb list kind:workflow' lists them")
        }
        let suggestion = Suggestion.question(for: argument, among: editions.ids)
        throw CommandFailure(
            "there is no workflow '\(argument)'; \(suggestion ?? "'kb list kind:workflow' lists them")")
    }
}
