import TestSupport
import Testing

/// A knowledge base as `kb init` lays it out, with a workflow of two questions.
struct VisitBase {
    let folder = TemporaryFolder()
    var path: String { folder.path + "/kb" }

    /// - Parameter scenarios: Entries of `scenarios:`.
    func lay(_ scenarios: String = "") throws {
        let outcome = try Program.kb(["init", path, "--timezone", "America/New_York"]).run()
        #expect(outcome.status == 0, "\(outcome.error)")
        let configuration = try folder.read("kb/kb.yaml")
        #expect(configuration.contains("urgency:"))
        try write("questions: []\n", to: "tests/general.yaml")
        try write(VisitBase.workflow(), to: "workflows/visit.yaml")
        let list = scenarios.isEmpty ? "scenarios: []\n" : "questions: []\nscenarios:\n" + scenarios
        try write(list, to: "tests/visit.yaml")
    }

    static func workflow(_ more: String = "category: general") -> String {
        """
        id: visit
        title: Book a visit
        owner: editors
        audience: [agents]
        \(more.hasPrefix("category") ? more : "category: general\n" + more)
        review: {last: 2026-11-01, every: 90d}
        fields: {age: {type: integer, min: 0, max: 120}}
        start: urgency
        steps:
          urgency: {ask: Is it urgent?, field: urgency, next: {urgent: nurse, routine: age}}
          age: {ask: How old is the patient?, field: age, next: {"< 18": guardian, ">= 18": book}}
          book: {outcome: Book the visit.}
          guardian: {outcome: Book with a guardian.}
          nurse: {outcome: Connect the nurse.}

        """
    }

    func write(_ text: String, to name: String) throws { try folder.write(text, to: "kb/" + name) }

    func kb(_ arguments: String..., status: Int32) throws -> Program.Outcome {
        let outcome = try Program.kb(arguments, in: path).run()
        #expect(outcome.status == status, "\(arguments): \(outcome.error)\(outcome.output)")
        return outcome
    }

    /// - Parameter branch: A name for what was committed before.
    func commit(keeping branch: String? = nil) throws {
        let script = """
            unset GIT_DIR GIT_WORK_TREE; export HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1
            test -d .git || git init -q -b main .
            \(branch.map { "git branch \($0)" } ?? "true")
            git add -A; git -c user.name=A -c user.email=a@example.org commit -q -m change
            """
        var program = Program("/bin/sh", ["-c", script])
        program.folder = path
        #expect(try program.run().status == 0)
    }
}
