/// A record or member number, which only its label tells from other numbers: `MRN 00482913`, `member id: W123456789`.
enum LabelledNumber {
    private static let longestGap = 24

    static func match(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        guard let label = Label(in: text, at: start) else { return nil }
        guard let first = valueStart(in: text, after: label.end) else { return nil }
        guard let end = label.format.end(in: text, at: first) else { return nil }
        return SensitiveMatch(label.kind, start..<end)
    }

    /// Skips marks and little words: “MRN # is: **”.
    private static func valueStart(in text: ScannedText, after label: Int) -> Int? {
        let limit = label + longestGap
        // The stop of “No.”.
        var offset = text.has("o.", at: label - 1) ? label + 1 : label
        while offset < limit {
            let byte = text[offset]
            if byte.isBlank || byte.isQuote || ":#=*_(|[\\-/,".utf8.contains(byte) {
                offset += 1
            } else if let end = text.dashEnd(at: offset) {
                offset = end
            } else if let end = text.firstWord(
                of: ["is", "was", "number", "num", "no.", "no", "id", "e.g.", "es"], at: offset)
            {
                offset = end
            } else {
                let isApart = offset > label || !text[label - 1].isAlphanumeric
                return byte.isAlphanumeric && isApart ? offset : nil
            }
        }
        return nil
    }

    private struct Label {
        let end: Int
        let kind: SensitiveMatch.Kind
        let format: CodeFormat

        // By first letter, as most words label nothing.
        private static let forM: [StaticString] = [
            "mrn", "mrns", "mr #", "medical record number", "medical record no", "medical record id",
            "medical record #",
        ]
        private static let forR: [StaticString] = ["record number", "record no", "record #"]
        private static let forC: [StaticString] = ["chart number", "chart no", "chart #"]
        private static let forP: [StaticString] = ["patient id", "patient number", "patient no", "patient #"]
        private static let membersForM: [StaticString] = [
            "member id", "member number", "member no", "member #", "medicaid id", "medicaid number", "medicaid #",
        ]
        private static let membersForP: [StaticString] = ["policy holder id", "policy holder number"]
        private static let membersForS: [StaticString] = [
            "subscriber id", "subscriber number", "subscriber no", "subscriber #",
        ]
        private static let membersForI: [StaticString] = [
            "insurance id", "insurance number", "insurance policy number",
        ]

        init?(in text: ScannedText, at start: Int) {
            switch text[start] | 0x20 {
            case UInt8(ascii: "m"): self.init(records: Self.forM, members: Self.membersForM, in: text, at: start)
            case UInt8(ascii: "r"):
                // “We hit a record number: 120000 visits.”
                if text.has("a ", at: start - 2) { return nil }
                self.init(records: Self.forR, members: [], in: text, at: start)
            case UInt8(ascii: "c"): self.init(records: Self.forC, members: [], in: text, at: start)
            case UInt8(ascii: "p"): self.init(records: Self.forP, members: Self.membersForP, in: text, at: start)
            case UInt8(ascii: "s"): self.init(records: [], members: Self.membersForS, in: text, at: start)
            case UInt8(ascii: "i"): self.init(records: [], members: Self.membersForI, in: text, at: start)
            default: return nil
            }
        }

        private init?(records: [StaticString], members: [StaticString], in text: ScannedText, at start: Int) {
            if let end = text.firstWord(of: records, at: start) {
                self.end = end
                kind = .medicalRecordNumber
                format = CodeFormat(letters: 3, digits: 5...12)
            } else if let end = text.firstWord(of: members, at: start) {
                self.end = end
                kind = .memberNumber
                format = CodeFormat(letters: 4, digits: 6...14)
            } else {
                return nil
            }
        }
    }
}
