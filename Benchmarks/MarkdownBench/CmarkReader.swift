private import Glibc

/// cmark, the reference implementation of CommonMark in C.
struct CmarkReader: MarkdownReader {
    private typealias Convert =
        @convention(c) (UnsafePointer<UInt8>?, Int, Int32) -> UnsafeMutablePointer<CChar>?
    private typealias Version = @convention(c) () -> UnsafePointer<CChar>

    let version: String
    private let convert: Convert
    /// CMARK_OPT_UNSAFE: raw HTML is written.
    private static let passesThrough: Int32 = 1 << 17

    init?() {
        let names = ["0.31.2", "0.31.1", "0.31.0", "0.30.3", "0.30.2"].map { "libcmark.so.\($0)" }
        guard let library = SharedLibrary(anyOf: ["libcmark.so"] + names),
            let convert = library.function("cmark_markdown_to_html", as: Convert.self),
            let version = library.function("cmark_version_string", as: Version.self)
        else { return nil }
        self.convert = convert
        self.version = String(cString: version())
    }

    func read(_ text: [UInt8]) -> String? {
        guard let html = convert(text, text.count, 0) else { return "it failed" }
        free(html)
        return nil
    }

    func html(_ text: [UInt8]) -> String? {
        guard let html = convert(text, text.count, Self.passesThrough) else { return nil }
        defer { free(html) }
        return String(cString: html)
    }
}
