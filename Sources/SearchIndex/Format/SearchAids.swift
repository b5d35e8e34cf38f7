package import Decisions
package import Time

/// What its keepers give the search besides the documents. In the index both are found by the stems that a question must
/// hold, with a space between, in the order of the words for a synonym and of their bytes for a pin.
package enum SearchAids {
    /// A phrase that counts where another one stands in a question.
    package struct Synonym: Hashable, Sendable {
        /// The words of the phrase.
        package var phrase: String
        /// Empty: for everyone.
        package var audience: [String] = []
        package var applies: Condition?

        package init(phrase: String) { self.phrase = phrase }
    }

    /// An answer that stands first for a question, until its time is over.
    package struct Pin: Hashable, Sendable {
        /// An item's id.
        package var item: String
        package var owner: String?
        package var until: Instant?
        /// Empty: for everyone.
        package var audience: [String] = []
        package var applies: Condition?

        package init(item: String) { self.item = item }
    }
}

extension SearchAids.Synonym: Coded {
    func write(to writer: inout ByteWriter) {
        phrase.write(to: &writer)
        audience.write(to: &writer)
        applies.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        phrase = try String(from: &reader)
        audience = try [String](from: &reader)
        applies = try Optional<Condition>(from: &reader)
    }
}

extension SearchAids.Pin: Coded {
    func write(to writer: inout ByteWriter) {
        item.write(to: &writer)
        owner.write(to: &writer)
        until.write(to: &writer)
        audience.write(to: &writer)
        applies.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        item = try String(from: &reader)
        owner = try Optional<String>(from: &reader)
        until = try Optional<Instant>(from: &reader)
        audience = try [String](from: &reader)
        applies = try Optional<Condition>(from: &reader)
    }
}
