import SeededRandom
import Signatures
import TestSupport
import Testing

@Suite(.enabled(if: KeyTool.isInstalled, "ssh-keygen is not installed")) struct SSHSignatureTests {
    private let tool = KeyTool()

    @Test(arguments: [("ed25519", nil), ("ecdsa", "256"), ("ecdsa", "384"), ("ecdsa", "521")] as [(String, String?)])
    func `What ssh-keygen signs holds here`(type: String, bits: String?) throws {
        let key = try tool.key(type: type, bits: bits)
        for hash in ["sha512", "sha256"] {
            let signature = try SSHSignature(
                armored: tool.sign("approved\n", key: key, namespace: "test@example", hash: hash))
            try signature.verify(Array("approved\n".utf8), namespace: "test@example")
            #expect(try signature.publicKey == PublicKey(line: tool.folder.read("key.pub")))
            #expect(throws: SignatureError.mismatch) {
                try signature.verify(Array("refused\n".utf8), namespace: "test@example")
            }
            #expect(throws: SignatureError.wrongNamespace(found: "test@example", expected: "git")) {
                try signature.verify(Array("approved\n".utf8), namespace: SSHSignature.git)
            }
        }
    }

    @Test func `What is signed here holds for ssh-keygen`() throws {
        let key = try tool.privateKey()
        for text in ["", "approved\n", String(repeating: "long ", count: 10_000)] {
            let signature = try SSHSignature.make(of: Array(text.utf8), namespace: "test@example", with: key)
            #expect(try tool.verifies(signature.armored, of: text, by: key.publicKey, namespace: "test@example"))
            #expect(try !tool.verifies(signature.armored, of: text + "!", by: key.publicKey, namespace: "test@example"))
            #expect(try !tool.verifies(signature.armored, of: text, by: key.publicKey, namespace: "git"))
            #expect(try SSHSignature(armored: signature.armored) == signature)
        }
    }

    @Test func `Armour is written as ssh-keygen writes it`() throws {
        let path = try tool.key()
        let key = try PrivateKey(String(decoding: TestFile.read(path), as: UTF8.self), path: path)
        // Ed25519 signs the same bytes the same way each time.
        let ours = try SSHSignature.make(of: Array("text".utf8), namespace: "file", with: key)
        #expect(try ours.armored == tool.sign("text", key: path, namespace: "file"))
    }

    @Test func `A signature that is cut short, changed or followed by more is refused`() throws {
        let signature = try SSHSignature.make(of: [1, 2, 3], namespace: "file", with: tool.privateKey()).armored
        let lines = signature.split(separator: "\n")
        let letters = Array(lines[1..<(lines.count - 1)].joined())
        func holds(_ letters: [Character]) -> Bool {
            let text = "\(lines[0])\n\(String(letters))\n\(lines[lines.count - 1])\n"
            guard let read = try? SSHSignature(armored: text) else { return false }
            return (try? read.verify([1, 2, 3], namespace: "file")) != nil
        }
        #expect(holds(letters))
        for count in 0..<letters.count { #expect(!holds(Array(letters[..<count])), "\(count) letters") }
        for index in letters.indices {
            var changed = letters
            changed[index] = changed[index] == "A" ? "B" : "A"
            #expect(!holds(changed), "letter \(index)")
        }
        #expect(!holds(letters + Array("AAAA")))
        #expect(throws: SignatureError.notASignature("it is too long")) {
            try SSHSignature(armored: signature + String(repeating: "\n", count: 1 << 20))
        }
        #expect(throws: SignatureError.self) { try SSHSignature(armored: signature + "more\n") }
    }

    @Test func `Random bytes are no signature and stop nothing`() {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<2000 {
            let count = Int.random(in: 0...300, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(throws: SignatureError.self) { try PublicKey(blob: bytes) }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(throws: SignatureError.self) { try SSHSignature(armored: text) }
            #expect(SignedObject(commit: bytes).signer == nil)
            #expect(SignedObject(tag: bytes).signer == nil)
        }
    }
}
