import Glibc

/// A question in terms of one index: the postings to read, and what each counts.
struct QueryPlan {
    struct Alternative {
        /// Places in `lists`; all must stand in a document.
        var lists: [Int]
        var weight: Float
    }

    struct Term {
        var alternatives: [Alternative]
        /// How much the whole term counts: by its rarity and its weight in the question. Nothing where no document has it.
        var weight: Float
        /// It tells no subject.
        var isWeak: Bool

        /// Whether one way to say it stands within some positions of a document.
        ///
        /// - Parameter positions: Of a list.
        func stands(in range: Range<UInt32>, _ positions: (Int) -> ArraySlice<UInt32>) -> Bool {
            alternatives.contains { alternative in
                alternative.lists.allSatisfy { positions($0).contains(where: range.contains) }
            }
        }

        /// What the best way to say it says of a document.
        ///
        /// - Parameter relevances: Of each list.
        func relevance(_ relevances: [Float]) -> Float {
            var best: Float = 0
            for alternative in alternatives {
                var least = Float.infinity
                for list in alternative.lists { least = min(least, relevances[list]) }
                best = max(best, least * alternative.weight)
            }
            return best
        }
    }

    private(set) var lists: [PostingList] = []
    private(set) var terms: [Term] = []
    /// Terms that stand side by side in the question, but for words that are not searched.
    private(set) var pairs: [(Int, Int)] = []
    /// How many words the question has, those that are not searched among them.
    private(set) var wordCount = 0
    /// What the first stage reads.
    private(set) var retrieved: [Retrieval.Term] = []

    init(_ question: Question, _ index: Index) throws(IndexError) {
        wordCount = question.wordCount
        let order = question.terms.indices.flatMap { term in question.terms[term].places.map { (place: $0, term: term) }
        }
        .sorted { $0.place < $1.place }
        pairs = zip(order, order.dropFirst()).filter { $0.term != $1.term && $1.place - $0.place <= 3 }
            .map { ($0.term, $1.term) }
        var places: [String: Int] = [:]
        for term in question.terms {
            var alternatives: [Alternative] = []
            var rarity: Float?
            for alternative in term.alternatives {
                var used: [Int] = []
                for stem in alternative.stems {
                    if places[stem] == nil, let list = try index.postings(of: stem) {
                        places[stem] = lists.count
                        lists.append(list)
                    }
                    if let place = places[stem] { used.append(place) }
                }
                guard used.count == alternative.stems.count else { continue }
                alternatives.append(Alternative(lists: used, weight: alternative.weight))
                // The most frequent way to say it tells how rare the thing is.
                let own = used.map { QueryPlan.rarity(lists[$0].count, of: index.documentCount) }.max() ?? 0
                rarity = min(rarity ?? own, own)
            }
            terms.append(
                Term(alternatives: alternatives, weight: (rarity ?? 0) * term.weight, isWeak: term.isWeak))
        }
        var weights = [Float](repeating: 0, count: lists.count)
        for term in terms {
            for alternative in term.alternatives {
                for list in alternative.lists {
                    let weight = term.weight * alternative.weight / Float(alternative.lists.count)
                    weights[list] = max(weights[list], weight)
                }
            }
        }
        retrieved = zip(lists, weights).map { Retrieval.Term(list: $0, weight: $1) }
    }

    /// How much a word says, by the number of documents that hold it (inverse document frequency). What all documents hold
    /// still counts: questions are answered better so than with BM25's own form, in which it comes to nothing.
    static func rarity(_ documentCount: Int, of all: Int) -> Float {
        logf(1 + Float(max(1, all)) / Float(max(1, documentCount)))
    }
}
