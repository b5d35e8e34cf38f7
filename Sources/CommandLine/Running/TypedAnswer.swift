import Decisions
import Time

/// Reads what somebody typed as an answer to a question.
struct TypedAnswer {
    enum Reading: Hashable {
        case answer(field: String, ContextValue)
        /// Why it is none, in one sentence.
        case complaint(String)
    }

    let field: ContextField
    /// The date from which the field follows, where it is not known either.
    let source: ContextField?
    let today: CivilDate

    /// The values that are listed with numbers.
    var listed: [ContextValue] {
        switch field.domain {
        case .choice(let names): names.map { .choice($0) }
        case .boolean: [.boolean(true), .boolean(false)]
        case .integer, .date: []
        }
    }

    /// What else can be typed, in words.
    var form: String? {
        switch field.domain {
        case .choice, .boolean: nil
        case .integer(let bounds):
            "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
                + (source == nil ? "" : ", or the day itself, such as \(today)")
        case .date(let bounds):
            "a day from \(CivilDate(dayNumber: bounds.lowerBound)) to \(CivilDate(dayNumber: bounds.upperBound)), written as they are here"
        }
    }

    /// A value exactly as content or its label has it.
    func exact(_ text: String) -> Reading? {
        if let value = field.value(text) { return .answer(field: field.name, value) }
        let lower = text.lowercased()
        return listed.first { field.words(of: $0).lowercased() == lower }.map { .answer(field: field.name, $0) }
    }

    func read(_ text: String) -> Reading {
        if let exact = exact(text) { return exact }
        if let source, let day = CivilDate(text) { return read(day, of: source) }
        guard !listed.isEmpty else { return .complaint("'\(text)' is not \(form ?? field.domainText)") }
        if let number = Int(text) {
            guard listed.indices.contains(number - 1) else {
                return .complaint("there is no answer \(number); there are 1 to \(listed.count)")
            }
            return .answer(field: field.name, listed[number - 1])
        }
        let lower = text.lowercased()
        let found = listed.filter { value in
            field.words(of: value).lowercased().hasPrefix(lower) || value.text.hasPrefix(lower)
        }
        switch found.count {
        case 1: return .answer(field: field.name, found[0])
        case 0:
            let words = listed.map { field.words(of: $0) }.joined(separator: ", ")
            return .complaint("'\(text)' is none of the answers: \(words)")
        default:
            let words = found.map { field.words(of: $0) }.joined(separator: " or ")
            return .complaint("'\(text)' could be \(words); type more of it")
        }
    }

    /// A date as the answer to a question for the days until it.
    private func read(_ day: CivilDate, of source: ContextField) -> Reading {
        let days = day.dayNumber - today.dayNumber
        guard field.value("\(days)") != nil, source.value("\(day)") != nil else {
            return .complaint("\(day) is \(days) days from today; that must be \(form ?? field.domainText)")
        }
        return .answer(field: source.name, .date(day.dayNumber))
    }
}

extension ContextField {
    /// A value as people call it.
    func words(of value: ContextValue) -> String {
        switch value {
        case .choice(let name): label(name)
        case .boolean(let truth): truth ? "Yes" : "No"
        case .integer, .date: value.text
        case .unknown: "I don't know"
        }
    }
}
