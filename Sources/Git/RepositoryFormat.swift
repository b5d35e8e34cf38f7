/// What a repository's configuration says of how it is stored. Nothing else in that configuration has any effect.
struct RepositoryFormat {
    let isPartialClone: Bool

    /// Extensions that change nothing for a reader.
    private static let harmless: Set<String> = [
        "noop", "noop-v1", "preciousobjects", "worktreeconfig", "relativeworktrees", "partialclone",
    ]

    init(_ location: RepositoryLocation) throws(GitError) {
        let configuration = try ConfigurationFile.read(location.commonFolder + "/config")
        let name = location.name
        let version = configuration?["core.repositoryformatversion"] ?? "0"
        guard version == "0" || version == "1" else {
            throw .unsupported(
                folder: name, feature: "version \(version) of git's repository format", advice: "use a newer kb")
        }
        for entry in configuration?.entries ?? [] where entry.key.hasPrefix("extensions.") {
            let feature = String(entry.key.dropFirst("extensions.".count))
            switch (feature, entry.value.lowercased()) {
            case ("objectformat", "sha1"), ("refstorage", "files"): break
            case ("objectformat", let format):
                throw .unsupported(
                    folder: name, feature: "object ids of the kind \(format)",
                    advice: "convert it to SHA-1, or run kb on a copy that uses it")
            case ("refstorage", let format):
                throw .unsupported(
                    folder: name, feature: "the \(format) store of branches",
                    advice: "run 'git refs migrate --ref-format=files'")
            default:
                // Before version 1, git itself ignores extensions that it does not know.
                if version == "0" || RepositoryFormat.harmless.contains(feature) { break }
                throw .unsupported(folder: name, feature: "the extension '\(feature)'", advice: "use a newer kb")
            }
        }
        isPartialClone =
            configuration.map { configuration in
                configuration["extensions.partialclone"] != nil
                    || configuration.entries.contains {
                        $0.key.hasPrefix("remote.") && $0.key.hasSuffix(".promisor") && $0.value == "true"
                    }
            } ?? false
    }
}
