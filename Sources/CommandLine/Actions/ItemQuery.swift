import Presentation
package import SearchIndex

/// Which items to list: `field:value` terms and words, all of which must hold.
package struct ItemQuery: Sendable {
    private enum Term {
        case field(String, String)
        case word(String)
    }

    package static let fields = [
        "kind", "owner", "state", "audience", "category", "risk", "language", "type", "topic", "path",
    ]
    private static let kinds = ["article", "workflow", "alert", "directory", "quiz", "hub"]
    private let terms: [Term]

    /// - Throws: `CommandFailure` for a field or a state that does not exist.
    package init(_ arguments: [String]) throws {
        var terms: [Term] = []
        for argument in arguments {
            let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                terms.append(.word(argument.lowercased()))
                continue
            }
            guard ItemQuery.fields.contains(parts[0]) else {
                throw CommandFailure(
                    "items cannot be listed by '\(parts[0])'; there is \(ItemQuery.fields.joined(separator: ", "))")
            }
            if parts[0] == "kind", !ItemQuery.kinds.contains(parts[1]) {
                throw CommandFailure(
                    "there is no kind '\(parts[1])'; there is \(ItemQuery.kinds.joined(separator: ", "))")
            }
            if parts[0] == "state", !ItemState.names.contains(parts[1]) {
                throw CommandFailure(
                    "there is no state '\(parts[1])'; there is \(ItemState.names.joined(separator: ", "))")
            }
            terms.append(.field(parts[0], parts[1]))
        }
        self.terms = terms
    }

    package func matches(_ document: IndexDocument, _ state: ItemState) -> Bool {
        terms.allSatisfy { term in
            switch term {
            case .word(let word): document.title.lowercased().contains(word) || document.id.contains(word)
            case .field(let name, let value): matches(document, state, name, value)
            }
        }
    }

    private func matches(_ document: IndexDocument, _ state: ItemState, _ name: String, _ value: String) -> Bool {
        switch name {
        case "kind": document.kind == value
        case "owner": document.owner == value
        case "state": state.name == value
        case "audience": document.audience.contains(value)
        case "category": document.category.map { $0 == value || $0.hasPrefix(value + "/") } ?? false
        case "risk": document.risk == value
        case "language": document.language == value
        case "type": document.type == value
        case "topic": document.topics.contains(value)
        default: document.path.hasPrefix(value)
        }
    }
}
