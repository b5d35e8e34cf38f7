import Glibc
import TestSupport
import Testing

/// A knowledge base in a repository, with people who have keys: Ann writes, Ben and Cara approve, a bot attests.
struct ApprovalBase {
    static let isPossible = access("/usr/bin/ssh-keygen", X_OK) == 0
    static let people = ["ann", "ben", "cara", "bot"]
    static let article = "articles/arriving-for-a-visit.md"

    let folder = TemporaryFolder()
    var path: String { folder.path + "/kb" }

    /// Lays out and commits the base on `main`, and begins the branch `change`.
    init(approval: String = "{match: {}, role: approver, approvals: 1}", roles: String = "") throws {
        let laid = try Program.kb(["init", path, "--timezone", "UTC"]).run()
        try #require(laid.status == 0, "\(laid.error)")
        try folder.fixReviews(in: "kb")
        for person in Self.people { try makeKey(person) }
        let configuration = try folder.read("kb/kb.yaml")
        let rules = try #require(configuration.firstRange(of: "approval:"))
        try write(configuration[..<rules.lowerBound] + "approval:\n  - \(approval)\n", to: "kb.yaml")
        try write(try roster(roles: roles), to: "people.yaml")
        try shell("git init -q -b main .")
        try commit("base", by: "ann")
        try shell("git checkout -q -b change")
    }

    func makeKey(_ name: String) throws {
        let made = try Program(
            "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder.path + "/" + name]
        ).run()
        try #require(made.status == 0, "\(made.error)")
    }

    func key(_ person: String) -> String { folder.path + "/" + person }

    func publicKey(_ person: String) throws -> String {
        try folder.read(person + ".pub").split(separator: " ").prefix(2).joined(separator: " ")
    }

    func roster(roles: String = "", keys: [String: String] = [:]) throws -> String {
        let people = try Self.people.map { person in
            let key = try keys[person] ?? "\"\(publicKey(person))\""
            return "  - {id: \(person), name: \(person.prefix(1).uppercased() + person.dropFirst()), keys: [\(key)], "
                + "accounts: [\"github:\(person)-on-forge\"]}\n"
        }
        return """
            people:
            \(people.joined())groups:
              - {id: editors, members: [ann, ben, cara]}
            roles:
              approver: {members: [editors], may: [approve, publish]}
              witness: {members: [bot], may: [attest]}
            \(roles)
            """
    }

    func write(_ text: some StringProtocol, to name: String) throws { try folder.write(String(text), to: "kb/" + name) }

    func edit(_ old: String = "Say when to arrive.", _ new: String = "Say when and where to arrive.") throws {
        let text = try folder.read("kb/" + Self.article)
        #expect(text.contains(old))
        try write(text.replacing(old, with: new), to: Self.article)
    }

    /// - Parameter person: Who signs the commit; nil: nobody.
    func commit(_ message: String = "change", by person: String?) throws {
        let signing = person.map { "-c gpg.format=ssh -c user.signingkey=\(key($0)) " } ?? ""
        try shell(
            """
            git add -A; git -c user.name=A -c user.email=a@example.org \(signing)commit -q --allow-empty \
            \(person == nil ? "" : "-S") -m '\(message)'
            """)
    }

    @discardableResult
    func shell(_ script: String, status: Int32 = 0) throws -> String {
        var program = Program("/bin/sh", ["-c", "set -e; unset GIT_DIR GIT_WORK_TREE; " + script])
        program.folder = path
        program.variables = ["HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1", "SSH_AUTH_SOCK": ""]
        let outcome = try program.run()
        #expect(outcome.status == status, "\(script): \(outcome.error)\(outcome.output)")
        return outcome.output + outcome.error
    }

    @discardableResult
    func kb(_ arguments: String..., status: Int32) throws -> Program.Outcome {
        var program = Program.kb(arguments, in: path)
        program.variables = ["SSH_AUTH_SOCK": "", "HOME": folder.path]
        let outcome = try program.run()
        #expect(outcome.status == status, "\(arguments): \(outcome.error)\(outcome.output)")
        return outcome
    }

    /// Has a person approve everything, and commits that.
    func approve(_ person: String) throws {
        try kb("approve", "--all", "--key", key(person), status: 0)
        try commit("approval", by: person)
    }
}
