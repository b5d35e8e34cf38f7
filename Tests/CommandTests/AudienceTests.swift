import TestSupport
import Testing

/// What is for some readers reaches no others, whichever way they look.
@Suite struct AudienceTests {
    private struct Base {
        let folder = TemporaryFolder()
        var path: String { folder.path + "/kb" }

        /// - Parameter text: Put at the end of an article for the public.
        init(_ text: String, fields: String = "", files: [String: String] = [:]) throws {
            try kb(["init", path, "--timezone", "America/New_York"], at: nil)
            let article = try folder.read("kb/articles/arriving-for-a-visit.md")
            try folder.write(
                article.replacing("\ntype:", with: "\n\(fields)type:") + text, to: "kb/articles/arriving-for-a-visit.md"
            )
            for (name, text) in files { try folder.write(text, to: "kb/" + name) }
        }

        @discardableResult
        func kb(_ arguments: [String], status: Int32 = 0, at index: String? = "full") throws -> String {
            let outcome = try Program.kb(arguments + (index.map { ["--index", folder.path + "/" + $0] } ?? [])).run()
            #expect(outcome.status == status, "\(arguments): \(outcome.error)")
            return outcome.output
        }

        /// Everything that the public can find of the article, from an index of all and from one for the public alone.
        func publicText() throws -> String {
            try kb(["build", "--root", path, "-o", folder.path + "/full"], at: nil)
            try kb(["build", "--root", path, "-o", folder.path + "/public", "--audience", "public"], at: nil)
            var text = try folder.read("public")
            for index in ["full", "public"] {
                for format in ["text", "json"] {
                    let reading = ["--format", format, "--audience", "public"]
                    text += try kb(["show", "arriving-for-a-visit"] + reading, at: index)
                    text += try kb(["search", "photo id"] + reading, at: index)
                    text += try kb(["list", "--format", format, "--audience", "public"], at: index)
                }
            }
            return text
        }
    }

    @Test(
        arguments: [
            "", "- ```\n  code\n  ```\n\n", "```x``` is shown\n\n", "````\n```\n````\n\n", "~~~\n```\n~~~\n\n",
            "    indented\n\n",
        ])
    func `A section block for agents is for agents, whatever stands before it`(_ before: String) throws {
        let base = try Base("\n## More\n\n\(before)::: {audience: [agents]}\nOnlyAgents.\n:::\n\nForAll.\n")
        let text = try base.publicText()
        #expect(text.contains("ForAll") && !text.contains("OnlyAgents") && !text.contains(":::"))
        #expect(try base.kb(["show", "arriving-for-a-visit", "--audience", "agents"]).contains("OnlyAgents"))
    }

    @Test func `An attachment for agents and a note to authors are not shown to the public`() throws {
        let base = try Base(
            "\n## More\n\n<!-- OnlyAuthors -->\nFor <!-- OnlyAuthors --> all.\n",
            fields: "attachments: [{file: assets/only-agents.txt, audience: [agents]}, {file: assets/all.txt}]\n",
            files: ["assets/only-agents.txt": "x", "assets/all.txt": "x"])
        let text = try base.publicText()
        #expect(text.contains("all.txt") && !text.contains("only-agents") && !text.contains("OnlyAuthors"))
    }

    @Test func `A fact of a block for agents is not in the index of the public`() throws {
        let facts =
            "facts:\n  visit.arrive-early: {label: Early, unit: minutes, owner: editors, values: [{value: 15}]}\n"
            + "  staff.code: {label: Code, owner: editors, values: [{value: OnlyAgents}]}\n"
        let base = try Base(
            "\n## More\n\n::: {audience: [agents]}\nThe code is {{fact:staff.code}}.\n:::\n",
            files: ["facts/general.yaml": facts])
        let text = try base.publicText()
        #expect(text.contains("15 minutes") && !text.contains("OnlyAgents") && !text.contains("staff.code"))
        #expect(try base.kb(["show", "arriving-for-a-visit", "--audience", "agents"]).contains("OnlyAgents"))
    }

    @Test func `An article for agents is neither found, shown, listed nor suggested`() throws {
        let hidden =
            "---\nid: only-agents\ntitle: OnlyAgents\nowner: editors\naudience: [agents]\ncategory: general\n"
            + "answer: OnlyAgents bring a photo id.\nreview: {last: 2026-11-01, every: 365d}\n---\nOnlyAgents.\n"
        let base = try Base("", files: ["articles/only-agents.md": hidden])
        let text = try base.publicText()
        #expect(!text.contains("OnlyAgents") && !text.contains("only-agents"))
        let outcome = try Program.kb([
            "show", "only-agent", "--audience", "public", "--index", base.folder.path + "/full",
        ]).run()
        #expect(outcome.status == 1 && !outcome.error.contains("only-agents"), "\(outcome.error)")
        #expect(try base.kb(["show", "only-agents", "--audience", "agents"]).contains("OnlyAgents"))
    }

    @Test func `A link to what is for agents is an error, and when it is borne it leads nobody there`() throws {
        let hidden =
            "---\nid: only-agents\ntitle: Desk\nowner: editors\naudience: [agents]\ncategory: general\nanswer: Desk.\n"
            + "review: {last: 2026-11-01, every: 365d}\n---\nThe desk.\n"
        let files = ["articles/only-agents.md": hidden]
        let refused = try Base("\n## More\n\nSee [the desk](kb:only-agents).\n", files: files)
        try refused.kb(["build", "--root", refused.path, "-o", refused.folder.path + "/full"], status: 1, at: nil)
        let borne = try Base(
            "\n## More\n\n<!-- kb-ignore KB211: moves next week -->\nSee [the desk](kb:only-agents).\n", files: files)
        try borne.kb(
            ["build", "--root", borne.path, "-o", borne.folder.path + "/public", "--audience", "public"], at: nil)
        let shown = try borne.kb(["show", "arriving-for-a-visit"], at: "public")
        #expect(shown.contains("See the desk.") && !shown.contains("only-agents"))
        #expect(try !borne.folder.read("public").contains("only-agents"))
    }

    @Test func `A block that applies to others is left out, and one that may apply says so`() throws {
        let base = try Base("\n## More\n\n::: {applies: {urgency: urgent}}\nOnlyUrgent.\n:::\n")
        _ = try base.publicText()
        #expect(
            !(try base.kb(["show", "arriving-for-a-visit", "--context", "urgency=routine"]).contains("OnlyUrgent")))
        let open = try base.kb(["show", "arriving-for-a-visit"])
        #expect(open.contains("OnlyUrgent") && open.contains("Only if"))
    }

    @Test func `A fact for some callers is told beside that for all while the caller is not known`() throws {
        let facts =
            "facts:\n  visit.arrive-early: {label: Early, unit: minutes, owner: editors, "
            + "values: [{value: 45, applies: {urgency: routine}}, {value: 15}]}\n"
        let base = try Base("", files: ["facts/general.yaml": facts])
        #expect(try base.publicText().contains("45 or 15 minutes"))
        #expect(try base.kb(["show", "arriving-for-a-visit", "--context", "urgency=routine"]).contains("45 minutes"))
        #expect(try base.kb(["show", "arriving-for-a-visit", "--context", "urgency=urgent"]).contains("15 minutes"))
    }
}
