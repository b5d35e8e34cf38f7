import Content
import Diagnostics
import Git

/// How many scenarios of `tests/` send a caller through each workflow.
struct ScenarioCounts {
    private var counts: [String: Int] = [:]

    /// - Parameter commit: Whose tests are read.
    init(_ place: ReviewedRepository, _ configuration: Configuration, at commit: ObjectID) throws(GitError) {
        let reader = ContentReader(configuration: configuration, timeZone: TimeZoneDatabase.rules)
        for entry in try place.repository.changes(from: nil, to: commit, in: place.place("tests")) {
            let path = "tests/" + entry.path
            guard let file = entry.after, file.kind == .file, FileKind.at(path) == .kind(.tests) else { continue }
            let read = reader.read(SourceFile(path: path, bytes: try place.bytes(file, path)), as: .tests)
            for scenario in read.tests?.scenarios ?? [] { counts[scenario.workflow.value, default: 0] += 1 }
        }
    }

    subscript(id: String) -> Int { counts[id] ?? 0 }
}
