import Decisions
import FileSystem
import Glibc
import SearchIndex
import Testing
import Time

/// Files as earlier versions wrote them.
@Suite struct OldIndexTests {
    private func open(_ name: String) throws -> Index {
        let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        return try Index(try IndexMemory(path: "\(folder)/Fixtures/\(name)"))
    }

    @Test(arguments: [1, 2]) func `An old version is refused with both numbers`(_ version: Int) {
        #expect(throws: IndexError.wrongVersion(found: version, expected: 3)) { try open("version-\(version).index") }
    }

    @Test func `Version 3 is read`() throws {
        let reader = try Reader(try open("version-3.index"), at: Documents.instant("2026-09-01"))
        let answer = try Search(reader).answer("where is the parkin garage", limit: 3)
        #expect(answer.results.first?.document.id == "parking")
        #expect(answer.results.first?.alerts.map(\.id) == ["lift"])
        #expect(try reader.names() == ["cita", "desk", "lift", "mri", "mri-prep", "parking", "visit"])
        guard case .found(let workflow) = try reader.workflow(named: "visit", language: nil) else {
            Issue.record("no workflow")
            return
        }
        let end = workflow.run.position(for: ["ill": .boolean(true), "age": .integer(7)])
        guard case .outcome(let arrival) = end.state else {
            Issue.record("\(end.state)")
            return
        }
        #expect(arrival.outcome.text == "Book." && arrival.openRequirements == ["referral"])
        try reader.check()
    }
}
