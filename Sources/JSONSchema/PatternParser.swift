/// Parses the regular expressions of ECMA-262 in Unicode mode (the `u` flag, no other flags).
struct PatternParser {
    private static let nestingLimit = 100
    private static let lengthLimit = 10_000

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var nesting = 0
    private var groupCount = 0
    private var groupNames: Set<String> = []
    private var greatestReference = 0
    private var namedReferences: Set<String> = []

    static func parse(_ source: String) throws(PatternError) -> PatternSyntax {
        var parser = PatternParser(source)
        guard parser.scalars.count <= lengthLimit else {
            throw parser.error("The pattern is longer than \(lengthLimit) characters.", kind: .tooLarge)
        }
        let syntax = try parser.alternation()
        guard parser.position == parser.scalars.count else {
            throw parser.error("This parenthesis closes no group.")
        }
        guard parser.greatestReference <= parser.groupCount,
            parser.namedReferences.isSubset(of: parser.groupNames)
        else {
            throw parser.error("A backreference names a group that does not exist.")
        }
        return syntax
    }

    private init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    private mutating func take(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private func error(
        _ message: String, kind: PatternError.Kind = .syntax, at offset: Int? = nil
    ) -> PatternError {
        PatternError(kind: kind, offset: offset ?? position, message: message)
    }

    private mutating func alternation() throws(PatternError) -> PatternSyntax {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.nestingLimit else {
            throw error("Groups are nested more than \(Self.nestingLimit) deep.", kind: .tooLarge)
        }
        var branches = [try sequence()]
        while take("|" as Unicode.Scalar) { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternation(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternSyntax {
        var terms: [PatternSyntax] = []
        while let scalar = peek, scalar != "|", scalar != ")" { terms.append(try term()) }
        switch terms.count {
        case 0: return .empty
        case 1: return terms[0]
        default: return .sequence(terms)
        }
    }

    private mutating func term() throws(PatternError) -> PatternSyntax {
        let start = position
        let atom = try atom()
        guard let (minimum, maximum) = try quantifier() else { return atom }
        switch atom {
        case .assertion, .lookaround: throw error("There is nothing to repeat here.", at: start)
        default: return .repetition(atom, minimum: minimum, maximum: maximum)
        }
    }

    private mutating func quantifier() throws(PatternError) -> (Int, Int?)? {
        let bounds: (Int, Int?)
        switch peek {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{":
            position += 1
            bounds = try braces()
        default: return nil
        }
        position += 1
        _ = take("?" as Unicode.Scalar)
        return bounds
    }

    /// The inside of `{2}`, `{2,}` or `{2,5}`, up to the closing brace.
    private mutating func braces() throws(PatternError) -> (Int, Int?) {
        let start = position
        guard let minimum = decimal() else { throw error("A repetition count is expected behind this brace.") }
        var maximum: Int? = minimum
        if take("," as Unicode.Scalar) { maximum = decimal() }
        guard peek == "}" else { throw error("A closing brace is expected here.") }
        if let maximum, maximum < minimum { throw error("The bounds of this repetition are out of order.", at: start) }
        return (minimum, maximum)
    }

    /// A decimal number; one that is too large for any pattern is cut to a million.
    private mutating func decimal() -> Int? {
        let start = position
        var value = 0
        while let scalar = peek, ("0"..."9").contains(scalar) {
            value = min(value * 10 + Int(scalar.value - 0x30), 1_000_000)
            position += 1
        }
        return position > start ? value : nil
    }

    private mutating func atom() throws(PatternError) -> PatternSyntax {
        guard let scalar = peek else { throw error("The pattern ends too early.") }
        switch scalar {
        case "^":
            position += 1
            return .assertion(.start)
        case "$":
            position += 1
            return .assertion(.end)
        case ".":
            position += 1
            return .set(.dot)
        case "(": return try group()
        case "[":
            position += 1
            return .set(try characterClass())
        case "\\": return try escapedAtom()
        case "*", "+", "?", "{": throw error("There is nothing to repeat here.")
        case "}", "]": throw error("This bracket closes nothing; write a backslash before it.")
        default:
            position += 1
            return .scalar(scalar)
        }
    }

    private mutating func group() throws(PatternError) -> PatternSyntax {
        let start = position
        position += 1
        var isLookaround = false
        if take("?=") || take("?!") || take("?<=") || take("?<!") {
            isLookaround = true
        } else if take("?<") {
            let name = try groupName()
            groupCount += 1
            guard groupNames.insert(name).inserted else { throw error("Two groups have this name.", at: start) }
        } else if peek == "?" {
            guard take("?:") else { throw error("This kind of group does not exist in ECMA-262.", at: start) }
        } else {
            groupCount += 1
        }
        let body = try alternation()
        guard take(")" as Unicode.Scalar) else { throw error("This group is not closed.", at: start) }
        return isLookaround ? .lookaround(offset: start) : body
    }

    private mutating func groupName() throws(PatternError) -> String {
        var name = ""
        while let scalar = peek, scalar != ">" {
            let properties = scalar.properties
            let fits = name.isEmpty ? properties.isIDStart : properties.isIDContinue
            guard fits || scalar == "_" || scalar == "$" else { throw error("This is not the name of a group.") }
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard !name.isEmpty, take(">" as Unicode.Scalar) else { throw error("The name of this group is not closed.") }
        return name
    }

    private mutating func escapedAtom() throws(PatternError) -> PatternSyntax {
        let start = position
        position += 1
        switch peek {
        case "b":
            position += 1
            return .assertion(.wordBoundary)
        case "B":
            position += 1
            return .assertion(.notWordBoundary)
        case "k":
            position += 1
            guard take("<" as Unicode.Scalar) else { throw error("A group's name in angle brackets must follow \\k.") }
            namedReferences.insert(try groupName())
            return .backreference(offset: start)
        case let scalar? where ("1"..."9").contains(scalar):
            greatestReference = max(greatestReference, decimal() ?? 0)
            return .backreference(offset: start)
        default:
            if let set = try classEscape() { return .set(set) }
            return .scalar(try characterEscape(inClass: false))
        }
    }

    /// `\d`, `\w`, `\s`, `\p{…}` and their complements, behind the backslash.
    private mutating func classEscape() throws(PatternError) -> ScalarSet? {
        let set: ScalarSet
        switch peek {
        case "d": set = .digits
        case "D": set = .digits.inverted
        case "w": set = .word
        case "W": set = .word.inverted
        case "s": set = .whitespace
        case "S": set = .whitespace.inverted
        case "p", "P": return try property(negated: peek == "P")
        default: return nil
        }
        position += 1
        return set
    }

    private mutating func property(negated: Bool) throws(PatternError) -> ScalarSet {
        let start = position - 1
        position += 1
        guard take("{" as Unicode.Scalar) else { throw error("A property in braces must follow \\p.") }
        var parts = [""]
        while let scalar = peek, scalar != "}" {
            position += 1
            if scalar == "=" { parts.append("") } else { parts[parts.count - 1].unicodeScalars.append(scalar) }
        }
        guard take("}" as Unicode.Scalar), parts.count <= 2, let value = parts.last, !value.isEmpty else {
            throw error("This property is not closed or not well formed.", at: start)
        }
        let name = parts.count == 2 ? parts[0] : nil
        guard let property = UnicodeProperty(name: name, value: value) else {
            throw error(
                "The Unicode property \(parts.joined(separator: "=")) is not known here.", kind: .unsupported, at: start
            )
        }
        return ScalarSet(property, negated: negated)
    }

    /// The scalar that an escape stands for, behind the backslash.
    private mutating func characterEscape(inClass: Bool) throws(PatternError) -> Unicode.Scalar {
        let start = position - 1
        guard let scalar = peek else { throw error("The pattern ends with a backslash.", at: start) }
        position += 1
        switch scalar {
        case "t": return "\t"
        case "n": return "\n"
        case "v": return "\u{B}"
        case "f": return "\u{C}"
        case "r": return "\r"
        case "0":
            if let next = peek, ("0"..."9").contains(next) { throw error("Octal escapes do not exist.", at: start) }
            return "\0"
        case "c":
            guard let letter = peek, letter.isASCII, letter.properties.isAlphabetic else {
                throw error("A letter must follow \\c.")
            }
            position += 1
            return Unicode.Scalar(UInt8(letter.value & 0x1F))
        case "x": return Unicode.Scalar(UInt8(try hexadecimal(digits: 2)))
        case "u": return try unicodeEscape(from: start)
        case "-" where inClass: return "-"
        case "b" where inClass: return "\u{8}"
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return scalar
        default: throw error("The escape \\\(String(scalar)) does not exist in ECMA-262 patterns.", at: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(PatternError) -> Unicode.Scalar {
        var value: UInt32 = 0
        if take("{" as Unicode.Scalar) {
            let first = position
            while let scalar = peek, let digit = Character(scalar).hexDigitValue, scalar.isASCII {
                value = min(value << 4 | UInt32(digit), 0x110000)
                position += 1
            }
            guard position > first, take("}" as Unicode.Scalar) else {
                throw error("Hexadecimal digits and a closing brace must follow \\u{.")
            }
        } else {
            value = try hexadecimal(digits: 4)
            if (0xD800..<0xDC00).contains(value), take("\\u") {
                let low = try hexadecimal(digits: 4)
                if (0xDC00...0xDFFF).contains(low) { value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) }
            }
        }
        guard let scalar = Unicode.Scalar(value) else { throw error("This is no Unicode scalar value.", at: start) }
        return scalar
    }

    private mutating func hexadecimal(digits: Int) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let scalar = peek, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                throw error("\(digits) hexadecimal digits are expected here.")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// The inside of a character class and its closing bracket.
    private mutating func characterClass() throws(PatternError) -> ScalarSet {
        let start = position - 1
        let negated = take("^" as Unicode.Scalar)
        var ranges: [ClosedRange<UInt32>] = []
        var subsets: [ScalarSet] = []
        while let next = peek, next != "]" {
            let first = try classAtom(&subsets)
            guard peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                if let first { ranges.append(first.value...first.value) }
                continue
            }
            let dash = position
            position += 1
            guard let first, let last = try classAtom(&subsets), first <= last else {
                throw error("The bounds of this range are out of order or no characters.", at: dash)
            }
            ranges.append(first.value...last.value)
        }
        guard take("]" as Unicode.Scalar) else { throw error("This character class is not closed.", at: start) }
        return ScalarSet(ranges: ranges, subsets: subsets, negated: negated)
    }

    /// One character of a class, or nil when it was a class escape, which then joins the subsets.
    private mutating func classAtom(_ subsets: inout [ScalarSet]) throws(PatternError) -> Unicode.Scalar? {
        guard let scalar = peek else { throw error("This character class is not closed.") }
        position += 1
        guard scalar == "\\" else { return scalar }
        if let escape = try classEscape() {
            subsets.append(escape)
            return nil
        }
        return try characterEscape(inClass: true)
    }
}
