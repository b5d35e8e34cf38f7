import Content
import Diagnostics
@testable import Editing
import Synchronization
import Testing
import Validation
import Time

/// Edits are judged by whole files: what is not named in a change stays byte for byte.
@Suite struct EditingTests {
    private func editor(_ files: [String: String]) async throws -> (ItemEditor, [String: String]) {
        let all = RuleExample.base.merging(files) { _, own in own }
        let result = try await Validator(MemorySource(all), options: .init(now: Instant(seconds: 1_788_000_000))).run()
        return (ItemEditor(result.base), all)
    }

    private func texts(_ changes: [FileChange]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: changes.map { ($0.path, String(decoding: $0.new, as: UTF8.self)) })
    }

    private static let article = """
        ---
        # The garage, as asked for every day.
        id:   garage   # never changes
        title: 'Parking'
        owner: editors
        audience: [agents]
        related: [ arrival ]     # one
        category: visit
        review: {last: 2026-06-01, every: 180d}
        ---
        See [arrival](kb:arrival#at-the-desk), [again](<kb:arrival>) and kb:arrival.

        """

    @Test func `A rename follows every reference and leaves all else as it is`() async throws {
        let (editor, _) = try await editor(["articles/garage.md": Self.article])
        let changed = texts(try editor.renaming("arrival", to: "arriving"))
        #expect(
            changed["articles/garage.md"]
                == Self.article.replacing("[ arrival ]", with: "[ arriving ]")
                .replacing("(kb:arrival#", with: "(kb:arriving#").replacing("<kb:arrival>", with: "<kb:arriving>"))
        #expect(changed["articles/arrival.md"]?.hasPrefix("---\nid: arriving\naliases: [arrival]\n") == true)
    }

    private static func edition(_ id: String, _ fields: String) -> String {
        "---\nid: \(id)\n\(fields)title: Lifts\nowner: editors\naudience: [agents]\ncategory: visit\n"
            + "review: {last: 2026-06-01, every: 180d}\n---\nText.\n"
    }

    @Test func `A rename that was interrupted between two editions is finished by running it again`() async throws {
        let source = Self.edition("lifts", "")
        let hash = try #require(
            ContentHash.hashes(of: SourceFile(path: "articles/lifts.md", bytes: Array(source.utf8))).first)
        let (editor, _) = try await editor([
            "articles/lifts.md": source,
            "articles/spanish/lifts.md": Self.edition(
                "lifts", "language: es\ntranslation: {of: lifts, hash: \"\(hash)\"}\n"),
        ])
        let changes = try editor.renaming("lifts", to: "elevators")
        // The translation first: its source would otherwise be gone from what the old hash matches.
        #expect(changes.map(\.path) == ["articles/spanish/lifts.md", "articles/lifts.md"])
        let half = [changes[0].path: String(decoding: changes[0].new, as: UTF8.self), "articles/lifts.md": source]
        let (again, _) = try await self.editor(half)
        let rest = try again.renaming("lifts", to: "elevators").filter { $0.old != $0.new }
        #expect(rest == [changes[1]])
    }

    @Test func `Another item that has the old id as an alias is not taken for half of a rename`() async throws {
        let (editor, _) = try await editor([
            "articles/lifts.md": Self.edition("lifts", ""),
            "articles/elevators.md": Self.edition("elevators", "aliases: [lifts]\n"),
        ])
        #expect(throws: EditingError.takenID("elevators", by: "articles/elevators.md")) {
            try editor.renaming("lifts", to: "elevators")
        }
    }

    @Test func `A comment beside the id stays beside it`() async throws {
        let (editor, _) = try await editor(["articles/garage.md": Self.article])
        let changed = texts(try editor.renaming("garage", to: "car-park"))
        #expect(
            changed["articles/garage.md"]
                == Self.article.replacing(
                    "id:   garage   # never changes", with: "id:   car-park   # never changes\naliases: [garage]"))
    }

    @Test(arguments: [
        ("aliases: [old]", "aliases: [old, garage]"),
        ("aliases:\n  - old # was", "aliases:\n  - old # was\n  - garage"),
        ("aliases: []", "aliases: [garage]"),
    ])
    func `An alias joins those that are there`(_ before: String, _ after: String) async throws {
        let text = Self.article.replacing("related: [ arrival ]     # one", with: before)
        let (editor, _) = try await editor(["articles/garage.md": text])
        let changed = texts(try editor.renaming("garage", to: "car-park"))
        #expect(changed["articles/garage.md"]?.contains(after) == true)
    }

    @Test func `A file on one line and a file with CRLF keep their layout`() async throws {
        let flow =
            "{id: desk, type: team, title: Desk, owner: editors, audience: [agents], review: {every: 30d}, category: visit}\n"
        let (editor, _) = try await editor([
            "directory/desk.yaml": flow, "articles/garage.md": Self.article.replacing("\n", with: "\r\n"),
        ])
        #expect(
            texts(try editor.renaming("desk", to: "help-desk"))["directory/desk.yaml"]?.hasPrefix(
                "{id: help-desk, aliases: [desk], type") == true)
        let changed = texts(try editor.renaming("garage", to: "car-park"))["articles/garage.md"] ?? ""
        #expect(changed.contains("# never changes\r\naliases: [garage]\r\ntitle"))
        #expect(!changed.replacing("\r\n", with: "").contains("\n"))
    }

    @Test func `A rename that was interrupted is finished by running it again`() async throws {
        let (first, files) = try await editor(["articles/garage.md": Self.article])
        let changes = try first.renaming("arrival", to: "arriving")
        #expect(changes.first?.path == "articles/arrival.md")
        var halfDone = files
        halfDone[changes[0].path] = String(decoding: changes[0].new, as: UTF8.self)
        let (second, _) = try await editor(halfDone)
        #expect(texts(try second.renaming("arrival", to: "arriving")) == texts(Array(changes.dropFirst())))
    }

    @Test func `A rename is refused when it would not be right`() async throws {
        let (editor, _) = try await editor(["articles/garage.md": Self.article])
        #expect(throws: EditingError.takenID("arrival", by: "articles/arrival.md")) {
            try editor.renaming("garage", to: "arrival")
        }
        #expect(throws: EditingError.malformedID("Car Park")) { try editor.renaming("garage", to: "Car Park") }
        #expect(throws: EditingError.unknownItem("garag", suggestion: "did you mean 'garage'?")) {
            try editor.renaming("garag", to: "x")
        }
        #expect(throws: EditingError.sameName("garage")) { try editor.renaming("garage", to: "garage") }
    }

    @Test func `Retiring points references to the replacement and drops an anchor it does not have`() async throws {
        let (editor, _) = try await editor([
            "articles/garage.md": Self.article, "articles/new.md": RuleExample.articleText("id: new"),
        ])
        let retirement = try editor.retiring("arrival", replacedBy: "new")
        let changed = texts(retirement.changes)
        #expect(
            changed["articles/arrival.md"]?.hasPrefix("---\nid: arrival\nstatus: retired\nreplaced_by: new\n") == true)
        #expect(changed["articles/garage.md"]?.contains("See [arrival](kb:new), [again](<kb:new>)") == true)
        #expect(retirement.remaining.isEmpty)
    }

    @Test func `Retiring without a replacement lists what still names the item`() async throws {
        let (editor, _) = try await editor(["articles/garage.md": Self.article])
        let retirement = try editor.retiring("arrival", replacedBy: nil)
        #expect(retirement.changes.map(\.path) == ["articles/arrival.md"])
        #expect(retirement.remaining.map(\.path) == Array(repeating: "articles/garage.md", count: 3))
    }

    @Test func `Reassigning changes owners and no memberships`() async throws {
        let (editor, _) = try await editor(["articles/garage.md": Self.article])
        let changed = texts(try editor.reassigning("editors", to: "editor-1"))
        #expect(changed["people.yaml"] == nil)
        #expect(changed["facts/visit.yaml"]?.contains("owner: editor-1") == true)
        #expect(changed["articles/garage.md"] == Self.article.replacing("owner: editors", with: "owner: editor-1"))
        #expect(throws: EditingError.unknownOwner("nobody", suggestion: nil)) {
            try editor.reassigning("editors", to: "nobody")
        }
    }

    @Test func `A translation stays fresh over a rename that changes no word of its source`() async throws {
        let source = Self.article
        let hash = ContentHash.hashes(of: SourceFile(path: "articles/garage.md", text: source))[0]
        let translation = RuleExample.articleText("id: garage\nlanguage: es\ntranslation: {of: garage, hash: \(hash)}")
        let files = ["articles/garage.md": source, "articles/garage.es.md": translation]
        let (editor, _) = try await editor(files)
        let changed = texts(try editor.renaming("arrival", to: "arriving"))
        let new = ContentHash.hashes(
            of: SourceFile(path: "articles/garage.md", text: changed["articles/garage.md"] ?? ""))[0]
        #expect(changed["articles/garage.es.md"] == translation.replacing(hash, with: new))
    }

    @Test func `What was changed after it was read is not edited`() async throws {
        let files = RuleExample.base.merging(["articles/garage.md": Self.article]) { _, own in own }
        let source = ChangingSource(MemorySource(files), path: "articles/garage.md")
        let result = try await Validator(source, options: .init(now: Instant(seconds: 1_788_000_000))).run()
        source.change()
        let error = #expect(throws: EditingError.self) {
            try ItemEditor(result.base).renaming("arrival", to: "arriving")
        }
        #expect(error?.description.contains("'articles/garage.md' was changed in the meantime") == true)
    }

    @Test func `Edits that overlap leave the later one out`() {
        let source = SourceFile(path: "a", text: "0123456789")
        func edit(_ range: Range<Int>, _ text: String) -> TextEdit {
            TextEdit(Location(path: "a", range: range), replacement: text)
        }
        let change = FileChange(
            source, edits: [edit(4..<6, "X"), edit(2..<5, "Y"), edit(8..<8, "Z"), edit(8..<8, "Z")])
        #expect(String(decoding: change.new, as: UTF8.self) == "01Y567Z89")
    }
}

/// Content of which one file changes at some time.
private final class ChangingSource: ContentSource {
    private let source: MemorySource
    private let path: String
    private let isChanged = Atomic(false)

    init(_ source: MemorySource, path: String) {
        self.source = source
        self.path = path
    }

    func change() { isChanged.store(true, ordering: .relaxed) }

    func entries() -> [ContentEntry] { source.entries() }

    func read(_ path: String) throws(ContentSourceError) -> [UInt8] {
        let bytes = try source.read(path)
        return path == self.path && isChanged.load(ordering: .relaxed) ? bytes + [0x0A] : bytes
    }
}
