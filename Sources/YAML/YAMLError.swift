/// Why a document cannot be read, and where.
package struct YAMLError: Error, Sendable {
    package enum Reason: Sendable, Equatable {
        /// libyaml's own words.
        case syntax(String)
        case tooLarge(limit: Int)
        case tooDeep(limit: Int)
        case aliasExpansion(limit: Int)
        case unknownAlias(String)
        case duplicateKey(String)
        case mergeKey
        case keyIsNotText
        case severalDocuments
        case tag(String)
        case controlCharacter(Unicode.Scalar)
    }

    package let reason: Reason
    /// UTF-8 offsets in the file.
    package let range: Range<Int>

    init(_ reason: Reason, _ range: Range<Int>) {
        self.reason = reason
        self.range = range
    }
}
