import Diagnostics
import Rendering

/// One set of findings for all formats, with everything that content can do to a report.
enum SampleFindings {
    static let unknownStep = RuleID("KB203", "unknown-step")
    static let wording = RuleID("KB301", "plain-wording")
    static let review = RuleID("KB401", "review-due")

    static let tool = ToolDescription(
        name: "kb", version: "1.0.0", url: "https://kb.example/",
        rules: [
            RuleDescription(
                id: unknownStep, severity: .error, summary: "Every 'next' names a step of its workflow.",
                why: "An agent who gets there has no next question and ends the call.", url: url(of: unknownStep))
        ])

    static let files: [String: String] = [
        "workflows/telehealth.yaml":
            "id: telehealth\r\nsteps:\r\n  start:\r\n    ask: Which device?\r\n    next: {phone: devcie, laptop: device}\r\n"
            + "  device:\r\n    ask: Is it charged?\r\n",
        "articles/hostile\u{1B}[31m, a:b%.md":
            "# Réfèrral \u{1B}]0;pwned\u{7}\tfor\u{202E} MRI 👩‍👩‍👧 日本語 text\n\nlast line without an end",
        "articles/long.md":
            "# Long\n\n" + String(repeating: "word ", count: 60) + "FAULT" + String(repeating: " more", count: 60)
            + "\n",
        "articles/empty.md": "",
    ]

    static func url(of rule: RuleID) -> String { "https://kb.example/rules#\(rule.code)" }

    static func set(at: String? = "2026-09-01", base: String? = nil) -> FindingSet {
        FindingSet(
            diagnostics, suppressed: [suppressed], fileCount: 120, at: at, base: base,
            source: { path in files[path].map { SourceFile(path: path, text: $0) } }, documentation: { url(of: $0) })
    }

    static let empty = FindingSet([], fileCount: 3, source: { _ in nil })

    static var compared: FindingSet {
        var set = set(base: "main")
        set.markNew { $0.diagnostic.location.path.hasPrefix("workflows/") }
        return set
    }

    static let diagnostics: [Diagnostic] = {
        let workflow = "workflows/telehealth.yaml"
        let hostile = "articles/hostile\u{1B}[31m, a:b%.md"
        var step = finding(unknownStep, .error, place("devcie", in: workflow), "the workflow has no step 'devcie'")
        step.help = "did you mean 'device'?"
        step.item = "telehealth"
        step.pointer = "/steps/start/next/phone"
        step.fixes = [
            Fix("write 'device'", edits: [TextEdit(place("devcie", in: workflow), replacement: "device")]),
            Fix(
                "rename the step in two files",
                edits: [
                    TextEdit(place("  device:", in: workflow), replacement: "  devcie:"),
                    TextEdit(place("FAULT", in: "articles/long.md"), replacement: "\u{1B}"),
                ]),
        ]
        step.related = [
            Diagnostic.Related(place("device:", in: workflow), "a step with a similar name"),
            Diagnostic.Related(place("# Long", in: "articles/long.md"), "the article that leads here"),
        ]
        return [
            step,
            finding(review, .warning, place("id: telehealth", in: workflow, through: "steps:"), "nobody reviewed this"),
            finding(
                wording, .error, place("\u{1B}]0;pwned\u{7}", in: hostile),
                "::error::100% \u{1B}[2J\r\n##[group] ]]> & <b> \"it\"\u{2028} [click](https://evil.example)"),
            finding(wording, .warning, place("日本語", in: hostile), "these characters are wide"),
            finding(wording, .note, place("for\u{202E}", in: hostile, through: "👩‍👩‍👧"), "this text is turned around"),
            finding(wording, .note, end(of: hostile), "a line break is missing at the end"),
            finding(wording, .warning, place("FAULT", in: "articles/long.md"), "this line is very long"),
            finding(review, .error, end(of: "articles/empty.md"), "the file is empty"),
            finding(review, .note, Location(path: "kb.yaml", range: 0..<0), "there is no 'kb.yaml'"),
        ].map { $0 as Diagnostic }.shuffled()
    }()

    static let suppressed = finding(
        wording, .warning, place("# Long", in: "articles/long.md"), "this title says nothing")

    /// Where a text first stands; up to the end of a second one, if given.
    static func place(_ text: String, in path: String, through last: String? = nil) -> Location {
        let bytes = Array(files[path]!.utf8)
        let start = bytes.firstRange(of: Array(text.utf8))!
        let end = last.map { bytes.firstRange(of: Array($0.utf8))! } ?? start
        return Location(path: path, range: start.lowerBound..<end.upperBound)
    }

    private static func end(of path: String) -> Location {
        let end = files[path]!.utf8.count
        return Location(path: path, range: end..<end)
    }

    private static func finding(
        _ rule: RuleID, _ severity: Severity, _ location: Location, _ message: String
    ) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, location: location, message: message,
            help: "say it as you would to somebody who calls for the first time, and leave out what they need not know")
    }
}
