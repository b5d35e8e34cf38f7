import Glibc
import Signatures
import TestSupport
import Testing

@Suite(.enabled(if: KeyTool.isInstalled, "ssh-keygen is not installed")) struct AgentTests {
    private let tool = KeyTool()

    @Test func `ssh-agent signs with a key under a passphrase that it holds`() throws {
        let socket = tool.folder.path + "/agent"
        let started = try Program("/usr/bin/ssh-agent", ["-a", socket]).run()
        let number = started.output.split(separator: "SSH_AGENT_PID=").last?.prefix { $0.isNumber }
        let process = try #require(number.flatMap { pid_t($0) })
        defer { kill(process, SIGTERM) }
        let path = try tool.key()
        let other = try tool.key("other", type: "ecdsa", bits: "256")
        for key in [path, other] {
            var add = Program("/usr/bin/ssh-add", ["-q", key])
            add.variables = ["SSH_AUTH_SOCK": socket]
            #expect(try add.run().status == 0)
        }
        try tool.run(["-q", "-p", "-P", "", "-N", "secret", "-f", path])
        for named in [path, path + ".pub", other + ".pub"] {
            let key = try SigningKeyChoice(path: named, socket: socket).key { _ in false }
            let signature = try SSHSignature.make(of: [7], namespace: "file", with: key)
            try signature.verify([7], namespace: "file")
            #expect(try tool.verifies(signature.armored, of: "\u{7}", by: key.publicKey, namespace: "file"))
        }
        let held = try PublicKey(line: tool.folder.read("other.pub"))
        #expect(try SigningKeyChoice(path: nil, socket: socket).key { $0 == held }.publicKey == held)
        #expect(throws: SigningKeyChoice.UnknownKeys.self) {
            try SigningKeyChoice(path: nil, socket: socket).key { _ in false }
        }
        _ = try tool.key("third")
        #expect(throws: SignatureError.agentRefused) {
            try SigningKeyChoice(path: tool.folder.path + "/third.pub", socket: socket).key { _ in true }
        }
    }

    /// Answers of a process that only claims to be an agent.
    @Test(
        arguments: [
            [], [0, 0, 0], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 1, 5], [0, 0, 0, 1, 99], [0, 0, 0, 1, 12],
            [0, 0, 0, 5, 12, 0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 5, 12, 0, 0, 0, 1],
            [0, 0, 0, 9, 12, 0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 9, 12, 0, 0, 0, 1, 0, 0, 0, 0],
        ] as [[UInt8]])
    func `An agent that answers anything else is refused`(answer: [UInt8]) throws {
        var sockets: [Int32] = [0, 0]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets) == 0)
        let agent = Agent(socket: sockets[0])
        if !answer.isEmpty { #expect(write(sockets[1], answer, answer.count) == answer.count) }
        shutdown(sockets[1], Int32(SHUT_WR))
        #expect(throws: SignatureError.self) { try agent.keys() }
        close(sockets[1])
    }

    @Test func `A socket that is not there is said`() {
        #expect(throws: SignatureError.agentUnreachable("no such file or directory")) {
            try Agent(path: "/nonexistent/agent")
        }
        #expect(throws: SignatureError.self) { try Agent(path: String(repeating: "/x", count: 200)) }
    }
}
