import AdversarialSensitive
import Testing

@testable import SensitiveText

@Suite struct LinearWorkTests {
    private func reads(_ bytes: [UInt8]) -> Int {
        let counter = ReadCounter()
        _ = SensitiveText.scan(ScannedText(bytes, in: 0..<bytes.count, counting: counter))
        return counter.count
    }

    @Test(arguments: AdversarialSensitive.allCases)
    func `Twice the text takes twice the reads`(_ text: AdversarialSensitive) {
        let once = reads(text.bytes(count: 10_000))
        let twice = reads(text.bytes(count: 20_000))
        #expect(Double(twice) < Double(once) * 2.1 + 1_000)
        #expect(once < 100 * 10_000)
    }
}
