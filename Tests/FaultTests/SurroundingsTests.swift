import TestSupport
import Testing

/// The machine's clock, zone and language decide nothing that is kept.
@Suite struct SurroundingsTests {
    private static let surroundings: [[String: String]] = [
        ["TZ": "Asia/Kolkata"], ["TZ": "America/New_York", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"],
        ["TZ": ":/nonexistent"], ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "C"], ["TZ": "", "TZDIR": "/nonexistent"],
        ["LANGUAGE": "de", "HOME": "/nonexistent", "COLUMNS": "20", "CLICOLOR_FORCE": "1"],
    ]

    @Test func `The same content builds the same bytes anywhere and at any time`() throws {
        let base = try BuiltBase(Self.alert(from: "2026-03-08T01:30", until: "2026-03-08T03:30"))
        let bytes = try TestFile.read(base.index)
        for variables in Self.surroundings {
            #expect(try base.run(["build"], variables).status == 0)
            #expect(try TestFile.read(base.index) == bytes, "\(variables)")
        }
        for moment in [
            "2024-06-04", "2026-03-08T03:00", "2026-11-01T01:30-05:00", "2106-02-07T06:28:16Z", "2024-06-30",
        ] {
            let outcome = try base.run(["build", "--at", moment])
            #expect(outcome.status == 0, "\(outcome)")
            #expect(try TestFile.read(base.index) == bytes, "\(moment)")
        }
    }

    @Test func `Answers are the same in every zone and language`() throws {
        let base = try BuiltBase(Self.alert(from: "2026-03-08T01:30", until: "2026-03-08T03:30"))
        for arguments in [
            ["search", "park", "--at", "2026-03-08T03:15", "--format", "json"],
            ["list", "--at", "2026-03-08", "--index", base.index, "--format", "json"],
            ["validate", "--at", "2026-03-08", "--format", "json"],
        ] {
            let usual = try base.run(arguments)
            #expect(usual.status == 0)
            for variables in Self.surroundings {
                let outcome = try base.run(arguments, variables)
                #expect(outcome.output == usual.output && outcome.status == usual.status, "\(variables)")
            }
        }
    }

    @Test(arguments: [
        // Two hours on the clock, one in truth.
        ("2026-03-08T01:30", "2026-03-08T03:30", "2026-03-08T01:29:59", false),
        ("2026-03-08T01:30", "2026-03-08T03:30", "2026-03-08T01:30", true),
        ("2026-03-08T01:30", "2026-03-08T03:30", "2026-03-08T07:29:59Z", true),
        ("2026-03-08T01:30", "2026-03-08T03:30", "2026-03-08T03:30", false),
        // From the first half past one of the night to the second.
        ("2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00", "2026-11-01T01:29:59-04:00", false),
        ("2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00", "2026-11-01T01:45-04:00", true),
        ("2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00", "2026-11-01T01:15-05:00", true),
        ("2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00", "2026-11-01T01:30-05:00", false),
        // Whole days of 23 and 25 hours.
        ("2026-03-08", "2026-03-09", "2026-03-09T03:59:59Z", true),
        ("2026-03-08", "2026-03-09", "2026-03-09T04:00Z", false),
        ("2026-11-01", "2026-11-02", "2026-11-02T04:59:59Z", true),
        ("2026-11-01", "2026-11-02", "2026-11-02T05:00Z", false),
        // 29 February, and beyond 32 bits of seconds.
        ("2028-02-29", "2028-03-01", "2028-02-29T23:59", true), ("2028-02-29", "2028-03-01", "2028-03-01", false),
        ("2106-02-07", "2106-02-08", "2106-02-07T12:00", true), ("2106-02-07", "2106-02-08", "1970-01-01", false),
    ])
    func `An alert is judged by its own clock`(_ from: String, _ until: String, _ at: String, _ isShown: Bool) throws {
        let base = try BuiltBase(Self.alert(from: from, until: until))
        let outcome = try base.run(["search", "park", "--at", at], ["TZ": "Asia/Kolkata"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("side door") == isShown, "\(outcome)")
    }

    @Test func `An alert that has ended since the index was built is not shown`() throws {
        let base = try BuiltBase(Self.alert(from: "2026-03-08T01:30", until: "2026-03-08T03:30"))
        #expect(try base.run(["build", "--at", "2026-03-08T01:45"]).status == 0)
        for variables in Self.surroundings {
            // The index brings its time zone with it.
            let during = try base.run(["search", "park", "--at", "2026-03-08T03:29:59"], variables)
            let after = try base.run(["search", "park", "--at", "2026-03-08T03:30"], variables)
            #expect(during.output.contains("side door") && !after.output.contains("side door"), "\(variables)")
        }
    }

    @Test(arguments: ["2026-03-08T02:30", "2026-11-01T01:30"])
    func `A time that the clock skips or shows twice is not guessed`(_ at: String) throws {
        let base = try BuiltBase(Self.alert(from: "2026-03-08", until: "2026-03-09"))
        for command in [["search", "park"], ["build"], ["validate"], ["list"]] {
            let outcome = try base.run(command + ["--at", at])
            #expect(outcome.status == 2 && outcome.sentence.contains("where the clock changes"), "\(outcome)")
        }
    }

    /// A knowledge base of New York with an alert beside its parking.
    private static func alert(from: String, until: String) -> [String: String] {
        let settings = SmallBase.files["kb.yaml"]!.replacing(SmallBase.noonZone, with: "America/New_York")
        let alert = """
            id: lift
            type: alert
            title: The lift is out of order
            owner: editors
            audience: [public]
            from: \(from)
            until: \(until)
            message: Send patients to the side door.
            targets: {articles: [parking]}

            """
        return ["kb.yaml": settings, "alerts/lift.yaml": alert]
    }
}
