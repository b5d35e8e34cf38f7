/// Where a Markdown file's front matter and its body are.
struct FrontMatter {
    let yaml: Range<Int>
    let body: Range<Int>

    /// - Returns: nil when the file has no front matter, which is then a problem of the file.
    init?(_ bytes: [UInt8], _ findings: Findings) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = FrontMatter.delimiter(bytes, at: start) else {
            findings.report(.missingFrontMatter, start..<min(start + 3, bytes.count))
            return nil
        }
        var offset = first
        while offset < bytes.count {
            if let end = FrontMatter.delimiter(bytes, at: offset) {
                yaml = first..<offset
                body = end..<bytes.count
                return
            }
            offset = (bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
        }
        findings.report(.unclosedFrontMatter, start..<start + 3)
        return nil
    }

    /// The end of a line that is `---` and nothing else, or nil.
    private static func delimiter(_ bytes: [UInt8], at offset: Int) -> Int? {
        guard bytes[offset...].starts(with: "---".utf8) else { return nil }
        var end = offset + 3
        while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") { end += 1 }
        if end == bytes.count { return end }
        if bytes[end] == UInt8(ascii: "\r") { end += 1 }
        return end < bytes.count && bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
    }
}
