import SeededRandom

/// What looks like a secret or an identifier and is neither.
enum Harmless {
    static func sentence(_ random: inout SeededGenerator) -> Planted {
        let text =
            switch random.number(0...9) {
            case 0...3: number(&random)
            case 4, 5: code(&random)
            case 6, 7: random.pick(Instructions.aboutSecrets)
            case 8: random.pick(Instructions.aboutPatients)
            default: aboutPeople(&random)
            }
        return Planted(harmless: text)
    }

    /// Telephones, dates, claims, drugs, providers, parcels.
    private static func number(_ random: inout SeededGenerator) -> String {
        let r = { (count: Int, random: inout SeededGenerator) in random.count(count) }
        return switch random.number(0...23) {
        case 0: "Call \(r(3, &random))-\(r(3, &random))-\(random.digits(4)) before noon."
        case 1: "Call (\(r(3, &random))) \(r(3, &random))-\(random.digits(4)) ext. \(random.digits(4))."
        case 2: "Mail it to Riverside, CA \(random.digits(5))-\(random.digits(4))."
        case 3: "Invoice \(r(9, &random)) is due on \(BirthDates.date(&random))."
        case 4: "Claim number \(r(16, &random)) was denied."
        case 5: "CPT \(r(5, &random)), modifier 26; ICD-10 M54.\(random.digits(1)), Z12.31."
        case 6: "NDC \(random.digits(5))-\(random.digits(4))-\(random.digits(2)) is on backorder."
        case 7:
            "NDC \(random.digits(4))-\(random.digits(4))-\(random.digits(2)), lot \(random.alphanumeric(7).uppercased())"
        case 8: "The provider's NPI is \(provider(&random))."
        case 9: "Tracking number \(tracking(&random))"
        case 10: "ISBN 978-0-\(random.digits(3))-\(random.digits(5))-\(random.digits(1))"
        case 11: "The printer is at 10.\(random.number(0...255)).\(random.number(0...255)).14:9100."
        case 12: "Fax +1 \(r(3, &random)) \(r(3, &random)) \(random.digits(4))"
        case 13: "Tax ID \(r(2, &random))-\(random.digits(7)) goes on the form."
        case 14: "Routing number \(r(9, &random)) and account \(r(12, &random)) are the hospital's."
        case 15: "| \(r(3, &random)) | \(r(2, &random)) | \(r(4, &random)) |"
        case 16: "Rooms \(r(3, &random)) \(r(2, &random)) \(r(4, &random)) \(r(3, &random)) are closed."
        case 17: "Reference \(r(16, &random)), ticket INC\(random.digits(7))"
        case 18: "Version 219.09.\(random.digits(4)) of the portal, build \(random.digits(8))"
        case 19: "Serial SN-\(r(3, &random))-\(random.digits(2))-\(random.digits(4)) of the scanner"
        case 20: "UPS 1Z\(random.alphanumeric(6).uppercased())\(random.digits(10))"
        case 21: "Order \(random.pick(["4", "5"]))\(random.digits(15)) shipped."
        case 22: "Catalogue item \(r(3, &random))-\(r(2, &random))-\(random.digits(3)), box of 50"
        default: "The SSN field takes nine digits; call \(r(3, &random))-\(r(3, &random))-\(random.digits(4)) for help."
        }
    }

    /// Hashes, identifiers of software, pictures and public keys.
    private static func code(_ random: inout SeededGenerator) -> String {
        switch random.number(0...13) {
        case 0: "hash: \"\(random.hex(64))\""
        case 1: "verified: \(random.hex(64))"
        case 2: "Fixed in \(random.hex(40))."
        case 3: "id: " + [8, 4, 4, 4, 12].map { random.hex($0) }.joined(separator: "-")
        case 4: "![dot](data:image/png;base64,iVBORw0KGgo\(random.base64(400)))"
        case 5: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI\(random.base64(43)) desk@riverside"
        case 6: "-----BEGIN PUBLIC KEY-----\n\(random.base64(64))\n-----END PUBLIC KEY-----"
        case 7: "-----BEGIN CERTIFICATE-----\n\(random.base64(64))\n-----END CERTIFICATE-----"
        case 8: "integrity: sha512-\(random.base64(86))=="
        case 9: "https://portal.example/visit?id=\(random.hex(16))&page=2#t:4"
        case 10: "The model number is \(random.digits(1))\(random.text(10, of: "ABCDEFGHJK0123456789"))."
        case 11: "SHA256:\(random.base64(43)) is the host's fingerprint."
        case 12: "etag: W/\"\(random.hex(20))\""
        default: "[\(random.hex(7))](https://git.example:8443/kb/commit/\(random.hex(40)))"
        }
    }

    /// People and days that are not together a patient's.
    private static func aboutPeople(_ random: inout SeededGenerator) -> String {
        let name = Prose.name(&random)
        let date = BirthDates.date(&random)
        return random.pick([
            "\(name) owns this article since \(date).", "Reviewed by \(name) on \(date).",
            "Dr. \(name) sees adults only.",
            "Effective \(date): ask for name and DOB.", "DOB, then address. Changed \(date).",
            "Visits after \(date) need a referral from \(name).", "Contact \(name) at 555-010-0112.",
            "Babies born on or after \(date) get the new vaccine.",
            "Children born before 2020 need a form from \(name).",
            "The Date Of Birth field was added on \(date).", "Fire drill: \(date), led by \(name)",
        ])
    }

    /// Ten digits whose check digit counts the prefix 80840 of health care in the United States.
    private static func provider(_ random: inout SeededGenerator) -> String {
        let body = random.text(1, of: "12") + random.digits(8)
        return body + String(CardNumbers.checkDigit(of: "80840" + body))
    }

    /// Sixteen digits with a carrier's own check.
    private static func tracking(_ random: inout SeededGenerator) -> String {
        let body = random.pick(["4", "5", "9", "7"]) + random.digits(14)
        return body + String((CardNumbers.checkDigit(of: body) + random.number(1...9)) % 10)
    }
}
