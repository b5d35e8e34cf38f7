import Decisions
import Time
import YAML

extension Configuration {
    /// Reads kb.yaml.
    ///
    /// - Parameter timeZone: Finds a time zone's rules by its IANA name.
    static func read(_ root: Node, timeZone: (String) -> TimeZoneRules?, _ findings: Findings) -> Configuration {
        var configuration = Configuration()
        guard let fields = FieldReader(root, findings) else { return configuration }
        if let name = fields.text("name") { configuration.name = name.value }
        if let zone = fields.text("timezone") {
            if let rules = timeZone(zone.value) {
                configuration.zone = rules
            } else {
                configuration.unknownZone = zone
            }
        }
        let languages = fields.texts("languages").map(\.value)
        if !languages.isEmpty { configuration.languages = languages }
        configuration.audiences = readAudiences(fields, findings)
        configuration.context = readFields(fields.child("context"))
        configuration.requirements = readRequirements(fields.child("requirements"), findings)
        configuration.review = readReview(fields.child("review"))
        configuration.approval = fields.children("approval").compactMap(readApproval)
        configuration.declaredChannels = readChannels(fields.child("channels"), findings)
        configuration.maxAge = fields.child("search")?.period("max_age")?.value
        configuration.limits = readLimits(fields.child("limits"))
        configuration.references = findings.references
        return configuration
    }

    /// The fields of a context, as kb.yaml and a workflow's `fields` declare them.
    static func readFields(_ declarations: FieldReader?) -> [ContextField] {
        guard let declarations else { return [] }
        return declarations.entries.compactMap { entry in
            guard let field = FieldReader(entry.value, declarations.findings) else { return nil }
            guard let domain = readDomain(field) else { return nil }
            let values = field.child("values")
            let labels = values?.entries.compactMap { value in value.value.text.map { (value.key.text, $0) } } ?? []
            return ContextField(
                name: entry.key.text, domain: domain, allowsUnknown: field.boolean("unknown") ?? false,
                groups: readGroups(field.child("groups")),
                labels: Dictionary(labels) { first, _ in first },
                daysUntil: field.child("derive")?.text("days_until")?.value)
        }
    }

    /// A test that names a group stands for all its values, so that a small file of many tests could become a huge one.
    private static func readGroups(_ declarations: FieldReader?) -> [String: [String]] {
        let most = 10_000
        guard let declarations else { return [:] }
        let groups = declarations.entries.map { group in
            (group.key.text, FieldReader.texts(group.value).map(\.value))
        }
        guard groups.reduce(0, { $0 + $1.1.count }) <= most else {
            declarations.findings.report(
                .condition("the groups list more than \(most) values", help: "split the field or its groups"),
                declarations.node.range)
            return [:]
        }
        return Dictionary(groups) { first, _ in first }
    }

    private static func readDomain(_ field: FieldReader) -> ContextField.Domain? {
        switch field.text("type")?.value {
        case "choice":
            guard let values = field.child("values")?.entries, !values.isEmpty else { return nil }
            return .choice(values.map(\.key.text))
        case "boolean": return .boolean
        case "integer":
            guard let least = field.integer("min"), let most = field.integer("max"), least <= most else { return nil }
            return .integer(least...most)
        case "date":
            guard let first = field.date("min")?.value, let last = field.date("max")?.value, first <= last else {
                return nil
            }
            return .date(first.dayNumber...last.dayNumber)
        default: return nil
        }
    }

    /// Every audience with all that it includes, however far; a cycle includes all on it.
    private static func readAudiences(_ fields: FieldReader, _ findings: Findings) -> [String: Set<String>] {
        guard let declared = fields.child("audiences") else { return [:] }
        var direct: [String: [String]] = [:]
        for entry in declared.entries {
            let included = FieldReader.texts(entry.value["includes"])
            for name in included { findings.refer(.audience(name.value), "audience", name.range) }
            direct[entry.key.text] = included.map(\.value)
        }
        return direct.mapValues { included in
            var reached: Set<String> = []
            var open = included
            while let name = open.popLast() {
                if reached.insert(name).inserted { open += direct[name] ?? [] }
            }
            return reached
        }.reduce(into: [:]) { $0[$1.key] = $1.value.union([$1.key]) }
    }

    private static func readChannels(_ fields: FieldReader?, _ findings: Findings) -> [Channel] {
        (fields?.entries ?? []).map { entry in
            let channel = FieldReader(entry.value, findings)
            let audiences = channel?.texts("audience") ?? []
            for audience in audiences { findings.refer(.audience(audience.value), "audience", audience.range) }
            return Channel(
                name: entry.key.text, audiences: audiences.map(\.value), branch: channel?.text("branch")?.value)
        }
    }

    private static func readRequirements(_ fields: FieldReader?, _ findings: Findings) -> [Requirement] {
        guard let fields else { return [] }
        return fields.entries.map { entry in
            let requirement = FieldReader(entry.value, findings)
            let after = requirement?.texts("after") ?? []
            for id in after { findings.refer(.requirement(id.value), "requirement", id.range) }
            let team = requirement?.text("team")
            if let team { findings.refer(.directoryEntry(team.value), "team", team.range) }
            return Requirement(
                id: Located(entry.key.text, range: entry.keyRange), label: requirement?.text("label")?.value,
                team: team, after: after, due: requirement?.text("due")?.value)
        }
    }

    private static func readReview(_ fields: FieldReader?) -> ReviewPolicy {
        var policy = ReviewPolicy()
        guard let fields else { return policy }
        if let every = fields.period("every") { policy.every = every.value }
        if let warn = fields.period("warn") { policy.warn = warn.value }
        let byRisk = fields.child("by_risk")
        for risk in Item.Risk.allCases {
            if let interval = byRisk?.period(risk.rawValue) { policy.byRisk[risk] = interval.value }
        }
        let overdue = fields.child("overdue")
        for risk in Item.Risk.allCases {
            if let fate = overdue?.text(risk.rawValue) { policy.withholdsByRisk[risk] = fate.value == "hide" }
        }
        policy.withholdsOthers = overdue?.text("default")?.value == "hide"
        let verified = fields.child("verified")
        for risk in Item.Risk.allCases {
            if let demand = verified?.text(risk.rawValue) { policy.bindsByRisk[risk] = demand.value == "required" }
        }
        policy.bindsOthers = verified?.text("default")?.value == "required"
        if let most = fields.integer("most_per_day") { policy.mostPerDay = most }
        return policy
    }

    /// Nil without a role. A test that cannot be read matches nothing less than was written: such a kb.yaml has errors.
    private static func readApproval(_ fields: FieldReader) -> ApprovalRule? {
        guard let role = fields.text("role") else { return nil }
        var rule = ApprovalRule(role: role.value)
        rule.range = role.range
        if let match = fields.child("match") {
            rule.kinds = match.texts("kind").map(\.value)
            rule.risks = match.texts("risk").compactMap { Item.Risk(rawValue: $0.value) }
            rule.paths = match.texts("path").map(\.value)
        }
        rule.approvals = max(1, fields.integer("approvals") ?? 1)
        rule.ratifyWithin = fields.period("ratify_within")?.value
        return rule
    }

    private static func readLimits(_ fields: FieldReader?) -> Limits {
        var limits = Limits()
        guard let fields else { return limits }
        if let bytes = fields.integer("document_bytes") { limits.documentBytes = bytes }
        if let characters = fields.integer("answer_characters") { limits.answerCharacters = characters }
        if let words = fields.integer("sentence_words") { limits.sentenceWords = words }
        return limits
    }
}
