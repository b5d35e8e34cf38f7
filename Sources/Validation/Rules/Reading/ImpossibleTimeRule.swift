import Content
import Diagnostics
import JSONSchema
import Time

/// KB013
struct ImpossibleTimeRule: FileRule {
    static let id = RuleID("KB013", "impossible-time")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Dates, times and periods exist in the calendar and on the clock."
    static let why = """
        A rule that begins on 30 February, or at an hour that the clock jumps over, begins for every reader at another \
        moment. When clocks change, one hour is skipped and another comes twice; an offset says which moment is meant.
        """
    static let examples = RuleExamples(
        valid: [.article("effective: {from: '2026-11-01T01:30-04:00'}")],
        invalid: [
            .article("effective: {from: ↓2026-02-30}"),
            .article("effective: {from: ↓'2026-03-08T02:30'}"),
            .article("effective: {until: ↓'2026-11-01T01:30'}"),
            RuleExample(
                "tests/visit.yaml",
                "questions: [{ask: when to arrive, at: ↓'2026-03-08T02:30', expect: {first: arrival}}]\n"),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for problem in file.content.problems {
            guard case .time(let text, let help) = problem.reason else { continue }
            // The schema has already said of these bytes that they have the wrong form.
            guard !file.violations.contains(where: { $0.range == problem.range }) else { continue }
            report.add(Message(text, help: help), in: file, at: problem.range)
        }
        for moment in moments(file.content) {
            do throws(LocalTimeError) {
                _ = try moment.value.instant(in: context.configuration.zone)
            } catch {
                report.add(.clock(error, moment.value, context.configuration.zone), in: file, at: moment.range)
            }
        }
    }

    private func moments(_ file: ContentFile) -> [Located<Moment>] {
        var moments = file.pins.compactMap(\.until)
        for value in file.facts.flatMap(\.values) { moments += [value.from, value.until].compactMap(\.self) }
        moments += (file.tests?.questions ?? []).compactMap(\.at) + (file.tests?.scenarios ?? []).compactMap(\.at)
        for item in file.items {
            moments += [item.effective?.from, item.effective?.until].compactMap(\.self)
            if case .alert(let alert) = item.details { moments += [alert.from, alert.until].compactMap(\.self) }
        }
        return moments
    }
}

extension Message {
    fileprivate static func clock(_ error: LocalTimeError, _ moment: Moment, _ zone: TimeZoneRules) -> Message {
        switch error {
        case .skipped:
            Message(
                "the clock in \(zone.name) jumps over \(moment.local)",
                help: "choose a time before or after the change, or write an offset")
        case .repeated(let first, let second):
            Message(
                "the clock in \(zone.name) shows \(moment.local) twice",
                help:
                    "write the offset that is meant: \(offsetText(first)) for the first, \(offsetText(second)) for the second"
            )
        }
    }

    private static func offsetText(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(seconds < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
