private import Glibc

/// md4c's own HTML, without our checks before it.
struct Md4cReader: MarkdownReader {
    private typealias Receive = @convention(c) (UnsafePointer<CChar>?, UInt32, UnsafeMutableRawPointer?) -> Void
    private typealias Convert =
        @convention(c) (UnsafePointer<UInt8>?, UInt32, Receive, UnsafeMutableRawPointer?, UInt32, UInt32) -> Int32

    /// Grows by doubling, and ends the process without a word when there is no memory, as cmark's does.
    private final class Output {
        private var bytes: UnsafeMutablePointer<UInt8>?
        private var capacity = 0
        private var count = 0

        var text: String { String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self) }

        deinit { free(bytes) }

        func append(_ chunk: UnsafePointer<CChar>?, _ size: Int) {
            guard let chunk, size > 0 else { return }
            if count + size > capacity { reserve(max(2 * capacity, count + size)) }
            memcpy(bytes! + count, chunk, size)
            count += size
        }

        func reserve(_ size: Int) {
            guard let grown = realloc(bytes, size) else { abort() }
            bytes = grown.bindMemory(to: UInt8.self, capacity: size)
            capacity = size
        }
    }

    let version: String
    private let convert: Convert
    /// MD_FLAG_TABLES and MD_FLAG_STRIKETHROUGH.
    private static let flags: UInt32 = 0x0100 | 0x0200
    /// MD_HTML_FLAG_XHTML: `<br />`, as the specification writes it.
    private static let htmlFlags: UInt32 = 0x0008

    init?() {
        guard let library = SharedLibrary(anyOf: ["libmd4c-html.so.0", "libmd4c-html.so"]),
            let convert = library.function("md_html", as: Convert.self)
        else { return nil }
        self.convert = convert
        version = SharedLibrary.fileVersion(of: "libmd4c-html") ?? "of unknown version"
    }

    func read(_ text: [UInt8]) -> String? {
        write(text) == nil ? "it failed" : nil
    }

    func html(_ text: [UInt8]) -> String? {
        write(text)?.text
    }

    private func write(_ text: [UInt8]) -> Output? {
        let output = Output()
        output.reserve(text.count * 5 / 4 + 64)
        let status = convert(
            text, UInt32(text.count),
            { chunk, size, output in
                Unmanaged<Output>.fromOpaque(output!)._withUnsafeGuaranteedRef { $0.append(chunk, Int(size)) }
            }, Unmanaged.passUnretained(output).toOpaque(), Self.flags, Self.htmlFlags)
        return withExtendedLifetime(output) { status == 0 ? output : nil }
    }
}
