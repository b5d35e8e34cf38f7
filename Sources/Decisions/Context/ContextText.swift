import Time

/// Writes callers in words, such as `urgent, Medicare, 67, no referral on file`.
package struct ContextText {
    private let fields: [ContextField]
    /// Labels that more than one field uses.
    private let ambiguous: Set<String>
    private let hasOneNumber: Bool

    /// - Parameter fields: The fields of the context, in the order in which to mention them.
    package init(_ fields: [ContextField]) {
        self.fields = fields
        var counts: [String: Int] = [:]
        for field in fields {
            guard case .choice(let values) = field.domain else { continue }
            for label in Set(values.map { field.label($0) }) { counts[label, default: 0] += 1 }
        }
        ambiguous = Set(counts.filter { $0.value > 1 }.keys)
        hasOneNumber = fields.count { $0.integers != nil } == 1
    }

    /// What is known of a caller; `any caller` where nothing is.
    package func text(_ caller: CallerContext) -> String {
        let parts = fields.compactMap { field in caller[field.name].map { text(field, $0) } }
        return parts.isEmpty ? "any caller" : parts.joined(separator: ", ")
    }

    private func text(_ field: ContextField, _ value: ContextValue) -> String {
        switch value {
        case .choice(let name):
            let label = field.label(name)
            return ambiguous.contains(label) ? "\(field.spokenName) \(label)" : label
        case .boolean(let truth): return (truth ? "" : "no ") + field.spokenName
        case .integer(let number): return hasOneNumber ? "\(number)" : "\(field.spokenName) \(number)"
        case .date(let day): return "\(field.spokenName) \(CivilDate(dayNumber: day))"
        case .unknown: return "\(field.spokenName) unknown"
        }
    }
}

extension ContextField {
    /// What people call a value.
    package func label(_ value: String) -> String { labels[value] ?? value }

    /// The name as words.
    package var spokenName: String {
        String(name.map { $0 == "_" || $0 == "-" ? " " : $0 })
    }
}
