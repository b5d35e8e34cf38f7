private import CStemmer

/// Reduces the words of one language to their stems (libstemmer's Snowball algorithms).
final class Stemmer {
    private let handle: OpaquePointer?
    private var known: [String: String] = [:]

    /// - Parameter language: A language tag; words of a language without an algorithm stay as they are.
    init(language: String) {
        let name = String(language.prefix { $0 != "-" })
        handle = sb_stemmer_new(name, "UTF_8")
    }

    deinit {
        sb_stemmer_delete(handle)
    }

    func stem(_ word: String) -> String {
        guard let handle else { return word }
        if let stem = known[word] { return stem }
        let bytes = Array(word.utf8)
        guard let result = sb_stemmer_stem(handle, bytes, Int32(bytes.count)) else { return word }
        let length = Int(sb_stemmer_length(handle))
        let stem = String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
        known[word] = stem
        return stem
    }
}

/// One stemmer for each language, made when first used.
final class Stemmers {
    private var stemmers: [String: Stemmer] = [:]

    subscript(language: String) -> Stemmer {
        if let stemmer = stemmers[language] { return stemmer }
        let stemmer = Stemmer(language: language)
        stemmers[language] = stemmer
        return stemmer
    }
}
