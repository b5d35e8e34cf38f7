/// Makes an index from a previous one in which few documents are others, without reading the text of those that are not: the
/// bytes that `IndexBuilder` would make of all of them.
///
/// Impacts are held against average lengths, and a line's weight against how many documents hold its words. Both are rounded
/// (`FieldWeight.averages`, `LineWeight`), so that what is said of a document that stays seldom changes; a weight that does
/// is corrected, and where an average does, all has to be built again.
package struct IndexUpdate {
    /// Documents that stand in the place of others.
    package struct Splice: Sendable {
        /// By their numbers in the previous index; empty where documents are only inserted before the number.
        package var previous: Range<Int>
        package var documents: [IndexDocument]

        package init(_ previous: Range<Int>, _ documents: [IndexDocument]) {
            self.previous = previous
            self.documents = documents
        }
    }

    private let previous: Index
    private let contents: IndexContents

    /// - Parameters:
    ///   - previous: Of the same build of `kb`: another one may read words in another way.
    ///   - contents: Of the new index, without its documents.
    package init(of previous: Index, _ contents: IndexContents) {
        self.previous = previous
        self.contents = contents
    }

    /// The parts of the file, one after the other.
    ///
    /// - Parameter splices: What is not as before, in ascending order.
    /// - Returns: nil where the previous index does not serve: languages or facts are others, an average length moved, or
    ///   the splices do not fit into it.
    /// - Throws: `IndexError.damaged` where the previous index is not what it was when it was built.
    package func file(_ splices: [Splice]) throws(IndexError) -> [[UInt8]]? {
        let facts = FileSections.facts(contents)
        guard contents.languages == previous.languages, try previous.facts.bytes.elementsEqual(facts),
            let numbering = Renumbering(splices, of: previous.documentCount)
        else { return nil }
        let documents = splices.flatMap(\.documents)
        let added = analysed(documents)
        let removed = analysed(try splices.flatMap(\.previous).map(previous.document))
        var records = try UpdatedRecords(of: previous, numbering, added)
        let scoring = ImpactScoring(records.sections.lengths)
        guard scoring.averages == previous.averageLengths else { return nil }
        var terms = try UpdatedTerms(of: previous, numbering, scoring, contents.languages)
        try terms.update(removed, added, &records)
        var sections = records.finish()
        (sections.names, sections.nameDocuments) = try UpdatedNames.sections(previous, numbering, removed, added)
        sections.words = try UpdatedWords.section(previous, removed, added)
        sections.store = try UpdatedStore(previous.store, numbering, documents).sections
        (sections.terms, sections.postings, sections.positions) = terms.sections
        return sections.file(contents, scoring)
    }

    private func analysed(_ documents: [IndexDocument]) -> DocumentChunk {
        let facts = [String: IndexContents.Fact](contents.facts.map { ($0.name, $0) }) { first, _ in first }
        var analysis = DocumentAnalysis(wordsOnly: facts)
        for document in documents { analysis.add(document) }
        return analysis.finish()
    }
}
