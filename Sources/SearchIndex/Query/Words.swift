/// Cuts text into words: runs of letters and digits in lower case, apostrophes left out.
enum Words {
    static func of(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if isPartOfWord(scalar) {
                word.unicodeScalars.append(contentsOf: lowercase(scalar).unicodeScalars)
            } else if scalar != "'" && scalar != "\u{2019}" && !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        // Longer than any word: a line of code or of damage.
        return words.filter { $0.utf8.count <= 64 }
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    private static func lowercase(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x41...0x5A: String(Unicode.Scalar(UInt8(scalar.value) | 0x20))
        case 0..<0x80: String(scalar)
        default: scalar.properties.lowercaseMapping
        }
    }
}
