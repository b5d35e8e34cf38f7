/// What a file of a knowledge base holds, told by its place.
package enum FileKind: String, CaseIterable, Sendable {
    case knowledgeBase = "kb"
    case people
    case article
    case workflow
    case alert
    case directory
    case quiz
    case facts
    case navigation
    case synonyms
    case template
    case tests
    /// A JSON Schema of the repository's own.
    case schema
    /// An image or document that content refers to.
    case asset

    /// The folder that holds files of this kind; nil for the two files at the top.
    package var folder: String? {
        switch self {
        case .knowledgeBase, .people: nil
        case .article: "articles"
        case .workflow: "workflows"
        case .alert: "alerts"
        case .directory: "directory"
        case .quiz: "quizzes"
        case .facts: "facts"
        case .navigation: "navigation"
        case .synonyms: "synonyms"
        case .template: "templates"
        case .tests: "tests"
        case .schema: "schemas"
        case .asset: "assets"
        }
    }

    /// How the names of its files end.
    package var suffix: String {
        switch self {
        case .article, .template: ".md"
        case .schema: ".schema.json"
        case .asset: ""
        default: ".yaml"
        }
    }

    /// Its files are YAML, or Markdown under YAML front matter, with a JSON Schema.
    package var hasSchema: Bool { self != .schema && self != .asset }

    /// A file's folder decides; its ending must fit.
    package static func at(_ path: String) -> Placement {
        // By bytes: it is asked of every file, several times.
        let bytes = path.utf8
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
            return path == "kb.yaml" ? .kind(.knowledgeBase) : path == "people.yaml" ? .kind(.people) : .elsewhere
        }
        let folder = bytes[..<slash]
        let length = folder.count
        for kind in allCases {
            guard let name = kind.folder?.utf8, name.count == length, folder.elementsEqual(name) else { continue }
            let suffix = kind.suffix.utf8
            let isRight = bytes.suffix(suffix.count).elementsEqual(suffix)
            return isRight ? .kind(kind) : .wrongSuffix(kind)
        }
        return .elsewhere
    }

    /// Every other file is held against what files of this kind say.
    package var isSetting: Bool {
        switch self {
        case .knowledgeBase, .people, .template, .schema: true
        default: false
        }
    }

    package enum Placement: Hashable, Sendable {
        case kind(FileKind)
        /// In the folder of a kind, but named as none of its files are.
        case wrongSuffix(FileKind)
        /// Outside the folders of content.
        case elsewhere
    }
}
