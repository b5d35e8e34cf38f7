import Foundation
import JSONSchema
import Testing
import YAML

@Suite("The JSON Schema test suite for draft 2020-12")
struct TestSuiteTests {
    @Test("Every required test passes")
    func required() throws {
        let registry = try TestSuite.registry()
        var cases: [TestSuite.Case] = []
        for name in try TestSuite.files(in: TestSuite.folder.appending(path: "draft2020-12")) where !name.contains("/")
        {
            cases += try TestSuite.run(name, registry: registry, formats: .annotation)
        }
        let passed = cases.count(where: \.passes)
        print("JSON Schema 2020-12 required: \(passed) of \(cases.count)")
        #expect(cases.count == 1299)
        for failed in cases where !failed.passes {
            Issue.record("\(failed.title): \(failed.error?.message ?? "expected \(failed.isValid)")")
        }
    }

    @Test("Of the optional tests, exactly those of the list fail")
    func optional() throws {
        let registry = try TestSuite.registry()
        var cases: [TestSuite.Case] = []
        for name in try TestSuite.files(in: TestSuite.folder.appending(path: "draft2020-12/optional")) {
            let formats: FormatTreatment = name.hasPrefix("format/") ? .assertion : .annotation
            cases += try TestSuite.run("optional/\(name)", registry: registry, formats: formats)
        }
        let passed = cases.count(where: \.passes)
        print("JSON Schema 2020-12 optional: \(passed) of \(cases.count)")
        let list = TestSuite.folder.deletingLastPathComponent().appending(path: "optional-failures.txt")
        let expected = try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("optional/") }
        let failed = cases.filter { !$0.passes }.map(\.title)
        #expect(Set(failed).subtracting(expected).isEmpty, "fails, but is not in optional-failures.txt")
        #expect(Set(expected).subtracting(failed).isEmpty, "passes, but is in optional-failures.txt")
    }
}
