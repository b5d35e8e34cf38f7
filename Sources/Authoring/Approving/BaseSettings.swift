import Approvals
import CommandLine
import Content
import Diagnostics
import Git
import Presentation
import Validation

/// What the base says of approvals: kb.yaml and people.yaml as they are there.
struct BaseSettings: Sendable {
    let configuration: Configuration
    let policy: Policy
    let authority: Authority

    /// - Parameter commit: Nil: there is no base yet.
    init(_ place: ReviewedRepository, at commit: ObjectID?) throws {
        var files: [String: ContentFile] = [:]
        for (path, kind) in [("kb.yaml", FileKind.knowledgeBase), ("people.yaml", .people)] {
            guard let commit, let bytes = try place.file(path, of: commit) else { continue }
            let file = ContentReader(timeZone: TimeZoneDatabase.rules).read(
                SourceFile(path: path, bytes: bytes), as: kind)
            // Who may approve must not hang on how a mistake is read.
            guard file.problems.isEmpty, SchemaSet(own: []).violations(of: file).isEmpty else {
                throw CommandFailure(
                    "\(path) of the base \(commit.short) has errors, so that nobody can say who approves; put it right "
                        + "there first ('kb validate \(path) --rev \(commit.short)' shows them)")
            }
            files[path] = file
        }
        let people = files["people.yaml"]?.people ?? People()
        configuration = files["kb.yaml"]?.configuration ?? Configuration()
        policy = Policy(configuration.approval, roles: people.roles)
        authority = Authority(people, configuration)
    }
}
