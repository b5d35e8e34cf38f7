private import Crypto
package import Diagnostics
import Time
import YAML

/// A hash of what an item says, which reviews, translations and approvals are bound to.
///
/// SHA-256 over the fields but `review` and `translation`, each scalar by its text, and the body with LF line ends. Comments,
/// quotes and indentation do not count; every word does.
package enum ContentHash {
    /// 64 hexadecimal digits for each item of a file, in their order. A file of one item is hashed whole, and each hub of a
    /// navigation file by itself.
    package static func hashes(of file: ContentFile) -> [String] { hashes(of: file, without: bound) }

    /// The same of what a reader sees, to which a review is bound: where an item is filed, and who owns it, may change.
    static func seenHashes(of file: ContentFile) -> [String] { hashes(of: file, without: bound.union(unseen)) }

    /// The fields that say what hashes others are bound to.
    private static let bound: Set<String> = ["review", "translation"]
    private static let unseen: Set<String> = ["id", "aliases", "owner", "category", "topics", "keywords"]

    private static func hashes(of file: ContentFile, without excluded: Set<String>) -> [String] {
        file.itemNodes.map { node in
            var hasher = SHA256()
            update(&hasher, node, without: excluded)
            if let frontMatter = file.frontMatter { update(&hasher, body: file.source.bytes, after: frontMatter) }
            return hexadecimal(hasher.finalize())
        }
    }

    /// The hashes of the items in a file that is yet to be read.
    package static func hashes(of source: SourceFile) -> [String] {
        guard case .kind(let kind) = FileKind.at(source.path) else { return [] }
        return hashes(of: ContentReader(timeZone: { _ in nil }).read(source, as: kind))
    }

    /// 64 hexadecimal digits of the SHA-256 of some bytes.
    package static func hash(of bytes: [UInt8]) -> String { hash(of: [bytes]) }

    /// - Parameter parts: One after the other.
    package static func hash(of parts: [[UInt8]]) -> String {
        var hasher = SHA256()
        for part in parts { hasher.update(data: part) }
        return hexadecimal(hasher.finalize())
    }

    /// Of what is shown of an article elsewhere, such as beside a step of a workflow.
    static func hash(of part: ArticlePart) -> String {
        var hasher = SHA256()
        for field in part.fields {
            update(&hasher, field.name, mark: "k")
            update(&hasher, field.value)
        }
        if let section = part.section { update(&hasher, body: section[...]) }
        return hexadecimal(hasher.finalize())
    }

    /// Of what a fact tells: its unit, and its values with when and for whom they hold.
    static func hash(ofFact node: Node) -> String {
        var hasher = SHA256()
        for name in ["unit", "values"] {
            guard let value = node[name] else { continue }
            update(&hasher, name, mark: "k")
            update(&hasher, value)
        }
        return hexadecimal(hasher.finalize())
    }

    private static func update(_ hasher: inout SHA256, _ node: Node, without excluded: Set<String> = []) {
        switch node.content {
        case .scalar(let scalar): update(&hasher, scalar.text, mark: "s")
        case .sequence(let nodes):
            update(&hasher, "\(nodes.count)", mark: "l")
            for node in nodes { update(&hasher, node) }
        case .mapping(let mapping):
            let entries = mapping.entries.filter { !excluded.contains($0.key.text) }
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

    /// The body begins after the line that closes the front matter.
    private static func update(_ hasher: inout SHA256, body bytes: [UInt8], after frontMatter: Range<Int>) {
        update(&hasher, body: bytes[frontMatter.upperBound...].drop { $0 != UInt8(ascii: "\n") })
    }

    /// With LF line ends, whatever they are.
    private static func update(_ hasher: inout SHA256, body: ArraySlice<UInt8>) {
        var rest = body
        while let end = rest.firstIndex(of: UInt8(ascii: "\r")) {
            update(&hasher, rest[..<end])
            rest = rest[(end + 1)...]
        }
        update(&hasher, rest)
    }

    private static func update(_ hasher: inout SHA256, _ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        ContentDigest(words: digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }).hexadecimal(32)
    }
}
