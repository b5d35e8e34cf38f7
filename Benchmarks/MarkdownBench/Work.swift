import AdversarialInputs
import Measuring

/// What a process of its own does, and tells the one that started it.
enum Work {
    /// Bytes to read at least, so that the time is long enough to tell.
    private static let volume = 8 << 20

    static func run(_ kind: String, _ arguments: [String], with reader: any MarkdownReader) {
        switch kind {
        case "--honest": honest(HonestText(rawValue: arguments[0])!, reader)
        case "--conformance": conformance(reader)
        default:
            guard let input = AdversarialInput.markdown.first(where: { $0.name == arguments[0] }) else {
                fatalError("no such input")
            }
            adversarial(input.text(size: Int(arguments[1])!), warmUp: input.text(size: 64), reader)
        }
    }

    /// Reports how many bytes were read.
    private static func honest(_ text: HonestText, _ reader: any MarkdownReader) {
        let texts = text.texts()
        let size = texts.reduce(0) { $0 + $1.count }
        let rounds = (volume + size - 1) / size
        texts.forEach { check(reader.read($0)) }
        Measurement.report {
            for _ in 0..<rounds {
                for text in texts { _ = reader.read(text) }
            }
            return String(rounds * size)
        }
    }

    private static func check(_ refusal: String?) {
        if let refusal { fatalError("honest text is refused: \(refusal)") }
    }

    /// Reports how many examples give the specification's HTML to the byte; how many when line breaks beside tags do not
    /// count, which mean nothing and which md4c sets in its own way; and the numbers of those that do not even then.
    private static func conformance(_ reader: any MarkdownReader) {
        let examples = Example.all()
        Measurement.report {
            let differing = examples.filter { reader.html(Array($0.markdown.utf8)) != $0.html }
            let failed = differing.filter { example in
                guard let html = reader.html(Array(example.markdown.utf8)) else { return true }
                return withoutBreaksAtTags(html) != withoutBreaksAtTags(example.html)
            }
            let numbers = failed.map { "\($0.number)" }.joined(separator: " ")
            return "\(examples.count - differing.count):\(examples.count - failed.count):\(numbers)"
        }
    }

    private static func withoutBreaksAtTags(_ html: String) -> [UInt8] {
        let bytes = Array(html.utf8)
        return bytes.indices.filter { index in
            guard bytes[index] == UInt8(ascii: "\n") else { return true }
            let isAfterTag = index > 0 && bytes[index - 1] == UInt8(ascii: ">")
            let isBeforeTag = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "<")
            return !isAfterTag && !isBeforeTag
        }.map { bytes[$0] }
    }

    /// Reports why the text is refused.
    private static func adversarial(_ text: [UInt8], warmUp: [UInt8], _ reader: any MarkdownReader) {
        // What is made once for all files does not count.
        _ = reader.read(warmUp)
        Measurement.report { reader.read(text) }
    }
}
