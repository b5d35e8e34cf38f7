/// A property of `\p{…}` that the standard library can decide.
struct UnicodeProperty: Sendable {
    private enum Test: Sendable {
        case categories(Set<Unicode.GeneralCategory>)
        case binary(@Sendable (Unicode.Scalar.Properties) -> Bool)
        case any, ascii, assigned
    }

    private let test: Test

    /// - Parameters:
    ///   - name: what precedes `=`, or nil for the short form.
    ///   - value: a general category's name or alias, or a binary property's name.
    init?(name: String?, value: String) {
        switch name {
        case nil:
            if let categories = Self.categories(value) {
                test = .categories(categories)
            } else if let special = Self.special(value) {
                test = special
            } else {
                return nil
            }
        case "General_Category", "gc":
            guard let categories = Self.categories(value) else { return nil }
            test = .categories(categories)
        default:
            return nil
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch test {
        case .categories(let categories): categories.contains(scalar.properties.generalCategory)
        case .binary(let holds): holds(scalar.properties)
        case .any: true
        case .ascii: scalar.isASCII
        case .assigned: scalar.properties.generalCategory != .unassigned
        }
    }

    private static func special(_ name: String) -> Test? {
        switch name {
        case "Any": .any
        case "ASCII": .ascii
        case "Assigned": .assigned
        case "Alphabetic", "Alpha": .binary { $0.isAlphabetic }
        case "Uppercase", "Upper": .binary { $0.isUppercase }
        case "Lowercase", "Lower": .binary { $0.isLowercase }
        case "White_Space", "space": .binary { $0.isWhitespace }
        case "ID_Start", "IDS": .binary { $0.isIDStart }
        case "ID_Continue", "IDC": .binary { $0.isIDContinue }
        case "XID_Start", "XIDS": .binary { $0.isXIDStart }
        case "XID_Continue", "XIDC": .binary { $0.isXIDContinue }
        case "Ideographic", "Ideo": .binary { $0.isIdeographic }
        case "Emoji": .binary { $0.isEmoji }
        case "Emoji_Presentation", "EPres": .binary { $0.isEmojiPresentation }
        case "Hex_Digit", "Hex": .binary { $0.isHexDigit }
        case "ASCII_Hex_Digit", "AHex": .binary { $0.isASCIIHexDigit }
        case "Math": .binary { $0.isMath }
        case "Dash": .binary { $0.isDash }
        case "Diacritic", "Dia": .binary { $0.isDiacritic }
        case "Noncharacter_Code_Point", "NChar": .binary { $0.isNoncharacterCodePoint }
        case "Default_Ignorable_Code_Point", "DI": .binary { $0.isDefaultIgnorableCodePoint }
        default: nil
        }
    }

    private static func categories(_ name: String) -> Set<Unicode.GeneralCategory>? {
        switch name {
        case "L", "Letter":
            [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
        case "LC", "Cased_Letter": [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
        case "Lu", "Uppercase_Letter": [.uppercaseLetter]
        case "Ll", "Lowercase_Letter": [.lowercaseLetter]
        case "Lt", "Titlecase_Letter": [.titlecaseLetter]
        case "Lm", "Modifier_Letter": [.modifierLetter]
        case "Lo", "Other_Letter": [.otherLetter]
        case "M", "Mark", "Combining_Mark": [.nonspacingMark, .spacingMark, .enclosingMark]
        case "Mn", "Nonspacing_Mark": [.nonspacingMark]
        case "Mc", "Spacing_Mark": [.spacingMark]
        case "Me", "Enclosing_Mark": [.enclosingMark]
        case "N", "Number": [.decimalNumber, .letterNumber, .otherNumber]
        case "Nd", "Decimal_Number", "digit": [.decimalNumber]
        case "Nl", "Letter_Number": [.letterNumber]
        case "No", "Other_Number": [.otherNumber]
        case "P", "Punctuation", "punct":
            [
                .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation,
            ]
        case "Pc", "Connector_Punctuation": [.connectorPunctuation]
        case "Pd", "Dash_Punctuation": [.dashPunctuation]
        case "Ps", "Open_Punctuation": [.openPunctuation]
        case "Pe", "Close_Punctuation": [.closePunctuation]
        case "Pi", "Initial_Punctuation": [.initialPunctuation]
        case "Pf", "Final_Punctuation": [.finalPunctuation]
        case "Po", "Other_Punctuation": [.otherPunctuation]
        case "S", "Symbol": [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]
        case "Sm", "Math_Symbol": [.mathSymbol]
        case "Sc", "Currency_Symbol": [.currencySymbol]
        case "Sk", "Modifier_Symbol": [.modifierSymbol]
        case "So", "Other_Symbol": [.otherSymbol]
        case "Z", "Separator": [.spaceSeparator, .lineSeparator, .paragraphSeparator]
        case "Zs", "Space_Separator": [.spaceSeparator]
        case "Zl", "Line_Separator": [.lineSeparator]
        case "Zp", "Paragraph_Separator": [.paragraphSeparator]
        case "C", "Other": [.control, .format, .surrogate, .privateUse, .unassigned]
        case "Cc", "Control", "cntrl": [.control]
        case "Cf", "Format": [.format]
        case "Cs", "Surrogate": [.surrogate]
        case "Co", "Private_Use": [.privateUse]
        case "Cn", "Unassigned": [.unassigned]
        default: nil
        }
    }
}
