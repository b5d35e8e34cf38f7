/// In which order to find out about a caller what decides the outcome.
package indirect enum QuestionPlan: Hashable, Sendable {
    /// Ask for a field and go on by the answer.
    case ask(String, [Branch])
    /// Go on by a field for which the workflow has no question: it is known or looked up.
    case look(String, [Branch])
    /// Nil: without an outcome.
    case end(Outcome?)
    /// More than one would read.
    case leftOut

    package struct Branch: Hashable, Sendable {
        /// The values that lead on this way, neighbouring numbers joined.
        package let values: [FieldPartition.Cell.Values]
        package let next: QuestionPlan
    }
}
