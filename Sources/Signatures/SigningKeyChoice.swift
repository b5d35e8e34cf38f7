import FileSystem
import Glibc

/// Which key signs: a file that the person names, or the one of ssh-agent's that somebody knows.
package struct SigningKeyChoice: Sendable {
    private let path: String?
    private let socket: String?
    private static let largestFile = 64 << 10

    /// - Parameters:
    ///   - path: Of a private key, or of a `.pub` file whose private half ssh-agent holds.
    ///   - socket: Where ssh-agent listens: `SSH_AUTH_SOCK`.
    package init(path: String?, socket: String?) {
        self.path = path
        self.socket = socket
    }

    /// - Parameter isKnown: Whether a key of the agent's may be taken without being named.
    /// - Throws: `SignatureError`, or `FileSystemError` where the file cannot be read.
    package func key(where isKnown: (PublicKey) -> Bool) throws -> any SigningKey {
        guard let path else {
            let agent = try agent()
            guard let key = try agent.keys().first(where: isKnown) else { throw UnknownKeys() }
            return AgentKey(key, in: agent)
        }
        let text = String(decoding: try read(path), as: UTF8.self)
        if text.hasPrefix("-----") {
            do throws(SignatureError) {
                return try PrivateKey(text, path: path)
            } catch {
                // A key under a passphrase may be one that the agent holds already.
                guard case .encryptedKey = error, let line = try? read(path + ".pub"),
                    let key = try? held(line)
                else { throw error }
                return key
            }
        }
        return try held(Array(text.utf8))
    }

    private func held(_ line: [UInt8]) throws -> any SigningKey {
        let key = try PublicKey(line: String(decoding: line, as: UTF8.self))
        let agent = try agent()
        guard try agent.keys().contains(key) else { throw SignatureError.agentRefused }
        return AgentKey(key, in: agent)
    }

    private func agent() throws(SignatureError) -> Agent {
        guard let socket, !socket.isEmpty else { throw .noAgent }
        return try Agent(path: socket)
    }

    private func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        try FileDescriptor(opening: path, O_RDONLY | O_NONBLOCK, to: "read").readAll(
            limit: SigningKeyChoice.largestFile)
    }

    /// None of the keys that ssh-agent holds is one that anybody knows.
    package struct UnknownKeys: Error, CustomStringConvertible {
        package let description =
            "ssh-agent holds no key that people.yaml names; add one with 'ssh-add', or give a key with --key"
    }
}
