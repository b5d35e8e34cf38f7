import Content
import Diagnostics
import Testing
import Validation

/// `examples/broken` shows every rule at work, and its README says where.
@Suite struct BrokenExampleTests {
    /// A row of the README's table: a path, the codes found there and why.
    struct Row {
        let path: String
        let codes: Set<String>
    }

    @Test func `Every rule has a finding in the broken example`() async throws {
        let found = Set(try await Example.broken.validate().diagnostics.map(\.rule.code))
        let rules = RuleRegistry.all.map { $0.id }
        print("rules exercised: \(rules.filter { found.contains($0.code) }.count) of \(rules.count)")
        #expect(rules.filter { !found.contains($0.code) }.map { "\($0.code) \($0.name)" } == [])
    }

    @Test func `The README names every file with a finding and what is found there`() async throws {
        let found = Dictionary(grouping: try await Example.broken.validate().diagnostics) { $0.location.path }
            .mapValues { Set($0.map(\.rule.code)) }
        let rows = try rows()
        #expect(rows.map(\.path) == rows.map(\.path).sorted())
        #expect(Set(found.keys) == Set(rows.map(\.path)))
        for row in rows { #expect(row.codes == found[row.path] ?? [], "\(row.path)") }
    }

    private func rows() throws -> [Row] {
        let text = String(decoding: try Example.broken.source.read("README.md"), as: UTF8.self)
        return text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|")
            guard cells.count == 3, cells[0].hasPrefix(" `") else { return nil }
            let codes = cells[1].split { $0 == " " || $0 == "," }.map(String.init)
            return Row(path: String(cells[0].dropFirst(2).dropLast(2)), codes: Set(codes))
        }
    }
}
