extension String {
    /// Enough of a text to know it by.
    var shortened: String {
        let line = ProseReader.oneLine(String(prefix(200)))
        return line.count <= 50 ? line : line.prefix(47) + "…"
    }
}
