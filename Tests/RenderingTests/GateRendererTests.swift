import Approvals
import Content
import Presentation
import Rendering
import Testing
import Time

@Suite struct GateRendererTests {
    private static let hostile = "\u{1B}[2J<b>@team</b> | ::error::x #1\u{202E}"

    private func report() -> GateReport {
        func version(_ digit: Character) -> Change.Version {
            Change.Version(
                content: ContentName(
                    blob: String(repeating: digit, count: 40), digest: String(repeating: digit, count: 64)),
                kind: "article", risk: .high, id: "mri", title: Self.hostile)
        }
        let change = Change(path: "articles/a\u{1B}b.md", before: version("a"), after: version("b"))
        var missing = Requirement(
            change: change, need: .approvals(role: "approver", count: 2, ratifyWithin: nil), state: .missing,
            authors: Authors(persons: ["ann"], hasUnknown: true))
        missing.candidates = ["ben", "cara"]
        missing.rejections = [Rejection(path: "approvals/x.signed", person: "eve", reason: .otherContent)]
        let plain = Change(path: "alerts/storm.yaml", before: nil, after: version("c"))
        var owed = Requirement(
            change: plain, need: .approvals(role: "duty", count: 1, ratifyWithin: Period("24h")), state: .owed,
            authors: Authors(persons: ["ann"]))
        owed.owedUntil = Instant(seconds: 1_780_086_400)
        owed.candidates = ["ben"]
        return GateReport(
            [
                .init(owed, Importance(scenarios: 0, risk: nil, reach: 0)),
                .init(missing, Importance(scenarios: 2, risk: .high, reach: 1)),
            ],
            findings: FindingSet([], fileCount: 1, source: { _ in nil }), zone: .utc, base: "main", head: "HEAD",
            commits: (nil, String(repeating: "d", count: 40)), names: ["ben": "Ben \(Self.hostile)"])
    }

    private func text(_ format: GateFormat) -> String {
        var text = ""
        format.render(report(), width: 80, palette: .plain, to: &text)
        return text
    }

    @Test(arguments: GateFormat.allCases)
    func `Nothing from content reaches a terminal or a forge as more than text`(format: GateFormat) {
        let text = text(format)
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        if format == .markdown { #expect(!text.contains("<b>") && !text.contains("@team")) }
        if format == .github {
            #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") })
        }
    }

    @Test func `Lines fit 80 columns, and what is missing stands before what is owed`() {
        let lines = text(.text).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.first?.hasPrefix("missing: articles/a") == true)
        #expect(lines.contains { $0.hasPrefix("owed: alerts/storm.yaml: create of mri") })
        let joined = lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
        #expect(
            joined.contains("needs 2 approvals as 'approver' (one more, because a commit is signed by nobody known)"))
        #expect(joined.contains("does not count: eve, because the content was changed after it (approvals/x.signed)"))
        #expect(joined.contains("by 2026-05-29T20:26:40Z, may approve: Ben"))
    }

    @Test func `A comment never outgrows what a forge takes`() {
        let entry = report().entries[0]
        let many = GateReport(
            [GateReport.Entry](repeating: entry, count: 2000),
            findings: FindingSet([], fileCount: 1, source: { _ in nil }), zone: .utc, base: "main", head: "HEAD",
            commits: (nil, String(repeating: "d", count: 40)), names: [:])
        var text = ""
        GateMarkdownRenderer().render(many, to: &text)
        #expect(text.utf8.count < 65_536 && text.contains("more; `kb gate` lists them all."))
    }
}
