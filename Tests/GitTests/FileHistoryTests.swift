import Git
import Testing

/// What commits did to a file whose first line names it.
@Suite struct FileHistoryTests {
    private func history(
        _ fixture: Fixture, _ path: String, _ folder: String = "", from name: String = "HEAD"
    ) throws -> (lines: [String], isCut: Bool, isMissingFiles: Bool) {
        let repository = try fixture.open(folder)
        var history = try FileHistory(
            of: path, knownBy: "x", from: repository.resolve(name), in: repository, bounds: repository.historyBounds()
        ) { _, bytes, _ in bytes.starts(with: "x\n".utf8) ? ["x"] : nil }
        var lines: [String] = []
        while history.isUnfinished {
            guard let version = try history.step() else { continue }
            let before = version.before.map(\.path).joined(separator: " ")
            let subject = try repository.commit(version.commit).summary
            lines.append("\(subject): \(version.file?.path ?? "-") < \(before.isEmpty ? "-" : before)")
        }
        return (lines, !history.cuts.isEmpty, history.isMissingFiles)
    }

    /// Each commit is a second younger than the one before, so that their order is certain.
    private static let clock = """
        T=1700000000; commit() { T=$((T + 1)); export GIT_AUTHOR_DATE="$T +0000" GIT_COMMITTER_DATE="$T +0000"
        git add -A; git commit -q --allow-empty -m "$1"; }
        merge() { T=$((T + 1)); export GIT_COMMITTER_DATE="$T +0000" GIT_AUTHOR_DATE="$T +0000"; git merge -q "$@"; }

        """

    private func fixture(_ script: String) throws -> Fixture { try Fixture(FileHistoryTests.clock + script) }

