import CLibgit2
import FileSystem

extension Repository {
    /// The value of a key in the clone's own configuration file; nil where it is not set.
    package func configured(_ key: String) throws(GitError) -> String? {
        try ConfigurationFile.read(location.commonFolder + "/config")?[key]
    }

    /// Sets keys in the clone's own configuration file; nothing else of it changes.
    package func configure(_ values: [(key: String, value: String)]) throws(GitError) {
        let path = location.commonFolder + "/config"
        try GitLibrary.start()
        var opened: OpaquePointer?
        try git("open '\(path)'") { git_config_open_ondisk(&opened, path) }
        defer { git_config_free(opened) }
        for (key, value) in values { try git("set '\(key)'") { git_config_set_string(opened, key, value) } }
    }
}
