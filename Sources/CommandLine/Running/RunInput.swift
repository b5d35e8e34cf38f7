/// A line that somebody typed while a workflow runs.
enum RunInput: Hashable {
    case back
    /// With the new value where it is typed at once.
    case change(field: String, to: String?)
    case why
    case unknown
    case quit
    case answer(String)
    case nothing

    init(_ line: String) {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        switch (words.first, words.count) {
        case (nil, _): self = .nothing
        case ("b", 1): self = .back
        case ("?", 1): self = .why
        case ("u", 1): self = .unknown
        case ("q", 1): self = .quit
        case ("c", 2...):
            let parts = words.dropFirst().joined(separator: " ").split(maxSplits: 1) { $0 == "=" || $0 == " " }
            self = .change(field: String(parts[0]), to: parts.count > 1 ? String(parts[1]) : nil)
        default: self = .answer(words.joined(separator: " "))
        }
    }
}
