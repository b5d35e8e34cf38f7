/// One finding in content.
///
/// Its fields are held by reference: a large knowledge base has very many, and they are sorted and handed on.
package struct Diagnostic: Sendable {
    /// A second place that the message speaks of.
    package struct Related: Hashable, Sendable {
        package var location: Location
        package var message: String

        package init(_ location: Location, _ message: String) {
            self.location = location
            self.message = message
        }
    }

    private struct Fields: Hashable, Sendable {
        var rule: RuleID
        var severity: Severity
        var location: Location
        var message: String
        var help: String
        var fixes: [Fix]
        var related: [Related]
        var item: String?
        var pointer: String?
        var trace: Trace?
    }

    private final class Storage: Sendable {
        let fields: Fields

        init(_ fields: Fields) {
            self.fields = fields
        }
    }

    private var storage: Storage

    package init(
        rule: RuleID, severity: Severity, location: Location, message: String, help: String, fixes: [Fix] = [],
        related: [Related] = [], item: String? = nil
    ) {
        storage = Storage(
            Fields(
                rule: rule, severity: severity, location: location, message: message, help: help, fixes: fixes,
                related: related, item: item))
    }

    private var fields: Fields {
        get { storage.fields }
        set { storage = Storage(newValue) }
    }

    package var rule: RuleID { storage.fields.rule }
    package var severity: Severity { storage.fields.severity }
    package var location: Location { storage.fields.location }
    /// One sentence that names the thing.
    package var message: String { storage.fields.message }
    /// What to do about it.
    package var help: String {
        get { storage.fields.help }
        set { fields.help = newValue }
    }
    package var fixes: [Fix] {
        get { storage.fields.fixes }
        set { fields.fixes = newValue }
    }
    package var related: [Related] {
        get { storage.fields.related }
        set { fields.related = newValue }
    }
    /// The id of the item it is about, where there is one.
    package var item: String? {
        get { storage.fields.item }
        set { fields.item = newValue }
    }
    /// JSON pointer to the value it is about, in the file's YAML.
    package var pointer: String? {
        get { storage.fields.pointer }
        set { fields.pointer = newValue }
    }
    /// Noted when all else is known; nil as long as nobody looked at the file.
    package var trace: Trace? {
        get { storage.fields.trace }
        set { fields.trace = newValue }
    }
}

extension Diagnostic: Hashable {
    package static func == (left: Diagnostic, right: Diagnostic) -> Bool {
        left.storage === right.storage || left.storage.fields == right.storage.fields
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(storage.fields)
    }
}

extension Diagnostic: Comparable {
    /// By path, then offset, then code, then message, so that the same input gives the same bytes.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        let order = left.location.path.byteOrder(right.location.path)
        if order != 0 { return order < 0 }
        let leftRange = left.location.range
        let rightRange = right.location.range
        if leftRange != rightRange {
            return (leftRange.lowerBound, leftRange.upperBound) < (rightRange.lowerBound, rightRange.upperBound)
        }
        return (left.rule.code, left.message) < (right.rule.code, right.message)
    }
}
