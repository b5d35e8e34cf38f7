import Presentation
import Releases
import SearchIndex
import Time

/// Says what an index file is, and checks it where that is asked for.
struct IndexAction: Action {
    let path: String
    /// Every page and every document is read.
    let verifies: Bool
    let isJSON: Bool

    func run(_ console: Console) throws -> ExitStatus {
        do throws(IndexError) {
            let memory = try IndexMemory(path: path)
            let report = try IndexReport(memory)
            let index = try Index(memory)
            if verifies {
                try report.check()
                for number in 0..<index.documentCount { _ = try index.document(number) }
            }
            if isJSON { console.write(json(report, index)) } else { write(report, index, console) }
            return .clean
        } catch {
            throw CommandFailure(error.description(of: path))
        }
    }

    private func write(_ report: IndexReport, _ index: Index, _ console: Console) {
        console.output.write(
            "\(VisibleText.of(index.name)): \(report.documentCount) items, \(report.bytes) bytes, format \(report.version)\n"
        )
        if let release = ReleaseNote.release(of: path, seal: index.seal) {
            let age = Period(hours: max(0, Int(SystemClock.now().seconds - release.time.seconds)) / 3600)
            console.output.write(
                "Release \(VisibleText.of(release.name)) of \(index.zone.local(release.time)), \(age) old: commit "
                    + "\(release.commit.prefix(10)), published by \(VisibleText.of(release.person))\n")
        }
        if verifies {
            console.output.write("Every page is as it was written, and every item can be read.\n")
            return
        }
        var table = TextTable([.init("section"), .init("bytes")])
        for part in report.parts { table.append([part.name, "\(part.bytes)"]) }
        var text = ""
        table.write(width: .max, palette: .plain, to: &text)
        console.output.write(text)
    }

    private func json(_ report: IndexReport, _ index: Index) -> JSONValue {
        let release = ReleaseNote.release(of: path, seal: index.seal)
        let item: JSONValue = [
            "path": .string(path), "name": .string(index.name), "format": .integer(report.version),
            "items": .integer(report.documentCount), "bytes": .integer(report.bytes),
            "languages": .list(index.languages.map { .string($0) }),
            "audiences": .list(index.audiences.keys.sorted().map { .string($0) }),
            "sections": .array(report.parts.map { ["name": .string($0.name), "bytes": .integer($0.bytes)] }),
            "verified": verifies ? true : nil,
            "release": release.map { release in
                [
                    "name": .string(release.name), "channel": .string(release.channel),
                    "time": .string(index.zone.offsetText(release.time)), "commit": .string(release.commit),
                    "person": .string(release.person),
                ]
            },
        ]
        return ["version": 1, "items": [item]]
    }
}
