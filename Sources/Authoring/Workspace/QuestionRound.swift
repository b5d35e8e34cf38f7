import CommandLine
import Content
import Diagnostics
import GoldenQuestions
import IndexCompilation
import SearchIndex
import Time

/// A build of which golden questions are asked: one index for each audience in whose name they are.
struct AskedBuild {
    let base: KnowledgeBase
    private let excluded: Set<String>
    private var indexes: [String?: Index] = [:]

    init(_ base: KnowledgeBase, excluding excluded: Set<String> = []) {
        self.base = base
        self.excluded = excluded
    }

    mutating func outcome(
        of question: GoldenQuestion, at now: Instant, namedAs current: KnowledgeBase
    ) throws -> Outcome {
        let audience = question.audience?.value
        let index: Index
        if let known = indexes[audience] {
            index = known
        } else {
            index = try MemoryIndex.make(of: base, audiences: audience.map { [$0] }, excluding: excluded)
            indexes[audience] = index
        }
        return try Respondent(index, of: base, namedAs: current).outcome(of: question, at: now)
    }
}

/// Asks the chosen golden questions of one build, and of another to compare with.
struct QuestionRound {
    private var build: AskedBuild
    private var before: AskedBuild?
    private let choice: QuestionSelection
    private var now: Instant
    private var lines: [String: LineIndex] = [:]

    init(_ base: KnowledgeBase, _ before: AskedBuild?, _ choice: QuestionSelection, at now: Instant) {
        build = AskedBuild(base)
        self.before = before
        self.choice = choice
        self.now = now
    }

    mutating func play() throws -> [PlayedQuestion] {
        let questions = chosen(build.base)
        indexLines(of: build.base)
        guard let before else { return try questions.map { try play($0, .kept) } }
        let old = Dictionary(grouping: chosen(before.base), by: \.identity)
        let kept = Set(questions.map(\.identity))
        let removed = chosen(before.base).filter { !kept.contains($0.identity) }
        return try questions.map { question in
            let isKept = old[question.identity]?.contains { $0.expectations == question.expectations }
            return try play(question, isKept.map { $0 ? .kept : .rewritten } ?? .added)
        } + playRemoved(removed, of: before.base)
    }

    /// Asks some of the questions at a moment, of the one build.
    mutating func play(at moment: Instant, where isWanted: (GoldenQuestion) -> Bool) throws -> [PlayedQuestion] {
        now = moment
        if lines.isEmpty { indexLines(of: build.base) }
        return try chosen(build.base).filter(isWanted).map { try play($0, .kept) }
    }

    /// They stand in the files of the other build.
    private mutating func playRemoved(
        _ questions: [GoldenQuestion], of base: KnowledgeBase
    ) throws -> [PlayedQuestion] {
        indexLines(of: base)
        return try questions.map { try play($0, .removed) }
    }

    private mutating func indexLines(of base: KnowledgeBase) {
        for path in base.tests.map(\.path) { lines[path] = base.source(path).map { LineIndex($0) } }
    }

    private mutating func play(
        _ question: GoldenQuestion, _ standing: TestChange.Standing
    ) throws -> PlayedQuestion {
        // Both sides are asked at the same moment. A time that does not exist can only be one that is asked no longer.
        let now = (try? question.at?.value.instant(in: build.base.configuration.zone)) ?? now
        let outcome = try build.outcome(of: question, at: now, namedAs: build.base)
        let earlier = try before?.outcome(of: question, at: now, namedAs: build.base)
        let lines = lines[question.path] ?? LineIndex(SourceFile(path: question.path, bytes: []))
        return PlayedQuestion(question, at: now, outcome, before: earlier, standing: standing, lines: lines)
    }

    private func chosen(_ base: KnowledgeBase) -> [GoldenQuestion] {
        base.tests.flatMap(\.questions).filter(choice.includes)
    }
}
