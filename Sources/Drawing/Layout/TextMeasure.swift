import Presentation

/// How wide text is in Helvetica and the fonts that are cut to its measure, Arial and Liberation Sans.
enum TextMeasure {
    /// - Parameter size: Of the font, in the picture's units.
    static func width(_ text: some StringProtocol, size: Double) -> Double {
        text.reduce(0) { $0 + width($1) } * size / 1000
    }

    private static func width(_ character: Character) -> Double {
        switch character {
        case "i", "j", "l", "'": 222
        case " ", "!", ",", ".", "/", ":", ";", "I", "[", "]", "f", "t", "|": 278
        case "(", ")", "-", "r", "`": 333
        case "*", "\"": 390
        case "c", "k", "s", "v", "x", "y", "z", "J": 500
        case "F", "T", "Z": 611
        case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "&": 667
        case "C", "D", "H", "N", "R", "U", "w": 722
        case "G", "O", "Q": 778
        case "M", "m": 833
        case "%": 889
        case "W": 944
        case "@": 1015
        case "+", "<", "=", ">", "~": 584
        default: TextWidth.columns(of: character) > 1 ? 1000 : 556
        }
    }

    /// Breaks text between words; a word longer than a line is broken within.
    ///
    /// - Parameter most: So many lines; what is left out is an ellipsis.
    static func lines(_ text: String, width limit: Double, size: Double, most: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        func isFitting(_ text: String) -> Bool { width(text, size: size) <= limit }
        for word in VisibleText.of(text.prefix(2_000)).split(separator: " ") {
            var word = String(word)
            if !line.isEmpty, isFitting(line + " " + word) {
                line += " " + word
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while !isFitting(word), word.count > 1 {
                var head = word
                while !isFitting(head), head.count > 1 { head.removeLast() }
                lines.append(head)
                word.removeFirst(head.count)
            }
            line = word
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        var last = lines[most - 1]
        while !last.isEmpty, !isFitting(last + "…") { last.removeLast() }
        return lines.prefix(most - 1) + [last + "…"]
    }
}
