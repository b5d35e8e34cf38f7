import Content
package import Time

extension TimeZoneRules {
    /// A moment as people read it: the day alone where it is midnight.
    package func readable(_ instant: Instant) -> String {
        let local = local(instant)
        return local.secondOfDay == 0 ? local.date.description : local.description
    }
}

extension PlayedQuestion {
    /// In whose name, for which caller and when it was asked: `agents, payer=commercial, 2026-11-18`. Empty where the test
    /// says nothing of it.
    package func askedAs(in zone: TimeZoneRules) -> String {
        let caller = question.context.map { "\($0.field.value)=\($0.value.value)" }
        let parts = [question.audience?.value].compactMap(\.self) + caller
        return (parts + (question.at == nil ? [] : [zone.readable(now)])).joined(separator: ", ")
    }
}
