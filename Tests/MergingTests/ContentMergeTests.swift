import Content
import Merging
import Testing

@Suite struct ContentMergeTests {
    private static let base = """
        ---
        id: mri            # never changes
        title: MRI
        answer: Call first.
        questions:
          - One?
          - Two?
        owner: editors
        # Until the audit.
        risk: high
        review: {last: 2026-01-01, every: 90d}
        topics: [mri, ct]
        ---
        ## Food

        Eat nothing for four hours.

        ## Metal

        Leave keys at home.

        """

    private func merge(
        _ ours: [(String, String)], _ theirs: [(String, String)], base: String = base, path: String = "articles/a.md"
    ) -> (text: String, conflicts: [String]) {
        func edited(_ edits: [(String, String)]) -> [UInt8] {
            var text = base
            for (old, new) in edits {
                #expect(text.contains(old))
                text = text.replacing(old, with: new)
            }
            return Array(text.utf8)
        }
        let merge = ContentMerge(path: path, base: Array(base.utf8), ours: edited(ours), theirs: edited(theirs))
        return (String(decoding: merge.bytes, as: UTF8.self), merge.conflicts)
    }

    /// What both sides did, where nobody need say anything.
    private func expectClean(
        _ ours: [(String, String)], _ theirs: [(String, String)], _ both: [(String, String)],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var expected = Self.base
        for (old, new) in both { expected = expected.replacing(old, with: new) }
        let merged = merge(ours, theirs)
        #expect(merged.conflicts == [] && merged.text == expected, sourceLocation: sourceLocation)
    }

    @Test func `Fields next to each other are merged, and comments and layout stay`() {
        expectClean(
            [("owner: editors", "owner: imaging"), ("title: MRI\n", "title: MRI scans # ours\n")],
            [("risk: high", "risk: low"), ("answer: Call first.", "answer: Call the desk first.")],
            [
                ("owner: editors", "owner: imaging"), ("title: MRI\n", "title: MRI scans # ours\n"),
                ("risk: high", "risk: low"), ("answer: Call first.", "answer: Call the desk first."),
            ])
    }

    @Test func `Both sides may add fields and members of a list, and change parts of a mapping`() {
        expectClean(
            [
                ("  - Two?\n", "  - Two?\n  - Ours?\n"), ("last: 2026-01-01", "last: 2026-06-01"),
                ("[mri, ct]", "[mri, ct, pet]"),
            ],
            [("  - Two?\n", "  - Two?\n  - Theirs?\n"), ("every: 90d", "every: 30d"), ("[mri, ct]", "[mri, us]")],
            [
                ("  - Two?\n", "  - Two?\n  - Ours?\n  - Theirs?\n"), ("last: 2026-01-01", "last: 2026-06-01"),
                ("every: 90d", "every: 30d"), ("[mri, ct]", "[mri, pet, us]"),
            ])
        expectClean(
            [("owner: editors\n", "owner: editors\nkeywords: [x]\n")], [("title: MRI\n", "title: MRI\nsay: Hello.\n")],
            [("owner: editors\n", "owner: editors\nkeywords: [x]\n"), ("title: MRI\n", "title: MRI\nsay: Hello.\n")])
    }

