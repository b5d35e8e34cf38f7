import SeededRandom

extension SeededGenerator {
    /// Whether something that happens so many times in a hundred happens.
    mutating func happens(percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &self) < percent
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    mutating func digits(_ count: Int) -> String {
        text(count, of: "0123456789")
    }

    /// Digits of which the first is not 0.
    mutating func count(_ count: Int) -> String {
        text(1, of: "123456789") + digits(count - 1)
    }

    mutating func text(_ count: Int, of alphabet: String) -> String {
        let characters = Array(alphabet)
        return String((0..<count).map { _ in pick(characters) })
    }

    mutating func alphanumeric(_ count: Int) -> String {
        text(count, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    }

    mutating func hex(_ count: Int) -> String {
        text(count, of: "0123456789abcdef")
    }

    mutating func base64(_ count: Int) -> String {
        text(count, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    }
}
