import AdversarialInputs
import Testing

@testable import Markdown

@Suite("Adversarial input")
struct AdversarialTests {
    /// Counts what the parser hands over.
    private final class Counter: EventReceiver {
        var work = 0

        func receive(_ event: Event) {
            work += 16
            switch event {
            case .text(_, let fragment): work += fragment.bytes.count
            case .enterSpan(.link(let destination, let title)), .enterSpan(.image(let destination, let title)):
                work += destination.bytes.count + title.bytes.count
            default: break
            }
        }
    }

    /// The events and bytes of the walk and the steps to match brackets; nil when the text is refused.
    private func work(_ text: [UInt8]) throws -> Int? {
        do throws(MarkdownError) {
            let source = try SourceText(text[...], limits: MarkdownLimits())
            try Preflight.check(source, limits: MarkdownLimits())
            let counter = Counter()
            try EventParser.walk(source, counter)
            let hasSection = source.firstRange(of: "<![CDATA[") != nil
            return try counter.work + (hasSection ? 0 : BracketCost.measure(source).most)
        } catch {
            #expect(error.range.lowerBound >= 0)
            #expect(error.range.upperBound <= text.count)
            return nil
        }
    }

    @Test(
        "the work at most doubles and a little with the size, or the text is refused",
        arguments: AdversarialInput.markdown)
    func growth(_ input: AdversarialInput) throws {
        let sizes = [8192, 16_384, 32_768]
        let works = try sizes.map { try work(input.text(size: $0)) }
        for (half, whole) in zip(works, works.dropFirst()) {
            guard let half else {
                #expect(whole == nil, "what is refused stays refused when it grows")
                continue
            }
            if let whole { #expect(Double(whole) <= 2.3 * Double(half)) }
        }
    }

    @Test(
        "documents and HTML of every input are made or refused, and no range is outside",
        arguments: AdversarialInput.markdown)
    func ranges(_ input: AdversarialInput) throws {
        let text = input.text(size: 5000)
        do throws(MarkdownError) {
            expectRangesInside(try MarkdownDocument(parsing: text[...]), of: text)
            _ = try HTMLRenderer().render(text[...])
        } catch {
            #expect(error.range.upperBound <= text.count)
        }
    }

    @Test("any mixture of marks is parsed without a trap", arguments: 0..<40)
    func mixtures(seed: Int) throws {
        let marks = [
            "a", "é", "😀", " ", "\t", "\n", "\n\n", "\r\n", "*", "**", "_", "`", "``", "[", "]", "](", "![", "(", ")",
            "<",
            ">", "<a", "<!--", "-->", "&amp;", "&#0;", "&#x1F600;", "&nGt;", "\\", "#", "- ", "1. ", "> ", "    ", "|",
            "|---|", "---", "===", "```", "~~", "[a]: u\n", "\"", "'", "{{fact:a}}", "\u{1}", "\u{7F}", "\u{85}",
        ]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        for _ in 0..<300 {
            let text = Array((0..<next(60)).map { _ in marks[next(marks.count)] }.joined().utf8)
            do throws(MarkdownError) {
                expectRangesInside(try MarkdownDocument(parsing: text[...]), of: text)
                _ = try HTMLRenderer().render(text[...])
            } catch {
                #expect(error.range.upperBound <= text.count)
            }
        }
    }

    private func expectRangesInside(_ document: MarkdownDocument, of text: [UInt8]) {
        let blocks = document.sections.flatMap(\.blocks)
        var ranges = document.links.map(\.range) + document.images.map(\.range) + document.rawHTML
        ranges += document.headings.map(\.range) + document.codeBlocks.map(\.range) + blocks.map(\.range)
        for block in blocks {
            let length = block.text.utf8.count
            ranges += [0..<length, 0..<length / 2, length / 2..<length, -1..<length + 9].map(block.sourceRange)
        }
        for range in ranges where range.lowerBound < 0 || range.upperBound > text.count {
            Issue.record("range \(range) outside of \(text.count) bytes: \(String(decoding: text, as: UTF8.self))")
        }
    }
}
