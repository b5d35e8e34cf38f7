/// The first stage of a search: the documents that hold words of a question, by what those words say of them (`Impact`),
/// without reading all of their postings.
///
/// Documents are taken a window at a time. In each, the terms whose greatest impacts together cannot bring a document among
/// the best so far are set aside (MaxScore; Turtle and Flood, 1995, with the maxima of blocks as in Ding and Suel's
/// block-max WAND); the others are added up in a row of sums, and only where those leave a chance are the rest looked up.
struct Retrieval {
    struct Term {
        var list: PostingList
        /// What an impact of 1 adds to a document's score.
        var weight: Float
    }

    struct Candidate {
        var document: Int
        var score: Float
    }

    /// Whether a document may be found.
    enum Admission: UInt8 {
        case no
        /// It is counted, not shown.
        case hidden
        case shown
    }

    struct Found {
        /// The best that may be shown, the best first; equals in order of their number.
        var shown: [Candidate]
        /// The best of those that are only counted, likewise.
        var hidden: [Candidate]
    }

    private static let windowSize: UInt32 = 4096
    private var cursors: [PostingCursor]
    private let documentCount: Int

    init(_ terms: [Term], documentCount: Int) {
        cursors = terms.map(PostingCursor.init)
        self.documentCount = documentCount
    }

    /// - Parameters:
    ///   - limit: So many documents of each kind are found at most.
    ///   - admit: Whether a document may be among them.
    mutating func best(
        _ limit: Int, _ admit: (Int) throws(IndexError) -> Admission
    ) throws(IndexError) -> Found {
        var best = BestCandidates(limit)
        var hidden = BestCandidates(limit)
        var sums = [Float](repeating: 0, count: Int(Retrieval.windowSize))
        var start: UInt32 = 0
        while start < documentCount {
            let end = min(start + Retrieval.windowSize, UInt32(documentCount))
            // The greatest sum that the first n terms can have in this window.
            for index in cursors.indices { cursors[index].enter(start, end) }
            cursors.sort { $0.bound < $1.bound }
            var bounds: [Float] = [0]
            for cursor in cursors { bounds.append(bounds.last! + cursor.bound) }
            if bounds.last! > best.threshold {
                let aside = bounds.lastIndex { $0 <= best.threshold } ?? 0
                for index in cursors.indices.dropFirst(aside) {
                    try cursors[index].addAll(to: &sums, from: start, until: end)
                }
                try collect(&sums, start, end, aside: aside, bound: bounds[aside], &best, &hidden, admit)
            }
            start = end
        }
        return Found(shown: best.sorted, hidden: hidden.sorted)
    }

    /// Adds what was set aside to the sums that leave a chance, and empties them all.
    private mutating func collect(
        _ sums: inout [Float], _ start: UInt32, _ end: UInt32, aside: Int, bound: Float,
        _ best: inout BestCandidates, _ hidden: inout BestCandidates,
        _ admit: (Int) throws(IndexError) -> Admission
    ) throws(IndexError) {
        for index in 0..<Int(end - start) where sums[index] > 0 {
            var score = sums[index]
            sums[index] = 0
            guard score + bound > best.threshold else { continue }
            let document = start + UInt32(index)
            let admission = try admit(Int(document))
            guard admission != .no else { continue }
            var rest = bound
            for term in stride(from: aside - 1, through: 0, by: -1) {
                guard score + rest > best.threshold else { break }
                rest -= cursors[term].bound
                score += try cursors[term].impact(of: document)
            }
            guard score > best.threshold else { continue }
            let candidate = Candidate(document: Int(document), score: score)
            if admission == .shown { best.add(candidate) } else { hidden.add(candidate) }
        }
    }
}

/// Goes through one term's postings, forward only.
private struct PostingCursor {
    private let list: PostingList
    /// What each step of impact adds to a score.
    private let contributions: [Float]
    private var block = 0
    private var readBlock = -1
    private var index = 0
    private var contents = PostingBlock()
    /// No document of the window that was entered gets more from this term.
    private(set) var bound: Float = 0

    init(_ term: Retrieval.Term) {
        list = term.list
        contributions = Impact.values.map { $0 * term.weight }
    }

    mutating func enter(_ start: UInt32, _ end: UInt32) {
        if block < list.blockCount, list.lastDocument(ofBlock: block) < start {
            block = list.block(holding: start, from: block)
        }
        var greatest = 0
        var next = block
        while next < list.blockCount {
            // The block after one that reaches beyond the window holds nothing of it.
            greatest = max(greatest, list.greatestImpact(ofBlock: next))
            if list.lastDocument(ofBlock: next) >= end - 1 { break }
            next += 1
        }
        bound = contributions[greatest]
    }

    private mutating func read() throws(IndexError) {
        guard readBlock != block else { return }
        try contents.read(block, of: list)
        readBlock = block
        index = 0
    }

    /// Adds what this term says of each document from one on and before another.
    mutating func addAll(to sums: inout [Float], from start: UInt32, until end: UInt32) throws(IndexError) {
        while block < list.blockCount {
            try read()
            sums.withUnsafeMutableBufferPointer { sums in
                while index < contents.size, contents.documents[index] < start { index += 1 }
                while index < contents.size, contents.documents[index] < end {
                    // An impact has no more than `Impact.width` bits, which the block's reader holds it to.
                    sums[Int(contents.documents[index] - start)] += contributions[Int(contents.impacts[index])]
                    index += 1
                }
            }
            if index < contents.size { return }
            block += 1
        }
    }

    /// What this term adds to a document's score; 0 where it does not stand there.
    mutating func impact(of document: UInt32) throws(IndexError) -> Float {
        guard block < list.blockCount else { return 0 }
        if list.lastDocument(ofBlock: block) < document { block = list.block(holding: document, from: block) }
        guard block < list.blockCount else { return 0 }
        try read()
        while index < contents.size, contents.documents[index] < document { index += 1 }
        return index < contents.size && contents.documents[index] == document
            ? contributions[Int(contents.impacts[index])] : 0
    }
}

/// The best candidates of those that were added: a heap with the worst of them on top.
private struct BestCandidates {
    private let limit: Int
    private var heap: [Retrieval.Candidate] = []
    /// What a document must score more than to be among them.
    private(set) var threshold: Float = 0

    init(_ limit: Int) { self.limit = limit }

    /// Candidates come in ascending order of their documents, so that of equals the first stays.
    mutating func add(_ candidate: Retrieval.Candidate) {
        guard candidate.score > threshold else { return }
        if heap.count < limit {
            heap.append(candidate)
            var child = heap.count - 1
            while child > 0, isWorse(heap[child], heap[(child - 1) / 2]) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else {
            heap[0] = candidate
            sink()
        }
        if heap.count == limit { threshold = heap[0].score }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isWorse(heap[child], heap[worst])
            {
                worst = child
            }
            guard worst != parent else { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }

    private func isWorse(_ left: Retrieval.Candidate, _ right: Retrieval.Candidate) -> Bool {
        (left.score, right.document) < (right.score, left.document)
    }

    var sorted: [Retrieval.Candidate] { heap.sorted { isWorse($1, $0) } }
}
