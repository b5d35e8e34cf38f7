private import Glibc

/// cmark-gfm, GitHub's fork of cmark, with tables and strikethrough.
struct CmarkGFMReader: MarkdownReader {
    private typealias Pointer = UnsafeMutableRawPointer
    private typealias Version = @convention(c) () -> UnsafePointer<CChar>
    private typealias Register = @convention(c) () -> Void
    private typealias Find = @convention(c) (UnsafePointer<CChar>) -> Pointer?
    private typealias MakeParser = @convention(c) (Int32) -> Pointer?
    private typealias Attach = @convention(c) (Pointer?, Pointer?) -> Int32
    private typealias Feed = @convention(c) (Pointer?, UnsafePointer<UInt8>?, Int) -> Void
    private typealias Get = @convention(c) (Pointer?) -> Pointer?
    private typealias Render = @convention(c) (Pointer?, Int32, Pointer?) -> UnsafeMutablePointer<CChar>?
    private typealias Release = @convention(c) (Pointer?) -> Void

    let version: String
    private let extensions: [Pointer?]
    private let makeParser: MakeParser
    private let attach: Attach
    private let feed: Feed
    private let finish: Get
    private let attached: Get
    private let render: Render
    private let freeNode: Release
    private let freeParser: Release
    /// CMARK_OPT_UNSAFE: raw HTML is written.
    private static let passesThrough: Int32 = 1 << 17

    init?() {
        let versions = ["", ".0.29.0.gfm.13", ".0.29.0.gfm.12", ".0.29.0.gfm.11", ".0.29.0.gfm.6"]
        guard let core = SharedLibrary(anyOf: versions.map { "libcmark-gfm.so\($0)" }),
            let more = SharedLibrary(anyOf: versions.map { "libcmark-gfm-extensions.so\($0)" }),
            let register = more.function("cmark_gfm_core_extensions_ensure_registered", as: Register.self),
            let find = core.function("cmark_find_syntax_extension", as: Find.self),
            let version = core.function("cmark_version_string", as: Version.self),
            let makeParser = core.function("cmark_parser_new", as: MakeParser.self),
            let attach = core.function("cmark_parser_attach_syntax_extension", as: Attach.self),
            let feed = core.function("cmark_parser_feed", as: Feed.self),
            let finish = core.function("cmark_parser_finish", as: Get.self),
            let attached = core.function("cmark_parser_get_syntax_extensions", as: Get.self),
            let render = core.function("cmark_render_html", as: Render.self),
            let freeNode = core.function("cmark_node_free", as: Release.self),
            let freeParser = core.function("cmark_parser_free", as: Release.self)
        else { return nil }
        register()
        extensions = [find("table"), find("strikethrough")]
        guard !extensions.contains(nil) else { return nil }
        self.version = String(cString: version())
        (self.makeParser, self.attach, self.feed, self.finish) = (makeParser, attach, feed, finish)
        (self.attached, self.render, self.freeNode, self.freeParser) = (attached, render, freeNode, freeParser)
    }

    func read(_ text: [UInt8]) -> String? {
        guard let html = write(text, options: 0) else { return "it failed" }
        free(html)
        return nil
    }

    func html(_ text: [UInt8]) -> String? {
        guard let html = write(text, options: Self.passesThrough) else { return nil }
        defer { free(html) }
        return String(cString: html)
    }

    private func write(_ text: [UInt8], options: Int32) -> UnsafeMutablePointer<CChar>? {
        let parser = makeParser(options)
        defer { freeParser(parser) }
        for each in extensions { _ = attach(parser, each) }
        feed(parser, text, text.count)
        let document = finish(parser)
        defer { freeNode(document) }
        return render(document, options, attached(parser))
    }
}
