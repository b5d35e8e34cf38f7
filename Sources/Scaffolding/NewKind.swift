package import Content

/// What `kb new` can lay out.
package enum NewKind: String, CaseIterable, Sendable {
    case article, workflow, alert, announcement, team, location, quiz, hub, facts, synonyms, template, tests

    package var fileKind: FileKind {
        switch self {
        case .article: .article
        case .workflow: .workflow
        case .alert, .announcement: .alert
        case .team, .location: .directory
        case .quiz: .quiz
        case .hub: .navigation
        case .facts: .facts
        case .synonyms: .synonyms
        case .template: .template
        case .tests: .tests
        }
    }
}
