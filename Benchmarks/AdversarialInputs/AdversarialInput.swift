/// A family of texts made to be slow to read, one for each size.
package struct AdversarialInput: Sendable, CustomStringConvertible {
    package let name: String
    private let make: @Sendable (Int) -> String

    /// - Parameter make: A text of about as many bytes as it is given.
    init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
        self.name = name
        self.make = make
    }

    /// A text of about as many bytes.
    package func text(size: Int) -> [UInt8] {
        Array(make(size).utf8)
    }

    package var description: String { name }

    /// Those for Markdown.
    package static let markdown = containers + tables + lines + brackets + definitions + emphasis + inlines
}

/// The unit again and again, as often as it fits into the size.
func fill(_ unit: String, _ size: Int) -> String {
    String(repeating: unit, count: max(1, size / unit.utf8.count))
}

/// What the function gives for 1, 2, 3 … until the size is reached.
func series(_ size: Int, _ make: (Int) -> String) -> String {
    var text = ""
    var number = 1
    while text.utf8.count < size {
        text += make(number)
        number += 1
    }
    return text
}
