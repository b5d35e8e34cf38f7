import Approvals
import CommandLine
import Content
import Diagnostics
import Git
import Presentation
import Rendering
import Signatures
import Time

/// Shows changes, and signs that somebody approves them.
struct ApproveAction: Action {
    let workspace: Workspace
    let place: ReviewedRepository
    /// Ids or paths of what changed.
    var names: [String] = []
    /// Everything that still waits for approvals.
    var isEverything = false
    var base: String?
    var revision = "HEAD"
    var key: String?
    var attestation: Attestation?
    var isDry = false
    var at: String?
    var color = ColorChoice.auto

    /// What a forge shows.
    struct Attestation: Sendable {
        let account: String
        let evidence: String
        let isAuthorship: Bool
    }

    func run(_ console: Console) async throws -> ExitStatus {
        let baseName = try base ?? DefaultBase.name(in: place.repository)
        let baseCommit = try place.repository.resolve(baseName)
        let head = try place.repository.resolve(revision)
        let settings = try BaseSettings(place, at: baseCommit)
        let now = try MomentArgument(at).instant(in: settings.configuration.zone)
        let proposal = try Proposal(place, base: baseCommit, head: head, at: now, settings: settings)
        let selection = try selected(proposal, baseName, at: now)
        guard !selection.isEmpty else {
            console.note(
                "Nothing between \(baseName) and \(revision) waits for approval. To ratify what went out already, give "
                    + "--base the commit before it did.")
            return .findings
        }
        show(selection, console)
        try await showDifference(selection, proposal, baseName, console)
        if isDry { return .clean }
        let choice = SigningKeyChoice(path: key, socket: console.surroundings.variables["SSH_AUTH_SOCK"])
        let authority = proposal.settings.authority
        let signingKey = try choice.key { authority.owner(of: $0) != nil }
        guard let owner = authority.owner(of: signingKey.publicKey) else {
            let sharers = authority.sharers(of: signingKey.publicKey)
            guard sharers.isEmpty else {
                throw CommandFailure(
                    "the key \(signingKey.publicKey.fingerprint) is that of \(sharers.joined(separator: " and ")) in "
                        + "people.yaml of \(baseName), so it counts for neither; each needs a key of their own")
            }
            throw CommandFailure(
                "the key \(signingKey.publicKey.fingerprint) is nobody's in people.yaml of \(baseName); add it there first"
            )
        }
        let statement = try statement(by: owner.person, selection, proposal, at: now)
        let signed = try SignedStatement(signing: statement, with: signingKey)
        try check(signed, selection, proposal, at: now)
        try StatementFile(workspace).write(signed)
        console.output.write(signed.path + "\n")
        let files = selection.count == 1 ? "1 change" : "\(selection.count) changes"
        console.note(
            "Signed by \(owner.person) with \(signingKey.publicKey.fingerprint) for \(files); commit it with them.")
        return .clean
    }

    private func selected(_ proposal: Proposal, _ baseName: String, at now: Instant) throws -> [Change] {
        if isEverything {
            let open = Set(
                proposal.requirements(at: now).filter { requirement in
                    guard case .approvals = requirement.need else { return false }
                    return requirement.state != .met
                }.map(\.change))
            return proposal.changes.filter(open.contains)
        }
        return try names.map { name in
            // What is no path may still be an id.
            let path = (try? workspace.path(ofArgument: name)) ?? name
            if let change = proposal.changes.first(where: { $0.id == name || $0.path == path || $0.path == name }) {
                return change
            }
            let known = proposal.changes.flatMap { [$0.path] + [$0.id].compactMap(\.self) }
            let near = Suggestion.question(for: name, among: known).map { "; \($0)" } ?? ""
            let hint =
                near.isEmpty ? "; to ratify what went out already, give --base the commit before it did" : near
            throw CommandFailure(
                "'\(VisibleText.of(name))' does not change between \(baseName) and \(revision)\(hint)")
        }
    }

