import Approvals
import CommandLine
import Content
import FileSystem
import Git
import Glibc
import Presentation
import Signatures
import Time

/// Signs that content was taken out of the history, so that an audit accepts that it is missing.
struct PurgeAction: Action {
    let workspace: Workspace
    let place: ReviewedRepository
    let path: String
    /// The commits that hold what is purged.
    let revisions: [String]
    /// A file with what stands in its place; nil: nothing does.
    var replacement: String?
    let reason: String
    var key: String?
    var at: String?

    func run(_ console: Console) throws -> ExitStatus {
        let head = try place.repository.headCommit
        let settings = try BaseSettings(place, at: head)
        let now = try MomentArgument(at).instant(in: settings.configuration.zone)
        guard Statement.isWritable(path), Statement.isWritable(reason) else {
            throw CommandFailure("the path and the reason stand on one line each, without control characters")
        }
        let after = try replacement.map { file in
            try contentName(
                of: FileDescriptor(opening: file, O_RDONLY, to: "read").readAll(limit: ReviewedRepository.largestFile))
        }
        var entries: [Statement.Entry] = []
        for revision in revisions {
            let commit = try place.repository.resolve(revision)
            guard let entry = try place.repository.entry(at: place.place(path), of: commit), entry.kind == .file else {
                throw CommandFailure("there is no file '\(VisibleText.of(path))' in \(commit.short)")
            }
            let bytes = try place.bytes(entry, path)
            let before = ContentName(blob: entry.id.description, digest: ContentDigest(of: bytes).hexadecimal(32))
            let purged = Statement.Entry(
                action: after == nil ? .delete : .edit, path: path, from: nil, before: before, after: after)
            if !entries.contains(purged) { entries.append(purged) }
        }
        let choice = SigningKeyChoice(path: key, socket: console.surroundings.variables["SSH_AUTH_SOCK"])
        let signingKey = try choice.key { settings.authority.owner(of: $0) != nil }
        guard let owner = settings.authority.owner(of: signingKey.publicKey),
            settings.authority.may(owner.person, .purge, path)
        else {
            throw CommandFailure(
                "the key \(signingKey.publicKey.fingerprint) is of nobody whose role may 'purge' here; see people.yaml")
        }
        let statement = Statement(
            kind: .purge, by: owner.person, time: now, policy: settings.policy.hash, evidence: reason, entries: entries)
        let signed = try SignedStatement(signing: statement, with: signingKey)
        let judgement = Judgement(policy: settings.policy, authority: settings.authority, now: now)
        if let fault = judgement.signerFault(signed) {
            throw CommandFailure("this does not count: \(fault.description)")
        }
        try StatementFile(workspace).write(signed)
        console.output.write(signed.path + "\n")
        for entry in entries { if let before = entry.before { console.output.write(before.blob + "\n") } }
        console.note(
            "Commit the tombstone, then take the objects named above out of the history; docs/governance.md says how.")
        return .clean
    }

    /// As git names a file with these bytes.
    private func contentName(of bytes: [UInt8]) throws(GitError) -> ContentName {
        ContentName(
            blob: try ObjectID(blob: bytes).description, digest: ContentDigest(of: bytes).hexadecimal(32))
    }
}
