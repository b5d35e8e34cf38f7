import Markdown
import ParserEntries

/// Something that reads Markdown and writes HTML: ours or a peer.
protocol MarkdownReader {
    /// Of the library.
    var version: String { get }

    /// Reads the text and writes HTML with the options we use: tables and strikethrough where the reader has them.
    ///
    /// - Returns: why it is refused; nil when it was read.
    func read(_ text: [UInt8]) -> String?

    /// The HTML of a text that is trusted, raw HTML and all addresses as they are; nil when it is refused.
    func html(_ text: [UInt8]) -> String?
}

/// The readers that are measured beside one another, by the name in the table.
enum ReaderName: String, CaseIterable {
    /// All we do with a text: preflight, document, and then HTML, which checks and parses once more.
    case ours = "kb"
    /// Only our HTML, which is what the peers do.
    case oursHTML = "kb, HTML"
    case md4c, cmark
    case cmarkGFM = "cmark-gfm"

    /// The reader; nil where its library is not installed.
    func load() -> (any MarkdownReader)? {
        switch self {
        case .ours: OurReader(writesHTMLOnly: false)
        case .oursHTML: OurReader(writesHTMLOnly: true)
        case .md4c: Md4cReader()
        case .cmark: CmarkReader()
        case .cmarkGFM: CmarkGFMReader()
        }
    }
}

struct OurReader: MarkdownReader {
    let writesHTMLOnly: Bool

    var version: String { "this build, on md4c \(SharedLibrary.fileVersion(of: "libmd4c") ?? "of unknown version")" }

    func read(_ text: [UInt8]) -> String? {
        writesHTMLOnly ? render(text, HTMLRenderer.Options()).refusal : ParserEntry.markdown.read(text)
    }

    func html(_ text: [UInt8]) -> String? {
        var options = HTMLRenderer.Options()
        options.headingIDs = false
        options.passesThrough = true
        return render(text, options).html
    }

    private func render(_ text: [UInt8], _ options: HTMLRenderer.Options) -> (html: String?, refusal: String?) {
        do throws(MarkdownError) {
            return (try HTMLRenderer(options: options).render(text[...]), nil)
        } catch {
            return (nil, error.description)
        }
    }
}
