/// What keeps a key or a signature from being used, in words for the person who runs the tool.
package enum SignatureError: Error, Hashable, Sendable, CustomStringConvertible {
    case notAPublicKey
    case unsupportedKey(String)
    case notAPrivateKey(path: String)
    case encryptedKey(path: String)
    case notASignature(String)
    case wrongNamespace(found: String, expected: String)
    case mismatch
    case noAgent
    case agentUnreachable(String)
    case agentRefused
    case agentMisbehaved(String)

    package var description: String {
        switch self {
        case .notAPublicKey:
            "this is no public key; give the line of a '.pub' file, such as 'ssh-ed25519 AAAA…'"
        case .unsupportedKey(let type):
            "keys of the type '\(type)' are not supported; use ed25519 ('ssh-keygen -t ed25519'), ecdsa, or one of both "
                + "on a security key"
        case .notAPrivateKey(let path):
            "'\(path)' is no private key of OpenSSH; give the file that 'ssh-keygen -t ed25519' makes"
        case .encryptedKey(let path):
            "the key '\(path)' is protected by a passphrase; run 'ssh-add \(path)', and kb asks ssh-agent to sign"
        case .notASignature(let reason):
            "the signature cannot be read: \(reason)"
        case .wrongNamespace(let found, let expected):
            "the signature is for '\(found)', not for '\(expected)'"
        case .mismatch:
            "the signature does not belong to what it stands with"
        case .noAgent:
            "there is no ssh-agent (SSH_AUTH_SOCK is not set); start one, or give a key with --key"
        case .agentUnreachable(let reason):
            "ssh-agent cannot be reached: \(reason); start one, or give a key with --key"
        case .agentRefused:
            "ssh-agent did not sign; see that it holds the key ('ssh-add -l') and that the request was confirmed"
        case .agentMisbehaved(let reason):
            "ssh-agent answers what cannot be understood (\(reason)); give a key with --key"
        }
    }
}
