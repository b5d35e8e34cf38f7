import SeededRandom

/// Forms that were written after the scanner was finished and that it is not changed for: what recall is where nobody
/// has looked.
enum UnseenForms {
    private static let socialSecurity = [
        "Social Security card ¤ was scanned.", "ssn_last_seen: ¤", "Wife's SSN is listed as ¤",
        "social security: ¤ (verified by phone)", "SSN->¤", "What is your social? ¤.",
    ]
    private static let records = [
        "MRN Number: ¤", "Medical rec. ¤", "MRN [¤]", "patient_mrn: ¤", "Old MRN ¤, new MRN ¤",
        "her record number is ¤", "MRN (hospital): ¤", "epic mrn ¤", "Chart # ¤ merged",
    ]
    private static let members = [
        "Member's ID: ¤", "Plan member ID (front of card): ¤", "member ID ending soon: ¤", "Insurance member ID=¤",
        "subscriber_id \"¤\"", "Medicaid ID number is ¤", "MEMBER ID\\n¤",
    ]
    private static let births = [
        "[¤]", "callback: ¤.", "verified ¤ at 9:15", "**¤**", "Patient ¤ wants a copy",
    ]
    private static let passwords = [
        "Passwords: ¤", "Sign in with password=¤ on the kiosk", "Password is set to ¤", "the pwd is ¤", "Passwd: ¤",
        "--password ¤", "Guest Wi-Fi: network Riverside, password: ¤", "passphrase = ¤",
        "Password (case sensitive) is ¤", "Mot de passe: ¤",
    ]
    private static let keys = [
        "apikey: ¤", "api key for the sandbox: ¤", "Secret Key: ¤", "refresh_token: ¤", "SIGNING_KEY=¤", "key=¤",
        "X-Auth-Token: ¤", "use the token \"¤\"", "ACCESS-TOKEN ¤",
    ]

    static func sentence(_ random: inout SeededGenerator) -> Planted {
        switch random.number(0...5) {
        case 0:
            Planted(.socialSecurityNumber, random.pick(socialSecurity)) {
                GovernmentNumbers.socialSecurity(random.pick(["-", "-", "-", " ", ""]), &random)
            }
        case 1: Planted(.medicalRecordNumber, random.pick(records)) { RecordNumbers.record(&random) }
        case 2: Planted(.memberNumber, random.pick(members)) { RecordNumbers.member(&random) }
        case 3: Planted(.nameWithBirthDate, random.pick(births)) { birth(&random) }
        case 4: Planted(.password, random.pick(passwords)) { ChosenSecrets.password(&random) }
        default: Planted(.assignedSecret, random.pick(keys)) { ChosenSecrets.key(&random) }
        }
    }

    private static func birth(_ random: inout SeededGenerator) -> String {
        let name = Prose.name(&random)
        let date = BirthDates.date(&random)
        return random.pick([
            "\(name) (born \(date))", "\(name); date of birth \(date)", "DOB \(date), \(name)", "\(name) DOB=\(date)",
            "\(name), birthday \(date)", "\(name) b. \(date)", "\(name) d/o/b \(date)",
            "Birth date \(date) for \(name)",
            "\(name), female, born in Ohio on \(date)",
        ])
    }
}
