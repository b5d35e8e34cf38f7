/// Names made of texts.
enum StepName {
    private static let small: Set<String> = [
        "a", "an", "the", "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can",
        "could", "may", "of", "to", "in", "on", "at", "for", "and", "or", "it", "its", "be", "been", "there", "this",
        "that", "their", "they", "with", "by", "from", "any", "your", "you", "what", "which", "who", "when", "where",
        "how", "why", "if", "as", "not",
    ]

    /// The first words that mean something, joined by hyphens; nil where no letter can stand in a name.
    static func slug(_ text: String, words most: Int = 3, keepsSmall: Bool = false) -> String? {
        var words: [String] = []
        var word = ""
        for byte in Array(text.lowercased().utf8) + [0x20] {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                word.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "'"): break
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        let telling = keepsSmall ? words : words.filter { !small.contains($0) }
        let chosen = (telling.isEmpty ? words : telling).prefix(most)
        // YAML has a meaning of its own for a name like `null`.
        guard !chosen.isEmpty, chosen != ["null"] else { return nil }
        return String(chosen.joined(separator: "-").prefix(48))
    }

    static func field(_ text: String) -> String? {
        guard let slug = slug(text) else { return nil }
        let name = slug.replacing("-", with: "_")
        return name.first.map { $0.isNumber } == true ? "field_\(name)" : name
    }

    static func isID(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy {
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    }
            }
    }

    static func isField(_ text: String) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        } && !["all", "any", "not"].contains(text)
    }
}
