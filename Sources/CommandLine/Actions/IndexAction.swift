import Presentation
import SearchIndex

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
        let item: JSONValue = [
            "path": .string(path), "name": .string(index.name), "format": .integer(report.version),
            "items": .integer(report.documentCount), "bytes": .integer(report.bytes),
            "languages": .list(index.languages.map { .string($0) }),
            "audiences": .list(index.audiences.keys.sorted().map { .string($0) }),
            "sections": .array(report.parts.map { ["name": .string($0.name), "bytes": .integer($0.bytes)] }),
            "verified": verifies ? true : nil,
        ]
        return ["version": 1, "items": [item]]
    }
}
