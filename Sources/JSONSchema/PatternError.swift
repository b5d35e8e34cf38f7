/// Why a regular expression is not accepted.
package struct PatternError: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Not a regular expression of ECMA-262 in Unicode mode.
        case syntax
        /// Valid ECMA-262 that cannot be matched in linear time or needs data this engine does not have.
        case unsupported
        /// Repetitions expand to more than the permitted number of instructions.
        case tooLarge
    }

    package var kind: Kind
    /// Offset in Unicode scalars from the start of the pattern.
    package var offset: Int
    /// One sentence in plain words.
    package var message: String
}
