import FileSystem
import Glibc

/// A configuration file of git, read without following its includes and without acting on anything in it.
struct ConfigurationFile {
    struct Entry: Hashable {
        /// Section, subsection and name, joined by dots; section and name in lower case.
        let key: String
        let value: String
    }

    private(set) var entries: [Entry] = []

    /// The last value of a key, as git takes it.
    subscript(key: String) -> String? { entries.last { $0.key == key }?.value }

    init(_ text: String) {
        var section = ""
        for line in ConfigurationFile.logicalLines(text) {
            var rest = line[...]
            if rest.first == "[" {
                guard let end = ConfigurationFile.endOfHeader(rest) else { continue }
                section = ConfigurationFile.section(rest[rest.index(after: rest.startIndex)..<end])
                rest = ConfigurationFile.trimmed(rest[rest.index(after: end)...])
            }
            if rest.isEmpty || rest.first == "#" || rest.first == ";" { continue }
            let name = rest.prefix { $0 != "=" }
            let isBare = name.endIndex == rest.endIndex
            let value = isBare ? "true" : ConfigurationFile.value(rest[rest.index(after: name.endIndex)...])
            entries.append(Entry(key: section + "." + ConfigurationFile.trimmed(name).lowercased(), value: value))
        }
    }

    /// Nil where there is no such file.
    static func read(_ path: String) throws(GitError) -> ConfigurationFile? {
        try RepositoryFile.text(path).map { ConfigurationFile($0) }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
        return rest
    }

    /// Lines, where a backslash at the end of one joins the next.
    private static func logicalLines(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        var joined = ""
        for part in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = joined + trimmed(Substring(part))
            if line.hasSuffix("\\"), !line.hasSuffix("\\\\") {
                joined = String(line.dropLast())
            } else {
                lines.append(line[...])
                joined = ""
            }
        }
        return lines
    }

    private static func endOfHeader(_ line: Substring) -> Substring.Index? {
        var isQuoted = false
        var isEscaped = false
        for index in line.indices {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch line[index] {
            case "\\" where isQuoted: isEscaped = true
            case "\"": isQuoted.toggle()
            case "]" where !isQuoted: return index
            default: break
            }
        }
        return nil
    }

    private static func section(_ header: Substring) -> String {
        guard let quote = header.firstIndex(of: "\"") else { return header.lowercased() }
        let subsection = value(header[quote...])
        return trimmed(header[..<quote]).lowercased() + "." + subsection
    }

    /// Without quotes, escapes, and a comment at its end.
    private static func value(_ text: Substring) -> String {
        var result = ""
        var kept = ""
        var isQuoted = false
        var isEscaped = false
        for character in trimmed(text) {
            if isEscaped {
                result += String(["n": "\n", "t": "\t", "b": "\u{8}"][character] ?? character)
                (isEscaped, kept) = (false, result)
                continue
            }
            switch character {
            case "\\": isEscaped = true
            case "\"": isQuoted.toggle()
            case "#" where !isQuoted, ";" where !isQuoted: return kept
            default:
                result.append(character)
                if isQuoted || (character != " " && character != "\t") { kept = result }
            }
        }
        return kept
    }
}
