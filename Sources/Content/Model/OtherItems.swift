package import Time

/// A time-bound notice.
package struct Alert: Sendable {
    package enum Severity: String, CaseIterable, Sendable {
        case info, warning, critical
    }

    /// To everyone of its audience; otherwise it stands beside what it targets.
    package var isAnnouncement = false
    package var severity: Severity = .info
    package var from: Located<Moment>?
    package var until: Located<Moment>?
    package var say: Located<String>?
    package var message: Located<String>?
    package var targetsAll = false
    package var articles: [Located<String>] = []
    package var categories: [Located<String>] = []
    package var workflows: [Located<String>] = []
}

/// A team or a location, and how to reach it.
package struct DirectoryEntry: Sendable {
    package struct Phone: Sendable {
        package var purpose: String?
        package var number: String
    }

    package var isLocation = false
    package var address: String?
    package var phones: [Phone] = []
    /// The lines of `hours`, as written: the days and their times.
    package var hours: [(days: String, times: String)] = []
    package var afterHours: Located<String>?
}

package struct Quiz: Sendable {
    package struct Question: Sendable {
        package var ask: Located<String>
        package var article: Located<String>?
        package var fact: Located<String>?
        package var choices: [Located<String>] = []
        package var answers: [Located<String>] = []
    }

    package var questions: [Question] = []
}

/// A page that gathers items for one group of readers.
package struct Hub: Sendable {
    package var sections: [(title: String, items: [Located<String>])] = []
}
