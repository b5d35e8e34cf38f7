/// A sentence in the making: a form with `¤` where each value goes.
struct Planted {
    private(set) var text = ""
    private(set) var ranges: [Range<Int>] = []
    let label: Label?

    /// A form whose values are of the label.
    init(_ label: Label, _ form: String, _ value: () -> String) {
        self.label = label
        let parts = form.split(separator: "¤", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            text += part
            guard index < parts.count - 1 else { break }
            let start = text.utf8.count
            text += value()
            ranges.append(start..<text.utf8.count)
        }
    }

    /// A sentence with nothing in it that should be found.
    init(harmless text: String) {
        self.text = text
        label = nil
    }
}
