package import Decisions
package import Time

/// A value that is declared once and used by reference.
package struct Fact: Sendable {
    package struct Value: Sendable {
        package var text: Located<String>
        package var from: Located<Moment>?
        package var until: Located<Moment>?
        package var applies: Condition?
    }

    package var name: Located<String>
    package var path: String
    package var label: String?
    package var unit: String?
    package var owner: Located<String>?
    package var values: [Value] = []
}

package struct Category: Sendable {
    package var name: Located<String>
    package var path: String
    package var title: String
}

/// Words that find one another.
package struct SynonymSet: Sendable {
    package var path: String
    package var words: [String]
    /// One way only: the words also find these. Empty: each word finds all the others.
    package var means: [String]
    package var audience: [String]?
    package var language: String?
    package var applies: Condition?
}

/// A question whose answer somebody chose, for a time.
package struct Pin: Sendable {
    package var path: String
    package var questions: [String]
    package var item: Located<String>
    package var owner: String?
    package var until: Located<Moment>?
    package var audience: [String]?
    package var language: String?
    package var applies: Condition?
}

/// A type of article.
package struct Template: Sendable {
    package var type: Located<String>
    package var path: String
    package var title: String?
    /// The headings of level two, in order.
    package var sections: [String] = []
    package var optionalSections: [Located<String>] = []
    /// Front matter that the type requires.
    package var fields: [Located<String>] = []
}
