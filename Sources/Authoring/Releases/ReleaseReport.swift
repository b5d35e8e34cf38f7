import CommandLine
import Presentation
import Releases
import Time

/// Says what release was made.
struct ReleaseReport {
    let release: Release
    /// Where the indexes were written.
    let paths: [String]
    let zone: TimeZoneRules
    /// Nothing was recorded or written.
    var isDry = false
    /// The release has its tag.
    var isRecorded = true

    func write(isJSON: Bool, _ console: Console) {
        guard !isJSON else {
            console.write(["version": 1, "dry_run": isDry ? .bool(true) : nil, "items": [json]])
            return
        }
        let verb =
            release.restores.map { "is \(release.channel)/\($0) again" }
            ?? (isRecorded ? "is published" : "would be published")
        console.output.write(
            "\(release.name) \(verb): commit \(release.commit.prefix(10)), \(zone.local(release.time))\n")
        for (path, index) in zip(paths, release.indexes) {
            console.output.write("  \(VisibleText.of(path)): \(ByteCount(index.bytes))\n")
        }
        guard !isDry else { return }
        for owed in release.owed {
            let isLate = owed.by < release.time
            console.note(
                "'\(owed.path)' went out before it was approved; the '\(owed.role)' "
                    + (isLate ? "should have ratified it by" : "must ratify it by")
                    + " \(zone.local(owed.by)), with 'kb approve'.")
        }
        console.note("Recorded as the tag \(release.tag); 'git push origin refs/tags/\(release.tag)' hands it on.")
    }

    private var json: JSONValue {
        [
            "channel": .string(release.channel), "release": .string(release.name),
            "number": .integer(release.number), "kind": .string(release.kind.rawValue),
            "time": .string(zone.offsetText(release.time)), "commit": .string(release.commit),
            "person": .string(release.person), "tag": .string(release.tag),
            "restores": release.restores.map { .integer($0) },
            "indexes": .array(
                release.indexes.enumerated().map { number, index in
                    [
                        "audience": .string(index.audience),
                        "path": number < paths.count ? .string(paths[number]) : nil,
                        "sha256": .string(index.sha256), "bytes": .integer(index.bytes), "seal": .string(index.seal),
                    ]
                }),
            "approvals": .array(release.approvals.map { .string($0) }),
            "owed": .array(
                release.owed.map {
                    [
                        "path": .string($0.path), "role": .string($0.role), "by": .string(zone.offsetText($0.by)),
                    ]
                }),
        ]
    }
}
