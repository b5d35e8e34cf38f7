/// The syntax tree of a regular expression.
indirect enum PatternSyntax: Sendable {
    case empty
    case scalar(Unicode.Scalar)
    case set(ScalarSet)
    case sequence([PatternSyntax])
    case alternation([PatternSyntax])
    case repetition(PatternSyntax, minimum: Int, maximum: Int?)
    case assertion(PatternAssertion)
    /// Lookahead or lookbehind: parsed, never compiled.
    case lookaround(offset: Int)
    /// `\1` or `\k<name>`: parsed, never compiled.
    case backreference(offset: Int)
}

enum PatternAssertion: Hashable, Sendable {
    case start, end, wordBoundary, notWordBoundary
}
