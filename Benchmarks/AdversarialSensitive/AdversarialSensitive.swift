/// Texts that would make a careless scanner read the same bytes again and again: each begins a pattern at every few
/// bytes and completes none.
package enum AdversarialSensitive: String, CaseIterable, Sendable {
    case digitsAndHyphens, capitals, tokenHeads, tokenParts, assignments, assignmentsWithSpaces, cardGroups, longDigits
    case addresses, userParts, keyHeaders, keyHeadersWithBodies, dashes, birthWords, names, birthDates, labels
    case socialSecurity, issuedPrefixes, bearers, quotes

    /// What repeats.
    private var unit: String {
        switch self {
        case .digitsAndHyphens: "1-"
        case .capitals: "A"
        case .tokenHeads: "eyJ"
        case .tokenParts: "eyJhbGciOiJI."
        case .assignments: "password="
        case .assignmentsWithSpaces: "password : "
        case .cardGroups: "4 4444 "
        case .longDigits: "4"
        case .addresses: "https://a:"
        case .userParts: "a:"
        case .keyHeaders: "-----BEGIN PRIVATE KEY-----"
        case .keyHeadersWithBodies: "-----BEGIN PRIVATE KEY-----AAAAAAAAAAAAAAAAAAAAAAAAA\n"
        case .dashes: "-"
        case .birthWords: "DOB "
        case .names: "Jane DOB Doe DOB "
        case .birthDates: "DOB 01/02/1990 "
        case .labels: "MRN # "
        case .socialSecurity: "SSN 12345678 "
        case .issuedPrefixes: "ghp_AKIA_xoxb-"
        case .bearers: "bearer "
        case .quotes: "token\"'`"
        }
    }

    /// Text of at least as many bytes.
    package func bytes(count: Int) -> [UInt8] {
        let unit = Array(self.unit.utf8)
        let prefix: [UInt8] = self == .userParts ? Array("https://".utf8) : []
        var bytes = prefix
        bytes.reserveCapacity(count + unit.count)
        while bytes.count < count { bytes.append(contentsOf: unit) }
        return bytes
    }
}
