/// How much a finding weighs: an error fails a check, a warning and a note do not.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    case error, warning, note

    package static func < (left: Severity, right: Severity) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}

/// A rule's stable name: the code is never used again for another rule.
package struct RuleID: Hashable, Sendable {
    package let code: String
    package let name: String

    package init(_ code: String, _ name: String) {
        self.code = code
        self.name = name
    }
}

/// Bytes of a file, as UTF-8 offsets.
package struct Location: Hashable, Sendable {
    package var path: String
    package var range: Range<Int>

    package init(path: String, range: Range<Int>) {
        self.path = path
        self.range = range
    }
}

/// A replacement of some bytes of a file.
package struct TextEdit: Hashable, Sendable {
    package var location: Location
    package var replacement: String

    package init(_ location: Location, replacement: String) {
        self.location = location
        self.replacement = replacement
    }
}

/// Edits that together resolve a finding without changing what its author meant.
package struct Fix: Hashable, Sendable {
    package var title: String
    package var edits: [TextEdit]

    package init(_ title: String, edits: [TextEdit]) {
        self.title = title
        self.edits = edits
    }
}

/// One finding in content.
package struct Diagnostic: Hashable, Sendable {
    /// A second place that the message speaks of.
    package struct Related: Hashable, Sendable {
        package var location: Location
        package var message: String

        package init(_ location: Location, _ message: String) {
            self.location = location
            self.message = message
        }
    }

    package var rule: RuleID
    package var severity: Severity
    package var location: Location
    /// One sentence that names the thing.
    package var message: String
    /// What to do about it.
    package var help: String
    package var fixes: [Fix]
    package var related: [Related]
    /// The id of the item it is about, where there is one.
    package var item: String?
    /// JSON pointer to the value it is about, in the file's YAML.
    package var pointer: String?

    package init(
        rule: RuleID, severity: Severity, location: Location, message: String, help: String, fixes: [Fix] = [],
        related: [Related] = [], item: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.location = location
        self.message = message
        self.help = help
        self.fixes = fixes
        self.related = related
        self.item = item
    }
}

extension Diagnostic: Comparable {
    /// By path, then offset, then code, then message, so that the same input gives the same bytes.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.location.path != right.location.path {
            return left.location.path.utf8.lexicographicallyPrecedes(right.location.path.utf8)
        }
        let leftRange = left.location.range
        let rightRange = right.location.range
        if leftRange != rightRange {
            return (leftRange.lowerBound, leftRange.upperBound) < (rightRange.lowerBound, rightRange.upperBound)
        }
        return (left.rule.code, left.message) < (right.rule.code, right.message)
    }
}
