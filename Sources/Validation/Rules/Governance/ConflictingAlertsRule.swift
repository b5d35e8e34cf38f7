import Content
import Decisions
import Diagnostics
import Time

/// KB414
struct ConflictingAlertsRule: BaseRule {
    static let id = RuleID("KB414", "conflicting-alerts")
    static let severity = Severity.warning
    static let summary = "Alerts beside one thing, at one time and for one caller, do not contradict each other."
    static let why = """
        An agent reads what an alert says word for word. When two stand beside the same article for the same caller, one to \
        rebook and one to wait, the caller hears whichever is read first. Alerts that are over are not looked at.
        """
    static let examples = RuleExamples(
        valid: [
            RuleExample([
                "alerts/lift.yaml": alert("lift", "{articles: [arrival]}", "say: Use the ramp."),
                "alerts/ramp.yaml": alert("ramp", "{articles: [arrival]}", "say: Use the lift.", from: "2026-09-03"),
            ]),
            RuleExample([
                "alerts/lift.yaml": alert(
                    "lift", "{articles: [arrival]}", "say: Use the ramp.\napplies: {payer: medicare}"),
                "alerts/ramp.yaml": alert(
                    "ramp", "{articles: [arrival]}", "say: Use the lift.\napplies: {payer: commercial}"),
            ]),
        ],
        invalid: [
            RuleExample([
                "alerts/lift.yaml": alert("lift", "{articles: [arrival]}", "say: Use the ramp."),
                "alerts/ramp.yaml": alert("ramp", "{categories: [visit]}", "say: Use the lift.")
                    .replacing("id: ramp", with: "id: ↓ramp"),
            ]),
            RuleExample([
                "alerts/lift.yaml": alert("lift", "all", "applies: {age: \"< 30\"}"),
                "alerts/ramp.yaml": alert("ramp", "{articles: [arrival]}", "applies: {age: \"> 20\"}")
                    .replacing("severity: info", with: "severity: critical").replacing("id: ramp", with: "id: ↓ramp"),
            ]),
        ])

    private static func alert(_ id: String, _ targets: String, _ more: String, from: String = "2026-09-01") -> String {
        "id: \(id)\ntype: alert\ntitle: The \(id)\nowner: editors\naudience: [agents]\nseverity: info\nfrom: \(from)\n"
            + "until: \(from == "2026-09-01" ? "2026-09-03" : "2026-09-05")\ntargets: \(targets)\n"
            + "message: About the \(id).\n\(more)\n"
    }

    /// Each is held against each.
    private static let most = 400

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        let places = AlertPlaces(base)
        var alerts: [PlacedAlert] = []
        for item in base.items where !item.isRetired && alerts.count < ConflictingAlertsRule.most {
            guard case .alert(let alert) = item.details, !alert.isAnnouncement,
                let range = base.range(from: alert.from?.value, until: alert.until?.value),
                range.until.map({ $0 > context.now }) ?? true
            else { continue }
            alerts.append(PlacedAlert(item: item, alert: alert, range: range, targets: places.targets(of: alert)))
        }
        for (number, later) in alerts.enumerated() {
            for earlier in alerts[..<number] where earlier.range.overlaps(later.range) {
                guard let difference = earlier.difference(from: later), let place = places.shared(earlier, later),
                    isForOneReader(earlier.item, later.item, context),
                    let caller = SharedCaller.witness(
                        of: [earlier.item.alertApplies, later.item.alertApplies].compactMap(\.self),
                        fields: context.configuration.context)
                else { continue }
                let name =
                    caller.isEmpty
                    ? "every caller" : "a caller (\(ContextText(context.configuration.context).text(caller)))"
                report.add(
                    .conflict(later.item.id.value, earlier.item.id.value, place, name, difference), in: later.item,
                    related: [.init(earlier.item.location, "the other one is here")])
            }
        }
    }

    private func isForOneReader(_ first: ItemRecord, _ second: ItemRecord, _ context: RuleContext) -> Bool {
        context.configuration.audiences.keys.contains { reader in
            [first, second].allSatisfy { alert in
                alert.audience.contains { context.configuration.includes(reader, $0) }
            }
        }
    }
}

private struct PlacedAlert {
    let item: ItemRecord
    let alert: Alert
    let range: InstantRange
    /// Nil: everything.
    let targets: AlertPlaces.Targets?

    /// In what they contradict each other; nil where they may stand side by side.
    func difference(from other: PlacedAlert) -> String? {
        if let say = alert.say, let otherSay = other.alert.say, say.value != otherSay.value {
            return "another text to read aloud"
        }
        return alert.severity == other.alert.severity ? nil : "another severity"
    }
}

/// What alerts stand beside.
private struct AlertPlaces {
    struct Targets {
        /// Of articles and workflows.
        var ids: Set<String>
        var categories: Set<String>
    }

    private let base: KnowledgeBase

    init(_ base: KnowledgeBase) { self.base = base }

    func targets(of alert: Alert) -> Targets? {
        guard !alert.targetsAll else { return nil }
        return Targets(
            ids: Set((alert.articles + alert.workflows).map { base.resolve($0.value) ?? $0.value }),
            categories: Set(alert.categories.map(\.value)))
    }

    /// Something that both stand beside.
    func shared(_ first: PlacedAlert, _ second: PlacedAlert) -> String? {
        guard let left = first.targets else { return second.targets.map { name($0) } ?? "everything" }
        guard let right = second.targets else { return name(left) }
        if let id = left.ids.intersection(right.ids).min() { return "'\(id)'" }
        for (one, other) in [(left, right), (right, left)] {
            for category in one.categories.sorted() {
                if let id = other.ids.filter({ isIn(category, $0) }).min() { return "'\(id)'" }
                if other.categories.contains(where: { isWithin($0, category) }) { return "the category '\(category)'" }
            }
        }
        return nil
    }

    private func name(_ targets: Targets) -> String {
        if let id = targets.ids.min() { return "'\(id)'" }
        return targets.categories.min().map { "the category '\($0)'" } ?? "everything"
    }

    private func isIn(_ category: String, _ id: String) -> Bool {
        base.editions(of: id).contains { item in
            item.references.contains { reference in
                if case .category(let name) = reference.target { isWithin(name, category) } else { false }
            }
        }
    }

    private func isWithin(_ category: String, _ parent: String) -> Bool {
        category == parent || category.hasPrefix(parent + "/")
    }
}

extension Message {
    fileprivate static func conflict(
        _ id: String, _ other: String, _ place: String, _ caller: String, _ difference: String
    ) -> Message {
        Message(
            "'\(id)' and '\(other)' stand beside \(place) at the same time for \(caller), with \(difference)",
            help: "make them one, end the one when the other begins, or say with 'applies' whom each is for")
    }
}
