import SeededRandom

/// Numbers that a hospital or an insurer gives, each system in its own way.
enum RecordNumbers {
    private static let recordForms = [
        "MRN: ¤", "MRN ¤", "MRN#¤", "(MRN ¤)", "The medical record number is ¤.", "Medical Record No.: ¤",
        "Medical record # ¤ was opened twice.", "| MRN | ¤ |", "mrn: \"¤\"", "record #¤",
        "MRN ¤ was merged into MRN ¤.",
        "**MRN:** ¤", "Patient ID: ¤", "Chart number ¤ belongs to the father.", "Open MRN = ¤ and add a note.",
        "MRN for the daughter is ¤.", "Search ¤ in the chart (MRN).", "chart ¤", "MR# ¤",
        "Merge MRNs ¤ and ¤", "Account MRN – ¤", "Pt MRN ¤ arrived late", "mrn=¤&view=chart",
        "Medical Record Number ¤ (active)",
        "Find the patient by MRN, e.g. ¤", "MRN/¤", "Label reads MRN  ¤ / Room 4",
    ]
    private static let memberForms = [
        "Member ID: ¤", "member id ¤", "The member number is ¤.", "Subscriber ID ¤ is inactive.", "member_id: ¤",
        "| Member ID | ¤ |", "Insurance ID: ¤", "Medicaid ID ¤", "Subscriber # ¤", "**Member #** ¤",
        "Read it back: \"member ID ¤\"", "Medicaid number: ¤", "The card shows ¤ as the ID.", "her plan ID is ¤",
        "memberId=\"¤\"", "Member No. ¤ (dependent 02)",
        "BCBS member ID # ¤", "His member ID was ¤ until May", "Policy holder ID ¤", "Enter ¤ under Member ID",
        "{\"memberId\": \"¤\"}", "Subscriber number: ¤, group 00120", "Medicaid # is ¤",
    ]

    static func sentence(_ label: Label, _ random: inout SeededGenerator) -> Planted {
        if label == .medicalRecordNumber {
            return Planted(label, random.pick(recordForms)) { record(&random) }
        }
        return Planted(label, random.pick(memberForms)) { member(&random) }
    }

    static func record(_ random: inout SeededGenerator) -> String {
        switch random.number(0...9) {
        case 0: "E" + random.digits(7)
        case 1: "MR-" + random.digits(6)
        case 2: "00-" + random.digits(2) + "-" + random.digits(2) + "-" + random.digits(2)
        case 3: random.digits(3) + " " + random.digits(3) + " " + random.digits(3)
        default: random.digits(random.number(6...10))
        }
    }

    static func member(_ random: inout SeededGenerator) -> String {
        switch random.number(0...9) {
        case 0: "XYZ" + random.digits(9)
        case 1: random.digits(11)
        case 2: random.digits(8) + "-01"
        case 3: "H" + random.digits(4) + " " + random.digits(5)
        case 4: random.text(3, of: "ABCDEFGHJKM") + random.digits(3) + "M" + random.digits(5)
        default: "W" + random.digits(9)
        }
    }
}
