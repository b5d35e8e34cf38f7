import Glibc
import IndexHostility
import SearchIndex

/// A worker's own copy of an index, damaged in place and mapped anew each time.
final class ChangedFile {
    let original: [UInt8]
    private let path: String
    private let raw: Int32
    private let interrogation = Interrogation()
    private let usual: Interrogation.Outcome

    /// - Parameter path: Of an index that is whole.
    init(copying path: String) throws {
        let bytes = WorkingFolder.read(path) ?? []
        let own = "\(path).\(getpid())"
        let raw = open(own, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        _ = bytes.withUnsafeBytes { pwrite(raw, $0.baseAddress, $0.count, 0) }
        original = bytes
        self.path = own
        self.raw = raw
        usual = interrogation.outcome(of: try IndexMemory(path: own))
        guard case .answers = usual else { throw IndexError.damaged }
    }

    deinit {
        close(raw)
        unlink(path)
    }

    /// Whether a changed byte is refused, or makes no difference at all.
    func withstands(_ change: UInt8, at offset: Int) -> Bool {
        set(original[offset] ^ change, at: offset)
        defer { set(original[offset], at: offset) }
        return withstandsNow(mayAnswer: true)
    }

    /// Whether a file that ends too soon is refused; from long to short.
    func withstands(length: Int) -> Bool {
        ftruncate(raw, off_t(length))
        return withstandsNow(mayAnswer: false)
    }

    private func withstandsNow(mayAnswer: Bool) -> Bool {
        let own = path
        switch interrogation.outcome(of: try IndexMemory(path: own)) {
        case .refused(.unreadable): return false
        case .refused: return true
        case let answered: return mayAnswer && answered == usual
        }
    }

    private func set(_ byte: UInt8, at offset: Int) {
        var byte = byte
        pwrite(raw, &byte, 1, off_t(offset))
    }
}