    @Test func `A field that both changed is a conflict of that field alone`() {
        let merged = merge(
            [("owner: editors", "owner: ours"), ("risk: high", "risk: low")], [("owner: editors", "owner: theirs")])
        #expect(merged.conflicts == ["owner"])
        #expect(
            merged.text.contains(
                "<<<<<<< ours\nowner: ours\n=======\nowner: theirs\n>>>>>>> theirs\n# Until the audit.\nrisk: low\n"))
    }

    @Test func `A field that one removed and the other changed is a conflict`() {
        let merged = merge([("owner: editors\n", "")], [("owner: editors", "owner: theirs")])
        #expect(merged.conflicts == ["owner"])
        #expect(merged.text.contains("<<<<<<< ours\n=======\nowner: theirs\n>>>>>>> theirs\n"))
        expectClean(
            [("owner: editors\n", "")], [("risk: high", "risk: low")],
            [("owner: editors\n", ""), ("risk: high", "risk: low")])
    }

    @Test func `Prose is merged by paragraph, whoever wraps its lines`() {
        expectClean(
            [("four hours", "six hours")], [("Leave keys at home.", "Leave keys and cards at home.")],
            [("four hours", "six hours"), ("Leave keys at home.", "Leave keys and cards at home.")])
        expectClean(
            [("nothing for four", "nothing\nfor four")], [("four hours", "six hours")], [("four hours", "six hours")])
        let merged = merge([("four hours", "six hours")], [("four hours", "two hours")])
        #expect(merged.conflicts == ["text"])
        #expect(merged.text.contains(">>>>>>> theirs\n\n## Metal"))
    }

    @Test func `A comment of one side and a value of the other both stay, or both are shown`() {
        expectClean(
            [("# Until the audit.", "# Until May.")], [("risk: high", "risk: low")],
            [("# Until the audit.", "# Until May."), ("risk: high", "risk: low")])
        let merged = merge(
            [("id: mri            # never changes", "id: mri # ours")],
            [("id: mri            # never", "id: ct            # never")])
        #expect(merged.conflicts == ["id"])
        #expect(merged.text.contains("# ours") && merged.text.contains("id: ct"))
    }

    private static let workflow = """
        id: w
        start: a
        steps:
          a:
            ask: A?
            next: {yes: b, no: c}
          b:
            when:
              - {if: {payer: x}, go: c}
              - {else: d}
          c: {outcome: C.}
          d: {outcome: D.}

        """

    @Test func `Steps of a workflow are merged by name and field`() {
        func merge(_ ours: [(String, String)], _ theirs: [(String, String)]) -> (text: String, conflicts: [String]) {
            self.merge(ours, theirs, base: Self.workflow, path: "workflows/w.yaml")
        }
        let merged = merge(
            [("no: c}", "no: d}"), ("outcome: C.", "outcome: Ours.")],
            [("yes: b", "yes: c"), ("  d: {outcome: D.}\n", "  d: {outcome: D.}\n  e: {outcome: E.}\n")])
        #expect(merged.conflicts == [])
        #expect(
            merged.text
                == Self.workflow.replacing("{yes: b, no: c}", with: "{yes: c, no: d}").replacing(
                    "outcome: C.", with: "outcome: Ours."
                ) + "  e: {outcome: E.}\n")
        // First match: where two new entries stand, a person must say.
        let entry = "      - {else: d}\n"
        let ordered = merge(
            [(entry, "      - {if: {payer: y}, go: c}\n" + entry)],
            [(entry, "      - {if: {payer: z}, go: d}\n" + entry)])
        #expect(ordered.conflicts == ["steps.b.when"])
    }

    @Test func `A list of mappings is merged within its members`() {
        let base =
            "questions:\n  - ask: A?\n    audience: x\n    expect: {first: a}\n  - ask: B?\n    expect: {first: b}\n"
        let merged = merge(
            [("audience: x", "audience: y")], [("first: a}", "first: c}")], base: base, path: "tests/t.yaml")
        #expect(merged.conflicts == [])
        #expect(
            merged.text == base.replacing("audience: x", with: "audience: y").replacing("first: a}", with: "first: c}"))
    }

    @Test func `What cannot be read, or means something elsewhere, is merged by lines`() {
        let broken = "id: [a\nx: 1\ny: 2\nz: 3\n"
        let lines = merge([("x: 1", "x: 5")], [("z: 3", "z: 6")], base: broken, path: "alerts/a.yaml")
        #expect(lines.conflicts == [] && lines.text == "id: [a\nx: 5\ny: 2\nz: 6\n")
        let aliased = "a: &x 1\nb: *x\nc: 3\n"
        let kept = merge([("a: &x 1", "a: &x 2")], [("c: 3", "c: 4")], base: aliased, path: "alerts/a.yaml")
        #expect(kept.conflicts == [] && kept.text == "a: &x 2\nb: *x\nc: 4\n")
        let other = merge([("x: 1", "x: 5")], [("x: 1", "x: 6")], base: broken, path: "Makefile")
        #expect(other.conflicts == ["text"])
        #expect(other.text == "id: [a\n<<<<<<< ours\nx: 5\n=======\nx: 6\n>>>>>>> theirs\ny: 2\nz: 3\n")
    }

    @Test(arguments: [true, false])
    func `Which side is ours makes no difference to what is merged`(_ isSwapped: Bool) {
        let base = Self.base.replacing("\n", with: "\r\n")
        let first = [("owner: editors", "owner: imaging"), ("four hours", "six hours")]
        let second = [("risk: high", "risk: low"), ("home.", "home, please.")]
        let merged = merge(isSwapped ? second : first, isSwapped ? first : second, base: base)
        #expect(merged.conflicts == [])
        var expected = base
        for (old, new) in first + second { expected = expected.replacing(old, with: new) }
        #expect(merged.text == expected)
    }

    @Test func `Two files that were added under one name are merged as far as they agree`() {
        let ours = Self.base.replacing("risk: high", with: "risk: low").replacing("[mri, ct]", with: "[mri]")
        let merge = ContentMerge(
            path: "articles/a.md", base: [], ours: Array(ours.utf8),
            theirs: Array(Self.base.replacing("title: MRI\n", with: "title: MRI\nsay: Hello.\n").utf8))
        let text = String(decoding: merge.bytes, as: UTF8.self)
        #expect(merge.conflicts == ["risk", "topics"])
        #expect(text.contains("title: MRI\nsay: Hello.\n"))
        #expect(text.contains("=======\n# Until the audit.\nrisk: high\n>>>>>>>"))
    }
}
