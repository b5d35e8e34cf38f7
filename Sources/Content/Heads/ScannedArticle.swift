import Time

/// What was found of an article by its lines, while its bytes are there.
struct ScannedArticle {
    private let bytes: [UInt8]
    private let scan: FrontMatterScan

    init(_ bytes: [UInt8], _ scan: FrontMatterScan) {
        self.bytes = bytes
        self.scan = scan
    }

    /// When a review is owed, and whether it is bound to what was read; nil for what a parser must look at.
    func glance(_ policy: Configuration.ReviewPolicy) -> ReviewGlance? {
        guard let review = review(), let risk = risk() else { return nil }
        let every = review.every ?? policy.interval(risk)
        return ReviewGlance(
            due: review.last.map { $0.dayNumber + every.days }, isVerified: review.verified != nil,
            isTimed: !isAbsent(.effective))
    }

    var id: String? { text(.id) }

    /// Nil for what a parser must look at.
    func head(at path: String) -> ItemHead? {
        guard let id, let place = scan.inline[FrontMatterScan.Field.id.rawValue], let review = review(),
            let risk = risk(), isAbsent(.effective), let aliases = list(.aliases), let audience = list(.audience),
            let topics = list(.topics)
        else { return nil }
        var line = 1
        for offset in 0..<place.lowerBound where bytes[offset] == UInt8(ascii: "\n") { line += 1 }
        var head = ItemHead(kind: .article, path: path, line: line, id: id)
        let fields: [(FrontMatterScan.Field, WritableKeyPath<ItemHead, String?>)] = [
            (.title, \.title), (.owner, \.owner), (.language, \.language), (.category, \.category), (.type, \.type),
        ]
        for (field, place) in fields where !isAbsent(field) {
            guard let text = text(field) else { return nil }
            head[keyPath: place] = text
        }
        if !isAbsent(.status) {
            guard let status = text(.status) else { return nil }
            head.isRetired = status == "retired"
        }
        head.aliases = aliases
        head.audience = audience
        head.topics = topics
        head.risk = risk
        head.last = review.last
        head.every = review.every
        head.verified = review.verified.flatMap(string)
        return head
    }

    private func isAbsent(_ field: FrontMatterScan.Field) -> Bool { scan.inline[field.rawValue] == nil }

    private func text(_ field: FrontMatterScan.Field) -> String? {
        guard let value = scan.inline[field.rawValue], scan.below[field.rawValue].isEmpty else { return nil }
        var text = PlainText(value)
        return text.scalar(bytes).flatMap(string)
    }

    /// Empty where it is absent.
    private func list(_ field: FrontMatterScan.Field) -> [String]? {
        guard let value = scan.inline[field.rawValue] else { return [] }
        guard scan.below[field.rawValue].isEmpty else { return nil }
        var text = PlainText(value)
        guard let ranges = text.list(bytes) else { return nil }
        var values: [String] = []
        for range in ranges {
            guard let value = string(range) else { return nil }
            values.append(value)
        }
        return values
    }

    private func risk() -> Item.Risk? {
        isAbsent(.risk) ? .normal : text(.risk).flatMap { Item.Risk(rawValue: $0) }
    }

    private func review() -> (last: CivilDate?, every: Period?, verified: Range<Int>?)? {
        guard let pairs = reviewPairs() else { return nil }
        var review: (last: CivilDate?, every: Period?, verified: Range<Int>?)
        for (key, value) in pairs {
            switch (key.count, bytes[key.lowerBound]) {
            case (4, UInt8(ascii: "l")) where review.last == nil:
                guard let last = date(value) else { return nil }
                review.last = last
            case (5, UInt8(ascii: "e")) where review.every == nil:
                guard let every = period(value) else { return nil }
                review.every = every
            case (8, UInt8(ascii: "v")) where review.verified == nil: review.verified = value
            // Not one of its fields, or one that stands twice.
            default: return nil
            }
        }
        return review
    }

    private func reviewPairs() -> [(key: Range<Int>, value: Range<Int>)]? {
        guard let value = scan.inline[FrontMatterScan.Field.review.rawValue] else { return nil }
        let below = scan.below[FrontMatterScan.Field.review.rawValue]
        if below.isEmpty {
            var text = PlainText(value)
            return text.mapping(bytes)
        }
        guard value.isEmpty else { return nil }
        var pairs: [(key: Range<Int>, value: Range<Int>)] = []
        var start = below.lowerBound
        while start < below.upperBound {
            var end = start
            while bytes[end] != UInt8(ascii: "\n") { end += 1 }
            let isReturned = end > start && bytes[end - 1] == 0x0D
            var text = PlainText(start..<(isReturned ? end - 1 : end))
            guard let pair = text.pair(bytes) else { return nil }
            pairs.append(pair)
            start = end + 1
        }
        // They line up, or one is within another.
        let column = pairs[0].key.lowerBound - below.lowerBound
        var line = below.lowerBound
        for pair in pairs {
            guard pair.key.lowerBound - line == column else { return nil }
            line = pair.value.upperBound
            while line < below.upperBound, bytes[line] != UInt8(ascii: "\n") { line += 1 }
            line += 1
        }
        return pairs
    }

    private func date(_ range: Range<Int>) -> CivilDate? {
        guard range.count == 10, bytes[range.lowerBound + 4] == UInt8(ascii: "-"),
            bytes[range.lowerBound + 7] == UInt8(ascii: "-"),
            let year = number(range.lowerBound..<range.lowerBound + 4),
            let month = number(range.lowerBound + 5..<range.lowerBound + 7),
            let day = number(range.lowerBound + 8..<range.upperBound)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private func period(_ range: Range<Int>) -> Period? {
        guard range.count < 12, let text = string(range) else { return nil }
        return Period(text)
    }

    private func number(_ range: Range<Int>) -> Int? {
        var number = 0
        for offset in range {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) else { return nil }
            number = number * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
        }
        return number
    }

    /// Nil for what is not UTF-8.
    private func string(_ range: Range<Int>) -> String? {
        String(validating: bytes[range], as: UTF8.self)
    }
}

/// As much of an article as says whether a review is to be thought of.
package struct ReviewGlance: Sendable {
    /// The day by which the next review is owed, counted from 1970-01-01; nil when it was never reviewed.
    package let due: Int?
    /// The last review is bound to what was read.
    package let isVerified: Bool
    /// It is in force from or until some moment.
    package let isTimed: Bool
}
