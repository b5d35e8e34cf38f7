import FileSystem
private import Glibc
import YAML

/// Texts that people wrote to be read. Paths are relative to the repository.
enum HonestText: String, CaseIterable {
    case articles = "articles, each on its own"
    case oneText = "articles as one text, 1 MiB"
    case examples = "CommonMark's examples, each"

    /// No text is larger than our reader takes.
    private static let cap = 1 << 20

    func texts() -> [[UInt8]] {
        switch self {
        case .articles: return Self.articleTexts()
        case .oneText:
            let articles = Array(Self.articleTexts().joined())
            var text = articles
            while text.count + articles.count <= Self.cap { text += articles }
            return [text + articles.prefix(Self.cap - text.count)]
        case .examples: return Example.all().map { Array($0.markdown.utf8) }
        }
    }

    /// The Markdown of every article of the example, without its front matter.
    private static func articleTexts() -> [[UInt8]] {
        var matches = glob_t()
        defer { globfree(&matches) }
        precondition(glob("examples/patient-access/articles/*/*.md", 0, nil, &matches) == 0, "no articles here")
        return (0..<Int(matches.gl_pathc)).map { index in
            let text = readFile(String(cString: matches.gl_pathv[index]!))
            let mark = Array("\n---\n".utf8)
            let end = text.indices.first { text[$0...].starts(with: mark) }
            return Array(text[(end.map { $0 + mark.count } ?? 0)...])
        }
    }
}

/// One of the specification's examples.
struct Example {
    let number: Int
    let markdown: String
    let html: String

    static func all() -> [Example] {
        let file = readFile("Tests/MarkdownTests/Fixtures/commonmark.json")
        let nodes = (try? JSONReader.read(file))?.sequence ?? []
        return nodes.compactMap { node in
            guard let number = node["example"]?.scalar?.integer, let markdown = node["markdown"]?.text,
                let html = node["html"]?.text
            else { return nil }
            return Example(number: number, markdown: markdown, html: html)
        }
    }
}

/// The bytes of a file, without which there is nothing to measure.
private func readFile(_ path: String) -> [UInt8] {
    do throws(FileSystemError) {
        return try FileDescriptor(opening: path, O_RDONLY, to: "read").readAll(limit: 1 << 24)
    } catch {
        fatalError("\(error)")
    }
}
