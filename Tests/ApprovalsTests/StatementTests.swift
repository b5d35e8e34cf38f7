import Approvals
import Content
import SeededRandom
import Testing
import Time

@Suite struct StatementTests {
    private let office: Office

    init() throws {
        office = try Office()
    }

    @Test func `A statement reads as it was written, of every kind and action`() throws {
        let changes = [
            Office.edit(), Change(path: "articles/ä b.md", before: nil, after: Office.version(3)),
            Change(path: "kb.yaml", before: Office.version(4), after: nil),
            Change(path: "b.md", from: "a b.md", before: Office.version(5), after: Office.version(6)),
        ]
        for kind in Statement.Kind.allCases {
            let statement = office.statement(
                by: "ben", changes, kind: kind, account: "github:x", evidence: "https://forge.example/1")
            #expect(Statement(text: statement.text) == statement)
            let signed = try SignedStatement(signing: statement, with: office.keys["ben"]!)
            #expect(try SignedStatement(signed.bytes) == signed)
        }
        #expect(
            office.statement(by: "ben").text == """
                kb statement 1
                kind approval
                by ben
                time 2026-05-28T20:26:40Z
                policy \(office.policy.hash)
                edit articles/mri.md
                before \(Office.content(1).description)
                after \(Office.content(2).description)

                """)
    }

    @Test func `Its place tells the day, the signer and its text`() throws {
        let first = try office.signed(office.statement(by: "ben"))
        #expect(first.path.hasPrefix("approvals/2026/2026-05-28-ben-"))
        #expect(try office.signed(office.statement(by: "ben")).path == first.path)
        #expect(try office.signed(office.statement(by: "ben", [Office.edit(after: 3)])).path != first.path)
        #expect(try office.signed(office.statement(by: "cara")).path != first.path)
    }

    @Test func `Another text for the same statement is none`() {
        let text = office.statement(by: "ben").text
        #expect(Statement(text: text) != nil)
        for changed in [
            text + "\n", text + "more x\n", "\n" + text, String(text.dropLast()),
            text.replacing("Z\n", with: "+00:00\n"),
            text.replacing("kb statement 1", with: "kb statement 2"), text.replacing("by ben\n", with: ""),
            text.replacing("\n", with: "\r\n"), text.replacing("kind approval", with: "kind  approval"),
            text.replacing("kind approval", with: "kind Approval"), text.replacing("after ", with: "after\t"), "",
            text.split(separator: "\n").prefix(5).joined(separator: "\n") + "\n",
        ] { #expect(Statement(text: changed) == nil, "\(changed)") }
    }

    @Test func `A file that is changed by a byte is refused, or is the same statement`() throws {
        let signed = try office.signed(office.statement(by: "ben")).signed
        let bytes = signed.bytes
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            guard let read = try? SignedStatement(changed) else { continue }
            // Only line ends around the armour's letters carry nothing.
            #expect(read == signed, "byte \(index)")
        }
        for count in 0..<bytes.count where count < bytes.count - 1 {
            #expect(throws: SignedStatement.Defect.self) { try SignedStatement(Array(bytes[..<count])) }
        }
        #expect(throws: SignedStatement.Defect.noSignature) {
            try SignedStatement(Array(signed.statement.text.utf8))
        }
    }

    @Test func `A path with a line end cannot be written into a statement`() {
        #expect(!Statement.isWritable("a\nafter nothing"))
        #expect(!Statement.isWritable("a\u{85}b") && !Statement.isWritable("") && Statement.isWritable("ä b.md"))
        let hostile = Change(path: "a.md\nbefore nothing", before: nil, after: Office.version(1))
        #expect(Statement(text: office.statement(by: "ben", [hostile]).text) == nil)
    }
}
