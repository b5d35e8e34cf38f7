/// How unquoted scalars are read.
package enum ScalarTyping: Hashable, Sendable {
    /// By their spelling alone.
    case json
    /// An unquoted YAML scalar that spells a boolean or a number is text where the schema allows text and not the
    /// spelled type: `012`, `1.10` and `true` are then valid strings, with their source text as value.
    case yaml
}

/// Whether the keyword `format` is an assertion.
package enum FormatTreatment: Hashable, Sendable {
    /// Never checked, unless the schema's dialect says so.
    case annotation
    /// Checked for the formats that are known; others are ignored.
    case assertion
}

/// Settings of one validation.
package struct ValidationOptions: Hashable, Sendable {
    package var typing: ScalarTyping
    /// How much work may be done: 8 steps a schema applied and more for long values, one a byte or thread
    /// of a pattern.
    package var stepLimit: Int
    /// How many violations are reported at most; at least one.
    package var violationLimit: Int

    package init(typing: ScalarTyping = .json, stepLimit: Int = 10_000_000, violationLimit: Int = 100) {
        self.typing = typing
        self.stepLimit = stepLimit
        self.violationLimit = violationLimit
    }
}
