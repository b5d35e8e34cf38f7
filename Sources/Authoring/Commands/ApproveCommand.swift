import ArgumentParser
import CommandLine
import Content

struct ApproveCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Sign that changes are approved.",
        discussion: """
            Shows what changes between the base and HEAD, and writes a signed statement below approvals/, to be committed \
            with the changes. It holds for this content, this action and the rules of approval of the base, and for \
            nothing else: a later edit needs a new one, a squash or a rebase does not. Who signs is told by the key: it \
            must stand in people.yaml of the base. The key is one that ssh-agent holds, or --key.

            An approval that was given on a forge is taken over with --attest and --evidence by somebody whose role may \
            'attest'; with --author, the forge says who made a change whose commits nobody signed.

            What went out before its approvals, as policy may allow, is ratified in the same way: --base is then the commit \
            before it went out, as 'kb audit' lists them.

            Examples:
              kb approve mri-referral-requirements
              kb approve --all --base origin/main
              kb approve --all --dry-run
              kb approve clinic-closed --base 3f2a91c07d
              kb approve mri-preparation --key ~/.ssh/id_ed25519
              kb approve --all --attest github:octocat --evidence https://forge.example/7#r1
            """)

    @Argument(
        help: ArgumentHelp("Ids or paths of what changed.", valueName: "id"), completion: .custom(ItemCompletion.ids))
    var names: [String] = []

    @Flag(name: .customLong("all"), help: "Everything that still waits for approvals.")
    var isEverything = false

    @Option(
        help: ArgumentHelp(
            "The branch that the changes go to. Otherwise the main branch of 'origin', or 'main'.", valueName: "rev"))
    var base: String?

    @Option(help: ArgumentHelp("The commit whose changes are approved.", valueName: "rev"))
    var rev = "HEAD"

    @Option(
        help: ArgumentHelp(
            "A private key of OpenSSH, or the '.pub' file of one that ssh-agent holds.", valueName: "file"),
        completion: .file())
    var key: String?

    @Option(help: ArgumentHelp("Whose approval on a forge is taken over, as github:NAME.", valueName: "account"))
    var attest: String?

    @Option(help: ArgumentHelp("Where the forge shows it.", valueName: "url"))
    var evidence: String?

    @Flag(name: .customLong("author"), help: "The account made the changes, rather than approved them.")
    var isAuthorship = false

    @Flag(name: .customLong("dry-run"), help: "Show what would be signed, and sign nothing.")
    var isDry = false

    @Option(help: ArgumentHelp("When it is signed; now otherwise.", visibility: .hidden))
    var at: String?

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        guard isEverything != !names.isEmpty else {
            throw ValidationError("name what is approved, or give --all; 'kb gate' lists what waits.")
        }
        guard (attest == nil) == (evidence == nil), attest != nil || !isAuthorship else {
            throw ValidationError("--attest and --evidence stand together, and --author with both.")
        }
        if let evidence, let scheme = ApproveCommand.scheme(of: evidence), !["http", "https"].contains(scheme) {
            throw ValidationError("--evidence is an http or https address, or plain text; '\(scheme):' is neither.")
        }
    }

    /// What a browser would take for the scheme of an address, in lowercase; nil for text.
    private static func scheme(of text: String) -> String? {
        let text = text.drop { $0.isWhitespace }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let (scheme, rest) = (text[..<colon], text[text.index(after: colon)...])
        let isScheme =
            scheme.utf8.first.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 } ?? false
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        return isScheme && rest.first.map { !$0.isWhitespace } ?? false ? scheme.lowercased() : nil
    }

    func action(_ console: Console) throws -> any Action {
        let workspace = try workspace.workspace()
        var action = ApproveAction(
            workspace: workspace, place: try ReviewedRepository(workspace.root, folder: nil), names: names,
            isEverything: isEverything, base: base, revision: rev, key: key)
        if let attest, let evidence {
            action.attestation = .init(
                account: attest.lowercased(), evidence: evidence, isAuthorship: isAuthorship)
        }
        (action.isDry, action.at, action.color) = (isDry, at, color.color)
        return action
    }
}
