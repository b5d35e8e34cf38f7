import Presentation

/// An example's text for people: every character can be seen, and it ends in one line break.
enum ExampleText {
    static func visible(_ text: String) -> String {
        let lines = VisibleText.of(text, keeping: [.lineFeed, .tab])
        return text.contains("\n") && !lines.hasSuffix("\n") ? lines + "\n" : lines
    }
}
