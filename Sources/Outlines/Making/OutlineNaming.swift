import Content

/// Ids of workflows made of texts.
package enum OutlineNaming {
    package static func id(_ text: String) -> String? { StepName.slug(text, words: 8, keepsSmall: true) }
}

extension Outline {
    /// An id made of the title.
    package var suggestedID: String? { title.flatMap { OutlineNaming.id($0.value) } }
}
