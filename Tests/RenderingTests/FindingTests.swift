import Diagnostics
import Rendering
import Testing
import YAML

@Suite struct FindingTests {
    static let rule = RuleID("KB301", "plain-wording")

    /// A finding at each place where `bad` stands.
    static func set(
        _ text: String, severity: Severity = .warning, pointer: String? = nil, suppressed: Bool = false
    ) -> FindingSet {
        let bytes = Array(text.utf8)
        let diagnostics = bytes.indices.filter { bytes[$0...].starts(with: Array("bad".utf8)) }.map { offset in
            var diagnostic = Diagnostic(
                rule: rule, severity: severity, location: Location(path: "a.md", range: offset..<offset + 3),
                message: "this is bad", help: "")
            diagnostic.pointer = pointer
            return diagnostic
        }
        return FindingSet(
            suppressed ? [] : diagnostics, suppressed: suppressed ? diagnostics : [], fileCount: 1,
            source: { SourceFile(path: $0, text: text) })
    }

    @Test("A fingerprint stays when lines are added before", arguments: [nil, "/steps/a"])
    func stableFingerprint(_ pointer: String?) {
        let before = FindingTests.set("a bad word", pointer: pointer)
        let after = FindingTests.set("new\nlines\n\na bad word", pointer: pointer)
        #expect(before.findings.map(\.fingerprint) == after.findings.map(\.fingerprint))
    }

    @Test("A fingerprint never changes from one release to the next")
    func knownFingerprint() {
        #expect(FindingTests.set("bad").findings.map(\.fingerprint.text) == ["2d7d451e297c911a"])
    }

    @Test("Equal findings have fingerprints of their own")
    func ordinals() {
        let set = FindingTests.set("bad bad bad")
        #expect(Set(set.findings.map(\.fingerprint)).count == 3)
        let suppressed = FindingTests.set("bad bad bad", suppressed: true)
        #expect(set.findings.map(\.fingerprint) == suppressed.findings.map(\.fingerprint))
    }

    @Test("What a baseline holds is old, what came since is new")
    func baseline() throws {
        var text = ""
        Baseline(of: FindingTests.set("one bad word")).write(to: &text)
        let baseline = try Baseline(reading: Array(text.utf8))
        var set = FindingTests.set("one bad word and another bad word")
        set.markNew { !baseline.contains($0) }
        #expect(set.findings.map(\.isNew) == [false, true])
        #expect(set.newFirst.map(\.isNew) == [true, false])
        var again = ""
        baseline.write(to: &again)
        #expect(again == text)
    }

    @Test("An empty baseline can be read")
    func emptyBaseline() throws {
        var text = ""
        Baseline(of: SampleFindings.empty).write(to: &text)
        #expect(text == "{\"version\":1,\"fingerprints\":[]}\n")
        #expect(try Baseline(reading: Array(text.utf8)).entries.isEmpty)
    }

    @Test(
        "A file that is no baseline is refused",
        arguments: [
            ("", 0), ("[]", 0), ("{\"version\":2,\"fingerprints\":[]}", 11), ("{\"version\":1}", 0),
            ("{\"version\":1,\"fingerprints\":[{\"code\":\"KB1\"}]}", 29),
        ])
    func brokenBaseline(_ text: String, _ offset: Int) {
        let error = #expect(throws: Baseline.Error.self) { try Baseline(reading: Array(text.utf8)) }
        #expect(error?.offset == offset)
    }

    @Test("A summary counts what was found")
    func summary() {
        #expect(FindingSummary(SampleFindings.empty).text == "no findings in 3 files")
        #expect(
            FindingSummary(SampleFindings.set()).text
                == "3 errors, 3 warnings and 3 notes in 120 files; 1 suppressed; 'kb validate --fix' resolves 1")
        #expect(
            FindingSummary(SampleFindings.compared).text
                == "1 new error and 1 new warning, 7 from before in 120 files; "
                + "1 suppressed; 'kb validate --fix' resolves 1")
    }

    @Test("GitHub gets ten annotations of a kind, new ones first, and the rest in the log")
    func manyAnnotations() {
        var set = FindingTests.set(Array(repeating: "##[bad", count: 13).joined(separator: "\n"), severity: .error)
        let last = set.findings.last
        set.markNew { $0.fingerprint == last?.fingerprint }
        let lines = rendered(set, as: .github).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error ") } == 10)
        #expect(lines.first?.contains("line=13,") == true)
        #expect(lines[10] == "::group::3 more errors, without annotations")
        #expect(lines[11] == "- a.md:10:4: this is bad [KB301 plain-wording]")
        #expect(lines.last == "::endgroup::")
    }

    @Test("SARIF results point to their rules, and paths are relative references")
    func sarif() throws {
        let log = try JSONReader.read(Array(rendered(SampleFindings.compared, as: .sarif).utf8))
        let run = try #require(log["runs"]?.sequence?.first)
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.sequence)
        let results = try #require(run["results"]?.sequence)
        #expect(Set(rules.map { $0["id"]?.text }).count == rules.count)
        for result in results {
            let index = try #require(Int(result["ruleIndex"]?.text ?? ""))
            #expect(rules[index]["id"]?.text == result["ruleId"]?.text)
            #expect(["error", "warning", "note"].contains(result["level"]?.text))
            #expect(["new", "unchanged"].contains(result["baselineState"]?.text))
            let place = try #require(result["locations"]?.sequence?.first?["physicalLocation"])
            let uri = try #require(place["artifactLocation"]?["uri"]?.text)
            #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") } && !uri.hasPrefix("/"))
        }
        #expect(results.count { $0["suppressions"] != nil } == 1)
    }
}
