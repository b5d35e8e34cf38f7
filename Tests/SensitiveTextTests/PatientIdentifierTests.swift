import SensitiveText
import Testing

@Suite struct PatientIdentifierTests {
    @Test(arguments: [
        ("The caller gave 219-09-9999 as the number.", "socialSecurityNumber 219-09-9999"),
        ("Social is 219 09 9999.", "socialSecurityNumber 219 09 9999"),
        ("SSN: 219099999", "socialSecurityNumber 219099999"), ("SSN 219.09.9999", "socialSecurityNumber 219.09.9999"),
        ("Example 123-45-6789", "socialSecurityNumber 123-45-6789"), ("ITIN 912-70-1234", "taxpayerNumber 912-70-1234"),
        ("MRN 00482913", "medicalRecordNumber MRN 00482913"),
        ("Medical record No.: E1234567", "medicalRecordNumber Medical record No.: E1234567"),
        ("record #362415", "medicalRecordNumber record #362415"),
        ("Card 4111 1111 1111 1111, exp 09/28", "paymentCard 4111 1111 1111 1111"),
        ("Amex 3782-822463-10005", "paymentCard 3782-822463-10005"),
        ("pay 5555555555554444", "paymentCard 5555555555554444"),
        ("MBI 1EG4-TE5-MK73", "medicareNumber 1EG4-TE5-MK73"), ("MBI 1EG4TE5MK73", "medicareNumber 1EG4TE5MK73"),
        ("Member ID: W123456789", "memberNumber Member ID: W123456789"),
    ])
    func `A number that tells a patient is found`(_ text: String, _ expected: String) {
        #expect(found(in: text) == [expected])
    }

    @Test(arguments: [
        "SSN 000-12-3456", "SSN 666-12-3456", "SSN 900-12-3456", "SSN 219-00-9999", "SSN 219-09-0000",
        "SSN 111-11-1111",
        "XXX-XX-XXXX", "000-00-0000", "219099999", "Version 219.09.9999", "219-09-99991", "1-219-09-9999",
        "219-09-9999-1",
        "Rooms 219 09 9999 100", "555-010-0142", "(555) 010-0142", "90210-1234", "NPI 1234567893", "NDC 12345-6789-01",
        "MRN 0000000", "The MRN is on the wristband.", "MRN: 7 digits", "Medical records: 555-010-0134",
        "We hit a record number: 120000 visits", "Member Services number: 800-555-0155", "Member number: 800-555-0155",
        "4111 1111 1111 1112", "Claim number 4111111111111111", "41 11 11 11 11 11 11 11", "ISBN 978-0-306-40615-7",
        "0EG4-TE5-MK73", "1SG4-TE5-MK73", "CPT 73721, ICD-10 M54.5", "desk@riverside.test", "10.2.0.14",
    ])
    func `A number that is none or never given out is left alone`(_ text: String) {
        #expect(found(in: text) == [])
    }

    @Test(arguments: [
        ("Ask Jane Doe, DOB 03/14/1962.", "Jane Doe, DOB 03/14/1962"),
        ("DOB: 1962-03-14 Maria Lopez", "DOB: 1962-03-14 Maria Lopez"),
        ("Jane Doe was born on March 14, 1962", "Jane Doe was born on March 14, 1962"),
        ("Patient DOE, JANE (dob 3-14-62)", "DOE, JANE (dob 3-14-62"),
        ("José Núñez 03/14/1962 (DOB)", "José Núñez 03/14/1962 (DOB"),
        ("Name: J. Doe\r\nDate of birth: 14 Mar 1962", "J. Doe\r\nDate of birth: 14 Mar 1962"),
        (
            "María de la Cruz, fecha de nacimiento: 14 de marzo de 1962",
            "María de la Cruz, fecha de nacimiento: 14 de marzo de 1962"
        ),
    ])
    func `A name beside a date of birth is found whole`(_ text: String, _ expected: String) {
        #expect(found(in: text) == ["nameWithBirthDate \(expected)"])
    }

    @Test(arguments: [
        "Ask for the patient's name and date of birth.", "## Date of Birth", "Jane Doe, reviewed 03/14/2026",
        "Jane Doe, DOB unknown", "DOB: MM/DD/YYYY", "DOB 03/14/1962", "DOB 13/32/1962, Jane Doe",
        "Jane Doe\r\n\r\nDOB 03/14/1962", "Babies born on or after March 14, 2024 get it.", "Born in 1962, Jane Doe",
        "Jane Doe: patients born on January 1, 1957 or before", "DOB 01/01/1900 is unknown. Ask Front Desk.",
        "Date Of Birth Field: DOB 03/14/1962",
    ])
    func `Neither the words nor a day nor a name alone is a patient`(_ text: String) {
        #expect(found(in: text) == [])
    }
}
