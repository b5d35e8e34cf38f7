import Content
import Diagnostics
import Signatures

/// KB702
struct UnusableKeyRule: BaseRule {
    static let id = RuleID("KB702", "unusable-key")
    static let severity = Severity.warning
    static let summary = "A key of people.yaml can be verified, and is one person's."
    static let why = """
        What is signed with a key that cannot be verified counts for nothing, and neither does what is signed with a key \
        that two people have: nobody can say who signed.
        """
    private static let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGBTq41hX46P1if22Z7JeE+tgO0yt/66hEgWxaWfaSAK"
    static let examples = RuleExamples(
        valid: [example("[\"\(key)\"]"), example("[{key: \"\(key)\", until: 2027-01-01}]")],
        invalid: [
            example("[↓\"ssh-ed25519 AAAA\"]"), example("[↓\"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAQ==\"]"),
            example("[\"\(key)\"]", "[↓\"\(key) again\"]"),
        ])

    private static func example(_ keys: String, _ others: String = "[]") -> RuleExample {
        RuleExample(
            "people.yaml",
            """
            people:
              - {id: editor-1, name: A, keys: \(keys)}
              - {id: editor-2, name: B, keys: \(others)}
            groups:
              - {id: editors, members: [editor-1]}

            """)
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        var owners: [PublicKey: String] = [:]
        for person in base.people.persons {
            for key in person.keys {
                do throws(SignatureError) {
                    let read = try PublicKey(line: key.line.value)
                    if let owner = owners[read], owner != person.id.value {
                        report.add(.shared(owner), path: "people.yaml", range: key.line.range)
                    }
                    owners[read] = person.id.value
                } catch {
                    report.add(.unusable(error), path: "people.yaml", range: key.line.range)
                }
            }
        }
    }
}

extension Message {
    fileprivate static func shared(_ owner: String) -> Message {
        Message("'\(owner)' has this key too", help: "give each person a key of their own")
    }

    fileprivate static func unusable(_ error: SignatureError) -> Message {
        switch error {
        case .unsupportedKey(let type):
            Message(
                "keys of the type '\(type)' cannot be verified",
                help: "use ed25519, as 'ssh-keygen -t ed25519' makes it")
        default: Message("this is no public key", help: "copy the line of the '.pub' file")
        }
    }
}
