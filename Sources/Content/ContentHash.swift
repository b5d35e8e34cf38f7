private import Crypto
package import Diagnostics
import Time
import YAML

/// A hash of what a file says, which reviews, translations and approvals are bound to.
///
/// SHA-256 over the fields but `review` and `translation`, each scalar by its text, and the body with LF line ends. Comments,
/// quotes and indentation do not count; every word does.
package enum ContentHash {
    /// - Returns: 64 hexadecimal digits, or nil when the file cannot be read.
    package static func hash(of item: Item, in base: KnowledgeBase) -> String? {
        base.source(item.path).flatMap { hash(of: $0) }
    }

    package static func hash(of source: SourceFile) -> String? {
        guard case .kind(let kind) = FileKind.at(source.path) else { return nil }
        let file = ContentReader(timeZone: { _ in nil }).read(source, as: kind)
        guard let root = file.root else { return nil }
        var hasher = SHA256()
        update(&hasher, root, isTop: true)
        if let frontMatter = file.frontMatter {
            // The body begins after the line that closes the front matter.
            let rest = source.bytes[frontMatter.upperBound...]
            let body = rest.drop { $0 != UInt8(ascii: "\n") }.filter { $0 != UInt8(ascii: "\r") }
            hasher.update(data: [UInt8](body))
        }
        return hexadecimal(hasher.finalize())
    }

    /// 64 hexadecimal digits of the SHA-256 of some bytes.
    package static func hash(of bytes: [UInt8]) -> String {
        hexadecimal(SHA256.hash(data: bytes))
    }

    private static func update(_ hasher: inout SHA256, _ node: Node, isTop: Bool = false) {
        switch node.content {
        case .scalar(let scalar): update(&hasher, scalar.text, mark: "s")
        case .sequence(let nodes):
            update(&hasher, "\(nodes.count)", mark: "l")
            for node in nodes { update(&hasher, node) }
        case .mapping(let mapping):
            let entries = mapping.entries.filter { !isTop || !["review", "translation"].contains($0.key.text) }
            update(&hasher, "\(entries.count)", mark: "m")
            for entry in entries {
                update(&hasher, entry.key.text, mark: "k")
                update(&hasher, entry.value)
            }
        }
    }

    /// Each text with its length before it, so that no two documents give the same bytes.
    private static func update(_ hasher: inout SHA256, _ text: String, mark: String) {
        hasher.update(data: Array("\(mark)\(text.utf8.count):\(text)".utf8))
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