    @Test func `A file is followed over renames with and without changes, and past other files of its names`() throws {
        let fixture = try fixture(
            """
            mkdir a b; printf 'x\\n1' > a/one; printf 'y\\n' > b/other; commit add
            git mv a/one b/one; commit move
            git mv b/one b/two; printf 'x\\nquite another text' > b/two; commit 'move and change'
            printf 'y\\n1' > b/one; commit unrelated
            git mv b/two c; git mv b/one b/two; git mv c b/one; commit swap
            """)
        let found = try history(fixture, "b/one")
        #expect(
            found.lines == [
                "swap: b/one < b/two", "move and change: b/two < b/one", "move: b/one < a/one", "add: a/one < -",
            ])
    }

    @Test func `Of a merge the side that has the same file is followed, and both where neither has`() throws {
        let fixture = try fixture(
            """
            printf 'x\\n1\\n2\\n3\\n4\\n5\\n6\\n7\\n' > f; echo > g; commit add
            git switch -q -c side; sed -i s/1/one/ f; commit 'side changes f'
            git switch -q main; echo more > g; commit 'main changes g'; merge side -m 'merge of one side'
            git switch -q -c both; sed -i s/2/two/ f; commit 'branch changes f'
            git switch -q main; sed -i s/7/seven/ f; commit 'main changes f'; merge both -m 'merge of both'
            """)
        #expect(
            try history(fixture, "f").lines == [
                "merge of both: f < f f", "main changes f: f < f", "branch changes f: f < f", "side changes f: f < f",
                "add: f < -",
            ])
    }

    @Test func `What was removed and came back is told, and so is what is gone`() throws {
        let fixture = try fixture(
            """
            printf 'x\\n' > f; commit add; echo > g; commit other; git rm -q f; commit remove
            echo more > g; commit another; git checkout -q HEAD~2 f; commit restore; git rm -q f; commit 'remove again'
            """)
        #expect(
            try history(fixture, "f").lines == ["remove again: - < f", "restore: f < -", "remove: - < f", "add: f < -"])
        #expect(try history(fixture, "never").lines.isEmpty)
    }

    @Test func `A shallow history ends where it is cut, and nothing is said to have begun there`() throws {
        let fixture = try fixture(
            """
            printf 'x\\n1' > f; commit add; printf 'x\\n2' > f; commit change; printf 'x\\n3' > f; commit 'change again'
            git clone -q --depth 2 file://$PWD shallow
            """)
        let found = try history(fixture, "f", "shallow")
        #expect(found.lines == ["change again: f < f"])
        #expect(found.isCut)
    }

    @Test func `A partial clone tells what its trees tell`() throws {
        let fixture = try fixture(
            """
            printf 'x\\n1' > f; commit add; git mv f g; printf 'x\\nchanged' > g; commit move
            printf 'x\\n2' > g; commit change; git config uploadpack.allowFilter true
            git clone -q --filter=blob:none file://$PWD partial
            """)
        let found = try history(fixture, "g", "partial")
        #expect(found.lines == ["change: g < g", "move: g < -"])
        #expect(found.isMissingFiles)
    }

    @Test func `Forged times, broken trees and broken commits are read without harm`() throws {
        let fixture = try fixture(
            """
            printf 'x\\n1' > f; commit add; printf 'x\\n2' > f; commit change
            make() { git hash-object -t "$1" -w --stdin --literally; }
            git cat-file commit HEAD | sed 's/> [0-9]* /> 9223372036854775807 /' | make commit > late
            git tag late $(cat late)
            printf '100644 f\\0short' | make tree > tree
            for time in 1 99999999999999999999; do
            printf 'tree %s\\nparent %s\\nauthor A <a> 1 +0000\\ncommitter A <a> %s +0000\\n\\nm' \\
                $(cat tree) $(git rev-parse HEAD) $time | make commit > .git/refs/tags/cut-$time
            done
            """)
        let repository = try fixture.open()
        #expect(try repository.commit(repository.resolve("late")).committer.seconds == 253_402_300_799)
        for (name, lines) in [
            ("late", ["change: f < f", "add: f < -"]), ("cut-1", ["m: - < f", "change: f < f", "add: f < -"]),
        ] {
            #expect(try history(fixture, "f", from: name).lines == lines, "\(name)")
        }
        let forged = message { _ = try history(fixture, "f", from: "cut-99999999999999999999") }
        #expect(forged.contains("invalid Unix timestamp"), "\(forged)")
    }

    @Test func `Replaced objects and grafts are told, and not applied`() throws {
        let fixture = try fixture(
            """
            printf 'x\\n1' > f; commit add; printf 'x\\n2' > f; commit change
            git replace --graft HEAD
            """)
        #expect(try history(fixture, "f").lines == ["change: f < f", "add: f < -"])
        let bounds = try fixture.open().historyBounds()
        #expect(bounds.replacements == 1)
        #expect(bounds.notes.count == 1)
        try fixture.run(
            "git replace -d $(git replace -l) > /dev/null; mkdir -p .git/info; git rev-parse HEAD > .git/info/grafts")
        #expect(try history(fixture, "f").lines == ["change: f < f", "add: f < -"])
        #expect(try fixture.open().historyBounds().notes.first?.contains("grafts") == true)
    }

    @Test func `A branch that was rewritten on the other side is told`() throws {
        let fixture = try fixture(
            """
            printf 'x\\n1' > f; commit add; printf 'x\\n2' > f; commit change; git clone -q file://$PWD clone
            git commit -q --amend -m 'change otherwise'; git -C clone fetch -q; git -C clone reset -q --hard origin/main
            """)
        let repository = try fixture.open("clone")
        let bounds = try repository.historyBounds()
        #expect(bounds.forcedUpdates.map(\.branch) == ["origin/main"])
        #expect(bounds.notes.count == 1 && bounds.notes[0].contains("The history of origin/main was rewritten"))
        #expect(try history(fixture, "f", "clone").lines == ["change otherwise: f < f", "add: f < -"])
        #expect(try fixture.open().historyBounds().notes.isEmpty)
    }

    @Test func `The last commit by a moment is found on the first parents of a branch`() throws {
        let fixture = try fixture(
            """
            commit one; git switch -q -c side; commit side; git switch -q main; commit two
            merge --no-ff side -m merged; git tag tip
            """)
        let repository = try fixture.open()
        func subject(_ seconds: Int) throws -> String? {
            try repository.commit(madeBy: seconds, on: repository.headCommit).map { try repository.commit($0).summary }
        }
        #expect(try subject(1_700_000_000) == nil)
        #expect(try subject(1_700_000_002) == "one")
        #expect(try subject(1_700_000_003) == "two")
        #expect(try subject(1_800_000_000) == "merged")
        #expect(try repository.isAncestor(repository.resolve("side"), of: repository.resolve("tip")))
        #expect(try !repository.isAncestor(repository.resolve("tip"), of: repository.resolve("side")))
    }
}
