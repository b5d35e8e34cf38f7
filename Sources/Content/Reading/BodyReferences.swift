import Markdown

/// What an article's Markdown refers to: other content by `kb:` links, and the images and documents it shows.
struct BodyReferences {
    private(set) var references: [Reference] = []

    init(_ documents: [MarkdownDocument], blocks: [Article.Block], path: String) {
        for (document, block) in zip(documents, blocks) {
            for link in document.links {
                guard let target = BodyReferences.target(link.destination, in: path) else { continue }
                references.append(Reference(target, role: "link", range: link.range, audience: block.audience))
            }
            for image in document.images {
                guard case .asset(let file)? = BodyReferences.target(image.source, in: path) else { continue }
                references.append(Reference(.asset(file), role: "image", range: image.range, audience: block.audience))
            }
        }
    }

    /// - Returns: nil for an address outside the knowledge base or within the same page.
    private static func target(_ destination: String, in path: String) -> Reference.Target? {
        if destination.hasPrefix("kb:") {
            let parts = destination.dropFirst(3).split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            return .item(String(parts[0]), anchor: parts.count > 1 ? String(parts[1]) : nil)
        }
        guard !destination.isEmpty, !destination.hasPrefix("#"), !destination.hasPrefix("//"),
            !destination.prefix(while: { $0 != "/" && $0 != "?" }).contains(":")
        else { return nil }
        let file = decoded(String(destination.prefix { $0 != "#" && $0 != "?" }))
        return .asset(file.hasPrefix("assets/") ? file : resolve(file, in: path))
    }

    /// A path with `%20` and the like as the characters they stand for; as it is where they stand for none.
    private static func decoded(_ file: String) -> String {
        guard file.utf8.contains(UInt8(ascii: "%")) else { return file }
        let bytes = Array(file.utf8)
        var result: [UInt8] = []
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(offset + 1)...(offset + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                offset += 3
            } else {
                result.append(bytes[offset])
                offset += 1
            }
        }
        return String(validating: result, as: UTF8.self) ?? file
    }

    /// A path relative to the article's folder, as one relative to the knowledge base.
    private static func resolve(_ file: String, in path: String) -> String {
        var parts = file.hasPrefix("/") ? [] : path.split(separator: "/").dropLast().map(String.init)
        for part in file.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