    private func show(_ changes: [Change], _ console: Console) {
        let palette = console.palette(color)
        for change in changes {
            var text = StyledText(change.action.rawValue + " ", .bold) + StyledText(change.path, .path)
            if let from = change.from { text += StyledText(" from \(from)") }
            if let title = change.title { text += StyledText(": \(title)") }
            if let risk = change.risk, risk != .normal { text += StyledText(" (risk \(risk.rawValue))", .warning) }
            if let lines = LineCounts(change, place) { text += StyledText(", \(lines.text)", .dim) }
            for line in TextWrap.lines(of: text, width: console.surroundings.columns, hanging: 4) {
                console.error.write(line.painted(palette) + "\n")
            }
        }
    }

    /// What readers will see otherwise, as `kb diff` tells it.
    private func showDifference(
        _ changes: [Change], _ proposal: Proposal, _ baseName: String, _ console: Console
    ) async throws {
        guard let start = proposal.start else { return }
        let paths = Set(changes.flatMap { [$0.path, $0.from].compactMap(\.self) })
        func side(_ name: String, _ commit: ObjectID) throws -> DiffVersions.Side {
            DiffVersions.Side(
                name: name, content: try TreeSource(place.repository, commit: commit, folder: place.folder))
        }
        var comparison = VersionComparison(
            before: try side(baseName, start), after: try side(revision, proposal.head), changed: paths.sorted())
        try await comparison.compare(names: [], console)
        var text = ""
        DifferenceTextRenderer(width: console.surroundings.columns, palette: console.palette(color)).render(
            try comparison.report(isWorkingTree: false), to: &text)
        console.error.write((text.isEmpty ? "" : "\n") + text + "\n")
    }

    private func statement(
        by person: String, _ changes: [Change], _ proposal: Proposal, at now: Instant
    ) throws -> Statement {
        let paths = changes.flatMap { [$0.path, $0.from].compactMap(\.self) }
        for text in paths + [attestation?.evidence].compactMap(\.self) where !Statement.isWritable(text) {
            throw CommandFailure("'\(VisibleText.of(text))' holds a control character and cannot be signed; rename it")
        }
        if workspaceDiffers(changes) {
            throw CommandFailure("what is approved differs on disk from \(revision); commit it or put it back first")
        }
        let kind: Statement.Kind =
            attestation.map { $0.isAuthorship ? .attestedAuthor : .attestedApproval } ?? .approval
        return Statement(
            kind: kind, by: person, time: now, policy: proposal.settings.policy.hash, account: attestation?.account,
            evidence: attestation?.evidence, entries: changes.map { Statement.Entry($0) })
    }

    /// Whether the person looks at other files than they would sign.
    private func workspaceDiffers(_ changes: [Change]) -> Bool {
        guard revision == "HEAD" else { return false }
        return changes.contains { change in
            guard let digest = change.after?.content.digest, let bytes = try? workspace.tree.read(change.path) else {
                return false
            }
            return ContentDigest(of: bytes).hexadecimal(32) != digest
        }
    }

    /// Refuses to sign what would not count: it would only look like an approval.
    private func check(
        _ signed: SignedStatement, _ changes: [Change], _ proposal: Proposal, at now: Instant
    ) throws {
        let judgement = Judgement(policy: proposal.settings.policy, authority: proposal.settings.authority, now: now)
        if let fault = judgement.signerFault(signed) {
            throw CommandFailure("this does not count: \(fault.description)")
        }
        guard attestation?.isAuthorship != true else { return }
        let filed = Judgement.Filed(path: signed.path, signed: signed)
        let requirements = proposal.requirements(at: now, with: [filed])
        for change in changes {
            let rejections = requirements.filter { $0.change == change }.map { requirement in
                requirement.rejections.first { $0.path == signed.path }
            }
            if !rejections.isEmpty, let rejection = rejections.compactMap(\.self).first,
                rejections.allSatisfy({ $0 != nil })
            {
                throw CommandFailure("\(change.path): this does not count: \(rejection.reason.description)")
            }
        }
    }
}
