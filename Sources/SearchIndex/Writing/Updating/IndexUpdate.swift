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

    /// The names of facts that the previous index has otherwise or not at all, or that only it has.
    package func changedFacts() throws(IndexError) -> Set<String> {
        var values: [String: IndexContents.Fact] = [:]
        for fact in contents.facts { values[fact.name] = fact }
        var changed = Set(values.keys)
        for fact in try previous.facts.all(IndexContents.Fact.self) {
            if let value = values[fact.name], value.record == fact.record {
                changed.remove(fact.name)
            } else {
                changed.insert(fact.name)
            }
        }
        return changed
    }

    /// The parts of the file, one after the other.
    ///
    /// - Parameters:
    ///   - splices: What is not as before, in ascending order.
    ///   - facts: Facts that may have changed, because each document that names one is among those of the splices.
    /// - Returns: nil where the previous index does not serve: languages or other facts changed, the average length of a
    ///   field that many documents have moved, or the splices do not fit into it.
    /// - Throws: `IndexError.damaged` where the previous index is not what it was when it was built.
    package func file(
        _ splices: [Splice], following facts: Set<String> = []
    ) throws(IndexError) -> [[UInt8]]? {
        guard contents.languages == previous.languages, try changedFacts().isSubset(of: facts),
            Renumbering(splices, of: previous.documentCount) != nil
        else { return nil }
        let averages = try UpdatedAverages(
            of: previous, splices, analysed(splices.flatMap(\.documents), contents.facts))
        guard let splices = try averages.splices(splices),
            let numbering = Renumbering(splices, of: previous.documentCount)
        else { return nil }
        let documents = splices.flatMap(\.documents)
        let added = analysed(documents, contents.facts)
        let removed = analysed(
            try splices.flatMap(\.previous).map(previous.document), try previous.facts.all(IndexContents.Fact.self))
        var records = try UpdatedRecords(of: previous, numbering, added)
        let scoring = ImpactScoring(records.sections.lengths)
        guard scoring.totals == averages.totals, scoring.holders == averages.holders else { throw .damaged }
        var terms = try UpdatedTerms(of: previous, numbering, scoring, contents.languages)
        try terms.update(removed, added, &records)
        var sections = records.finish()
        (sections.names, sections.nameDocuments) = try UpdatedNames.sections(previous, numbering, removed, added)
        sections.words = try UpdatedWords.section(previous, removed, added)
        sections.store = try UpdatedStore(previous.store, numbering, documents).sections
        sections.take(terms.sections)
        return sections.file(contents, scoring)
    }

    private func analysed(_ documents: [IndexDocument], _ facts: [IndexContents.Fact]) -> DocumentChunk {
        let facts = [String: IndexContents.Fact](facts.map { ($0.name, $0) }) { first, _ in first }
        var analysis = DocumentAnalysis(wordsOnly: facts)
        for document in documents { analysis.add(document) }
        return analysis.finish()
    }
}

extension IndexContents.Fact {
    fileprivate var record: [UInt8] {
        var writer = ByteWriter()
        write(to: &writer)
        return writer.bytes
    }
}
