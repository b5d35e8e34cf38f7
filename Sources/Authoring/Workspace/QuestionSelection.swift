import CommandLine
import Content
import Glibc
import GoldenQuestions

/// Which tests are played: those of some files, those with some words, or those that expect some item.
struct QuestionSelection {
    /// Files and folders, relative to the knowledge base.
    private var paths: [String] = []
    private var words: [String] = []

    /// - Parameter arguments: Paths of test files as typed, and words that must all be in the question or be an id that it
    ///   expects.
    init(_ arguments: [String], of base: KnowledgeBase, in workspace: Workspace) throws {
        let files = base.tests.map(\.path)
        for argument in arguments {
            if let path = Self.path(argument, files, workspace) {
                paths.append(path)
            } else if argument.hasPrefix("tests/") || argument.hasSuffix(".yaml") {
                throw CommandFailure("there is no test file '\(argument)'")
            } else {
                words.append(argument)
            }
        }
    }

    func includes(file: String) -> Bool {
        paths.isEmpty || paths.contains { $0.isEmpty || file == $0 || file.hasPrefix($0 + "/") }
    }

    func includes(_ question: GoldenQuestion) -> Bool {
        includes(file: question.path)
            && words.allSatisfy { word in
                question.expected.contains { $0.item == word } || question.asks(word)
            }
    }

    /// A word chooses the scenarios of the workflow with this id, and those that expect the outcome of this name.
    func includes(_ scenario: Scenario) -> Bool {
        includes(file: scenario.path)
            && words.allSatisfy { $0 == scenario.workflow.value || $0 == scenario.outcome?.value }
    }

    /// The ids of the workflows that words name.
    func workflows(of base: KnowledgeBase) -> Set<String> {
        Set(words.compactMap { base.resolve($0) }).intersection(FlowEditions(base).ids)
    }

    /// Where an argument names test files: in the current folder, or in the knowledge base, of which a revision may have
    /// others than the disk.
    private static func path(_ argument: String, _ files: [String], _ workspace: Workspace) -> String? {
        func holdsTests(_ path: String) -> Bool {
            path.isEmpty || files.contains { $0 == path || $0.hasPrefix(path + "/") }
        }
        if access(argument, F_OK) == 0, let path = try? workspace.path(ofArgument: argument), holdsTests(path) {
            return path
        }
        let trimmed = argument.hasSuffix("/") ? String(argument.dropLast()) : argument
        return !trimmed.isEmpty && holdsTests(trimmed) ? trimmed : nil
    }
}
