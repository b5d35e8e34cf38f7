import Markdown

/// Markdown as a page shows it, whatever its lines.
struct RenderedText: Equatable {
    private let html: String

    init(_ bytes: ArraySlice<UInt8>) {
        do throws(MarkdownError) {
            html = ProseReader.oneLine(try HTMLRenderer().render(bytes))
        } catch {
            html = String(decoding: bytes, as: UTF8.self)
        }
    }
}
