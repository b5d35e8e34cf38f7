package import Decisions
package import Time

/// All that one index file holds.
package struct IndexContents: Hashable, Sendable {
    package struct Fact: Hashable, Sendable {
        package struct Value: Hashable, Sendable {
            package var text: String
            package var range: InstantRange
            package var applies: Condition?

            package init(text: String, range: InstantRange, applies: Condition?) {
                self.text = text
                self.range = range
                self.applies = applies
            }
        }

        package var name: String
        package var values: [Value]

        package init(name: String, values: [Value]) {
            self.name = name
            self.values = values
        }
    }

    /// Words that find others.
    package struct Synonyms: Hashable, Sendable {
        package var words: [String]
        /// One way only: the words also find these. Empty: each word finds all the others.
        package var means: [String] = []
        /// nil: all languages.
        package var language: String?
        /// Empty: everyone's searches.
        package var audience: [String] = []
        package var applies: Condition?

        package init(words: [String]) { self.words = words }
    }

    /// An answer that somebody chose for some questions.
    package struct PinnedAnswer: Hashable, Sendable {
        package var questions: [String]
        /// nil: all languages.
        package var language: String?
        package var pin: SearchAids.Pin

        package init(questions: [String], language: String? = nil, pin: SearchAids.Pin) {
            self.questions = questions
            self.language = language
            self.pin = pin
        }
    }

    /// The name of the knowledge base.
    package var name: String
    package var zone: TimeZoneRules
    package var languages: [String]
    /// How many days before its due date a review counts as due.
    package var warnDays: Int
    /// The age in hours from which the index warns that it is old; nil for none.
    package var maxAge: Int?
    /// Items of these risks are withheld while their review is overdue.
    package var withheldRisks: [String]
    /// The audiences that each audience reads, itself among them.
    package var audiences: [String: Set<String>]
    package var context: [ContextField]
    package var facts: [Fact]
    package var synonyms: [Synonyms] = []
    package var pins: [PinnedAnswer] = []
    package var documents: [IndexDocument]

    package init(
        name: String, zone: TimeZoneRules, languages: [String], warnDays: Int, withheldRisks: [String],
        audiences: [String: Set<String>], context: [ContextField], facts: [Fact], documents: [IndexDocument]
    ) {
        self.name = name
        self.zone = zone
        self.languages = languages
        self.warnDays = warnDays
        self.withheldRisks = withheldRisks
        self.audiences = audiences
        self.context = context
        self.facts = facts
        self.documents = documents
    }
}
