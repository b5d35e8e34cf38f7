import Approvals
import CommandLine
import Content
import FileSystem
import Git
import Glibc
import Presentation
import Releases
import SearchIndex
import Signatures
import Time

/// Builds the indexes of a release, records it as a signed tag, and puts the indexes where readers get them.
struct ReleaseMaker {
    let workspace: Workspace
    let place: ReviewedRepository
    let channel: Configuration.Channel
    /// A private key, or the `.pub` file of one of ssh-agent's; nil: the agent's that somebody has.
    let key: String?
    /// Nil: `.kb/channels/CHANNEL` in the knowledge base.
    let folder: String?
    let console: Console

    struct Made {
        let audience: String
        let parts: [[UInt8]]
        let file: Release.IndexFile
    }

    /// The key that signs, and whose it is.
    ///
    /// - Parameter permission: That the person has for all of these paths.
    func signer(
        _ settings: BaseSettings, _ permission: Authority.Permission, _ paths: [String], at now: Instant
    ) throws -> (key: any SigningKey, person: String) {
        let authority = settings.authority
        let choice = SigningKeyChoice(path: key, socket: console.surroundings.variables["SSH_AUTH_SOCK"])
        let key = try choice.key { authority.owner(of: $0) != nil }
        let fingerprint = key.publicKey.fingerprint
        guard let owner = authority.owner(of: key.publicKey) else {
            throw CommandFailure("the key \(fingerprint) is nobody's in people.yaml; add it there first")
        }
        guard owner.signing.contains(now), owner.ends.map({ now < $0 }) ?? true else {
            throw CommandFailure("the key \(fingerprint) of \(owner.person) does not count any more")
        }
        if let path = paths.first(where: { !authority.may(owner.person, permission, $0) }) {
            throw CommandFailure(
                "\(owner.person) has no role in people.yaml that may \(permission.rawValue) '\(VisibleText.of(path))'")
        }
        return (key, owner.person)
    }

    /// - Returns: Nil where errors forbid an index; they are listed.
    func build(_ commit: ObjectID, at now: Instant, allowsErrors: Bool = false) async throws -> [Made]? {
        var made: [Made] = []
        for audience in channel.audiences {
            let source = try ListedSource(TreeSource(place.repository, commit: commit, folder: place.folder))
            let build = IndexBuild(
                workspace: workspace, source: source, audiences: [audience], now: now, allowsErrors: allowsErrors,
                cache: nil, console: console)
            switch try await build.run() {
            case .refused(let errors, let result):
                ErrorListing(errors: errors, result: result, color: .auto).write(console)
                return nil
            case .made(let index):
                let file = Release.IndexFile(
                    audience: audience, sha256: ContentHash.hash(of: index.parts), bytes: index.size,
                    seal: Seal.text(Index.seal(of: index.parts)))
                made.append(Made(audience: audience, parts: index.parts, file: file))
            }
        }
        return made
    }

    /// Signs the release and makes its tag.
    func record(
        _ release: Release, by key: any SigningKey, _ settings: BaseSettings
    ) throws {
        guard let commit = ObjectID(hex: release.commit) else { return }
        let zone = settings.configuration.zone
        let payload = AnnotatedTag.payload(
            of: commit, named: release.tag, by: settings.authority.name(of: release.person) ?? release.person,
            settings.authority.email(of: release.person) ?? release.person, at: release.time.seconds,
            offset: zone.offset(at: release.time), message: ReleaseText.text(release, in: zone))
        let signature = try SSHSignature.make(of: payload, namespace: SSHSignature.git, with: key)
        try place.repository.makeTag(release.tag, payload + Array(signature.armored.utf8))
    }

    /// Writes each index with the release beside it.
    ///
    /// - Returns: The paths.
    func write(_ made: [Made], _ release: Release, in zone: TimeZoneRules) throws -> [String] {
        let folder = try target()
        try DurableFile.createFolder(folder)
        return try made.map { index in
            let path = "\(folder)/\(index.audience).index"
            try ReplacedFile.check(path, is: "index", reading: 64) { Index.begins($0) }
            // In between, readers find the release of another index beside theirs, and know it by its seal.
            try DurableFile.write(index.parts, to: path)
            try DurableFile.write(Array(ReleaseText.text(release, in: zone).utf8), to: ReleaseNote.path(of: path))
            return path
        }
    }

    /// The folder that indexes go to. What stands in the way is better known before a release is recorded.
    ///
    /// - Parameter isMade: Makes the usual folder where it is not there.
    func target(isMade: Bool = true) throws -> String { try folder ?? usualFolder(isMade: isMade) }

    private func usualFolder(isMade: Bool) throws -> String {
        guard place.repository.workingTree != nil else {
            throw CommandFailure("a bare repository has no place for indexes; name a folder with --output")
        }
        let top = workspace.root + "/.kb"
        for place in [top, top + "/channels", top + "/channels/" + channel.name] {
            var status = stat()
            guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { continue }
            throw CommandFailure("'\(place)' is a symbolic link; to write through it, name the folder with --output")
        }
        guard isMade else { return top + "/channels/" + channel.name }
        try DurableFile.createFolder(top + "/channels")
        if access(top + "/channels/.gitignore", F_OK) != 0 {
            try DurableFile.write(Array("*\n".utf8), to: top + "/channels/.gitignore")
        }
        return top + "/channels/" + channel.name
    }
}
