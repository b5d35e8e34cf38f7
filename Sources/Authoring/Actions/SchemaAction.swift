import CommandLine
import Content
import Diagnostics
import Schemas

/// Prints the schema of a kind of file, complete in itself.
struct SchemaAction: Action {
    let kind: String
    let draft: SchemaBundle.Draft

    func run(_ console: Console) throws -> ExitStatus {
        let kinds = FileKind.allCases.filter(\.hasSchema).map(\.rawValue)
        guard kinds.contains(kind) else {
            let suggestion = Suggestion.question(for: kind, among: kinds) ?? "there is \(kinds.joined(separator: ", "))"
            throw CommandFailure("there is no schema '\(kind)'; \(suggestion)")
        }
        console.output.write(try SchemaBundle.text(of: kind, as: draft))
        return .clean
    }
}
