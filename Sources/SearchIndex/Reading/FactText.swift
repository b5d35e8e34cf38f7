/// Text with facts by name: `{{fact:mri.prep-hours}}`.
enum FactText {
    private static let opening = Array("{{fact:".utf8)
    private static let closing = Array("}}".utf8)
    private static let endsName = Array("{}\n".utf8)
    /// So many bytes of values go into one text; it has its placeholders from there on. Short names must not make long
    /// texts without end.
    private static let mostAdded = 1 << 20

    /// The text with each placeholder replaced.
    ///
    /// - Parameter value: The text for a fact's name.
    static func replacing(in text: String, _ value: (String) -> String) -> String {
        let bytes = Array(text.utf8)
        var result = ""
        var offset = 0
        var added = 0
        while added <= mostAdded, let (start, name, isClosed) = next(in: bytes, from: offset) {
            guard isClosed else {
                // Not a placeholder: shown as it stands.
                result += String(decoding: bytes[offset..<name.endIndex], as: UTF8.self)
                offset = name.endIndex
                continue
            }
            result += String(decoding: bytes[offset..<start], as: UTF8.self)
            let value = value(String(decoding: name, as: UTF8.self))
            result += value
            added += value.utf8.count
            offset = name.endIndex + closing.count
        }
        return result + String(decoding: bytes[offset...], as: UTF8.self)
    }

    /// The text with every value that a fact ever has, for search.
    static func allValues(of text: String, _ facts: [String: IndexContents.Fact]) -> String {
        // Almost no text names one.
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        return replacing(in: text) { name in (facts[name]?.values ?? []).map(\.text).joined(separator: " ") }
    }

    /// The facts that any text of a document names, in whatever place.
    static func names(in document: IndexDocument) -> Set<String> {
        var writer = ByteWriter()
        document.write(to: &writer)
        var names: Set<String> = []
        var offset = 0
        while let (_, name, _) = next(in: writer.bytes, from: offset) {
            names.insert(String(decoding: name, as: UTF8.self))
            offset = name.endIndex
        }
        return names
    }

    /// The next opening, the name after it, and whether that is closed.
    private static func next(
        in bytes: [UInt8], from offset: Int
    ) -> (start: Int, name: ArraySlice<UInt8>, isClosed: Bool)? {
        var start = offset
        while start + opening.count <= bytes.count {
            guard bytes[start] == opening[0], bytes[start...].starts(with: opening) else {
                start += 1
                continue
            }
            let name = bytes[(start + opening.count)...].prefix { !endsName.contains($0) }
            return (start, name, bytes[name.endIndex...].starts(with: closing))
        }
        return nil
    }
}
