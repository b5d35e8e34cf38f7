import Difference
import Presentation
import Time

/// The versions of an item as `schemas/output/log.schema.json` has them, or one a line.
package struct LogJSONRenderer: Sendable {
    private let isLines: Bool

    package init(isLines: Bool) {
        self.isLines = isLines
    }

    package func render(_ list: VersionList, to output: inout some TextOutputStream) {
        let members = list.versions.map { member($0, list) }
        if isLines {
            for member in members { output.write(member.serialized + "\n") }
            return
        }
        let answer: JSONValue = [
            "version": 1, "versions": .array(members), "id": .string(list.id), "complete": .bool(list.isComplete),
        ]
        output.write(answer.serialized + "\n")
    }

    private func member(_ version: ItemVersion, _ list: VersionList) -> JSONValue {
        [
            "id": .string(list.id), "kind": version.kind.map { .string($0) },
            "title": version.title.map { .string($0) }, "path": .string(version.path),
            "line": .integer(version.line), "commit": .string(version.commit),
            "time": .string(list.zone.offsetText(version.time)), "author": person(version.author),
            "committer": version.committer == version.author ? nil : person(version.committer),
            "subject": .string(version.subject), "changes": .array(version.changes.map { .string($0.rawValue) }),
            "merge": version.isMerge ? true : nil,
            "earlier_paths": .list(version.earlierPaths.map { .string($0) }),
        ]
    }

    private func person(_ person: ItemVersion.Person) -> JSONValue {
        ["name": .string(person.name), "email": .string(person.email)]
    }
}
