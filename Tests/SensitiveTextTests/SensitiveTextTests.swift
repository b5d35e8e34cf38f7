import SensitiveText
import Testing

@Suite struct SensitiveTextTests {
    @Test func `Matches come in order and a name may reach over a number`() {
        let text = "Jane Doe, SSN 219-09-9999, DOB 03/14/1962, MRN 00482913"
        #expect(
            found(in: text) == [
                "nameWithBirthDate Jane Doe, SSN 219-09-9999, DOB 03/14/1962", "socialSecurityNumber 219-09-9999",
                "medicalRecordNumber MRN 00482913",
            ])
    }

    @Test func `Only the range is looked at`() {
        let bytes = Array("219-09-9999 and 219-09-9998".utf8)
        #expect(SensitiveText.scan(bytes, in: 12..<27).map(\.range) == [16..<27])
        #expect(SensitiveText.scan(bytes, in: 0..<10).isEmpty)
        #expect(SensitiveText.scan(bytes, in: 5..<5).isEmpty)
        #expect(SensitiveText.scan(bytes, in: 0..<1000).count == 2)
    }

    @Test func `Any bytes are read without a trap`() {
        for seed in UInt8.min...UInt8.max {
            var bytes = Array("password: eyJ AKIA 4111-1 DOB 1/2/1990 J. D\u{F1} MRN # https://a:b@ -----BEGIN ".utf8)
            for index in stride(from: Int(seed) % 7, to: bytes.count, by: 7) { bytes[index] = seed }
            for end in 0...bytes.count { _ = SensitiveText.scan(bytes, in: 0..<end) }
        }
    }

    @Test(arguments: SensitiveMatch.Kind.allCases) func `Each kind completes a sentence`(_ kind: SensitiveMatch.Kind) {
        #expect(kind.noun.hasPrefix("a ") || kind.noun.hasPrefix("an "))
    }
}
