import CommandLine
import Content
import Git
import Presentation

/// Finds the channel that somebody means.
struct ChannelChoice {
    private let configuration: Configuration

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    func channel(_ name: String) throws -> Configuration.Channel {
        if let channel = configuration.channels.first(where: { $0.name == name }) { return channel }
        throw CommandFailure("kb.yaml has no channel '\(VisibleText.of(name))'; it has \(names)")
    }

    /// - Parameters:
    ///   - name: Nil: the only one, or the one of just these audiences.
    func channel(_ name: String?, audiences: [String]) throws -> Configuration.Channel {
        if let name { return try channel(name) }
        let channels = configuration.channels
        if channels.count == 1 { return channels[0] }
        if let channel = channels.first(where: { $0.audiences == audiences }) { return channel }
        throw CommandFailure("say which readers are meant with --channel; kb.yaml has \(names)")
    }

    private var names: String {
        configuration.channels.isEmpty ? "none" : configuration.channels.map(\.name).joined(separator: ", ")
    }
}

extension ReviewedRepository {
    /// What a branch stands on: here, or as it was last fetched.
    func branch(_ name: String) throws(GitError) -> ObjectID {
        do throws(GitError) {
            return try repository.resolve(name)
        } catch .unknownName {
            return try repository.resolve("origin/" + name)
        }
    }
}
