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

    private struct Review {
        var last: CivilDate?
        var every: Period?
        var verified: Range<Int>?
    }

    private func review() -> Review? {
        guard let value = scan.inline[FrontMatterScan.Field.review.rawValue] else { return nil }
        var review = Review()
        let isRead =
            scan.below[FrontMatterScan.Field.review.rawValue].isEmpty
            ? readOnLine(value, &review) : value.isEmpty && readBelow(&review)
        return isRead ? review : nil
    }

    private func readOnLine(_ value: Range<Int>, _ review: inout Review) -> Bool {
        var text = PlainText(value)
        return text.mapping(bytes) { key, value in set(key, value, &review) }
    }

    /// A line for each field, all in one column.
    private func readBelow(_ review: inout Review) -> Bool {
        let below = scan.below[FrontMatterScan.Field.review.rawValue]
        var column: Int?
        var start = below.lowerBound
        while start < below.upperBound {
            var end = start
            while bytes[end] != UInt8(ascii: "\n") { end += 1 }
            let isReturned = end > start && bytes[end - 1] == 0x0D
            var text = PlainText(start..<(isReturned ? end - 1 : end))
            guard let (key, value) = text.pair(bytes), key.lowerBound - start == column ?? key.lowerBound - start,
                set(key, value, &review)
            else { return false }
            column = key.lowerBound - start
            start = end + 1
        }
        return true
    }

    /// False for what is not one of its fields, or stands twice, or is written as no such value is.
    private func set(_ key: Range<Int>, _ value: Range<Int>, _ review: inout Review) -> Bool {
        switch key.count {
        case 4 where isNamed(key, ScannedArticle.last) && review.last == nil:
            review.last = date(value)
            return review.last != nil
        case 5 where isNamed(key, ScannedArticle.every) && review.every == nil:
            review.every = period(value)
            return review.every != nil
        case 8 where isNamed(key, ScannedArticle.verified) && review.verified == nil:
            review.verified = value
            return true
        default: return false
        }
    }

    private static let last = Array("last".utf8)
    private static let every = Array("every".utf8)
    private static let verified = Array("verified".utf8)

    private func isNamed(_ key: Range<Int>, _ name: [UInt8]) -> Bool {
        for (offset, byte) in zip(key, name) where bytes[offset] != byte { return false }
        return key.count == name.count
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

    /// At most so long that no number is too large.
    private func period(_ range: Range<Int>) -> Period? {
        guard (2...6).contains(range.count), let count = number(range.lowerBound..<range.upperBound - 1), count > 0
        else {
            return nil
        }
        let hours: Int
        switch bytes[range.upperBound - 1] {
        case UInt8(ascii: "h"): hours = count
        case UInt8(ascii: "d"): hours = count * 24
        case UInt8(ascii: "w"): hours = count * 24 * 7
        default: return nil
        }
        // Beyond this the parser decides.
        return hours <= 100 * 365 * 24 ? Period(hours: hours) : nil
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
