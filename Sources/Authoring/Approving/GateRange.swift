import CommandLine
import Git

/// What a gate compares with what.
struct GateRange: Sendable {
    /// Nil: nothing is there yet.
    var base: String?
    var head: String
    /// The head takes the base's place as it stands, as a push does.
    var isReplaced = false

    init(base: String?, head: String, isReplaced: Bool = false) {
        self.base = base
        self.head = head
        self.isReplaced = isReplaced
    }

    /// - Parameter text: `BASE`, `BASE..HEAD`, or nothing.
    init(_ text: String?, in repository: Repository) throws {
        guard let text else {
            self.init(base: try DefaultBase.name(in: repository), head: "HEAD")
            return
        }
        guard let dots = text.firstRange(of: "..") else {
            self.init(base: text, head: "HEAD")
            return
        }
        let (base, head) = (text[..<dots.lowerBound], text[dots.upperBound...])
        guard !head.hasPrefix(".") else {
            throw CommandFailure("'\(text)' has three dots; the gate always judges what the head did since both parted")
        }
        self.init(
            base: base.isEmpty ? try DefaultBase.name(in: repository) : String(base),
            head: head.isEmpty ? "HEAD" : String(head))
    }
}
