extension [String] {
    /// One after another as in a sentence: `a, b and c`; nil where there are none.
    var spoken: String? {
        guard let last else { return nil }
        return count == 1 ? last : dropLast().joined(separator: ", ") + " and " + last
    }
}
