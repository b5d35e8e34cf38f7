import Glibc

/// A connection to ssh-agent, over the protocol of draft-miller-ssh-agent.
package final class Agent: Sendable {
    private let socket: Int32
    private static let largestFrame = 256 << 10
    private static let mostKeys = 1000
    /// Seconds that a person has to confirm a signature or to touch a key.
    private static let patience = 180

    private enum Message: UInt8 {
        case failure = 5
        case requestIdentities = 11
        case identities = 12
        case signRequest = 13
        case signResponse = 14
    }

    /// - Parameter path: Of its socket, as SSH_AUTH_SOCK names it.
    package convenience init(path: String) throws(SignatureError) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard !name.isEmpty, name.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw .agentUnreachable("the path of its socket is too long")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw .agentUnreachable(Agent.reason) }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            let reason = Agent.reason
            close(socket)
            throw .agentUnreachable(reason)
        }
        self.init(socket: socket)
    }

    /// - Parameter socket: Connected, and closed by this.
    package init(socket: Int32) {
        self.socket = socket
        var limit = timeval(tv_sec: Agent.patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(socket, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    deinit {
        close(socket)
    }

    /// The keys that it holds, of the kinds that are supported.
    package func keys() throws(SignatureError) -> [PublicKey] {
        var reader = WireReader(try ask([Message.requestIdentities.rawValue], expecting: .identities))
        guard let count = reader.number(), count <= Agent.mostKeys else { throw .agentMisbehaved("its list of keys") }
        var keys: [PublicKey] = []
        for _ in 0..<count {
            guard let blob = reader.string(), reader.string() != nil else {
                throw .agentMisbehaved("a list of keys that is cut short")
            }
            if let key = try? PublicKey(blob: blob) { keys.append(key) }
        }
        return keys
    }

    func sign(_ message: [UInt8], with key: PublicKey) throws(SignatureError) -> [UInt8] {
        var request = WireWriter()
        request.raw([Message.signRequest.rawValue])
        request.string(key.blob)
        request.string(message)
        request.number(0)
        var reader = WireReader(try ask(request.bytes, expecting: .signResponse))
        guard let signature = reader.string(), reader.isAtEnd else { throw .agentMisbehaved("a signature") }
        return signature
    }

    /// - Returns: What follows after the answer's type.
    private func ask(_ request: [UInt8], expecting expected: Message) throws(SignatureError) -> [UInt8] {
        var frame = WireWriter()
        frame.string(request)
        try send(frame.bytes)
        var length = WireReader(try receive(4))
        guard let count = length.number(), count > 0, count <= Agent.largestFrame else {
            throw .agentMisbehaved("the length of an answer")
        }
        let answer = try receive(Int(count))
        guard answer[0] != Message.failure.rawValue else { throw .agentRefused }
        guard answer[0] == expected.rawValue else { throw .agentMisbehaved("an answer of the type \(answer[0])") }
        return Array(answer.dropFirst())
    }

    private func send(_ bytes: [UInt8]) throws(SignatureError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .agentUnreachable(Agent.reason) }
            rest = rest.dropFirst(count)
        }
    }

    private func receive(_ count: Int) throws(SignatureError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(count, 1 << 14))
        while bytes.count < count {
            let wanted = min(buffer.count, count - bytes.count)
            let received = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, wanted, 0) }
            if received < 0, errno == EINTR { continue }
            guard received != 0 else { throw .agentMisbehaved("it closed the connection") }
            guard received > 0 else { throw .agentUnreachable(Agent.reason) }
            bytes += buffer[..<received]
        }
        return bytes
    }

    private static var reason: String { String(cString: strerror(errno)).lowercased() }
}

/// A key that ssh-agent signs with.
package struct AgentKey: SigningKey {
    package let publicKey: PublicKey
    private let agent: Agent

    package init(_ publicKey: PublicKey, in agent: Agent) {
        self.publicKey = publicKey
        self.agent = agent
    }

    package func sign(_ message: [UInt8]) throws(SignatureError) -> [UInt8] {
        try agent.sign(message, with: publicKey)
    }
}
