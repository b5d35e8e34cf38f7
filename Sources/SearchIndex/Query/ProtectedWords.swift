/// Words that must match as they are written: a nearby one is another thing, and somebody would be told of it.
enum ProtectedWords {
    /// - Parameters:
    ///   - word: Folded.
    ///   - original: As it was written.
    static func contains(_ word: String, original: some StringProtocol) -> Bool {
        isCode(word) || isAcronym(original) || isDrugLike(word)
    }

    /// Codes, numbers and ids have a digit.
    static func isCode(_ word: String) -> Bool {
        word.utf8.contains(where: \.isDigit)
    }

    private static func isAcronym(_ original: some StringProtocol) -> Bool {
        original.utf8.count <= 5 && original.allSatisfy(\.isUppercase)
    }

    /// Ends as generic names of drugs do: the World Health Organization's stems for international nonproprietary names, of
    /// which those are left out that end common words.
    static func isDrugLike(_ word: String) -> Bool {
        word.utf8.count >= 6 && drugEndings.contains { word.hasSuffix($0) }
    }

    private static let drugEndings = [
        "afil", "amide", "apine", "arin", "artan", "astine", "azepam", "azole", "azolam",
        "bactam", "barbital", "caine", "cavir", "cef", "cept", "cillin", "clovir", "conazole", "coxib", "cycline",
        "dipine",
        "dopa", "dronate", "ciclib", "fenac", "fibrate", "flozin", "floxacin", "gliptin", "glitazone", "glutide",
        "grel",
        "idone", "ilol", "imus", "iximab", "lukast", "mab", "mycin", "navir", "nazole", "nidazole", "olol", "olone",
        "onide", "oxetine", "parib", "parin", "platin", "prazole", "pril", "profen", "ridone", "rubicin", "sartan",
        "setron", "isone", "asone", "statin", "stigmine", "tegravir", "terol", "thiazide", "tidine", "tinib", "triptan",
        "triptyline",
        "tropium", "vastatin", "vudine", "xaban", "zepam", "zolam", "zosin",
    ]
}

extension UInt8 {
    /// Of ASCII.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
