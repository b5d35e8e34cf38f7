import Governance
import Testing
import Time

@Suite struct ReviewPlanTests {
    private static let today = CivilDate("2026-09-02")!

    private static func entry(_ number: Int, owner: String = "desk", last: String?, every: Int) -> ReviewEntry {
        ReviewEntry(
            id: "i\(number)", kind: "article", title: "T", path: "articles/i\(number).md", line: 2, owner: owner,
            risk: "normal", last: last.flatMap { CivilDate($0) }, every: Period(hours: every * 24), verification: .none,
            warn: Period(hours: 14 * 24), today: today)
    }

    private func plan(_ entries: [ReviewEntry], days: Int = 365) -> [ReviewPlan.Review] {
        ReviewPlan(entries, from: Self.today, days: days).reviews
    }

    @Test func `What falls due together is spread over the weeks before`() {
        // All due on 2027-06-01.
        let reviews = plan((0..<26).map { Self.entry($0, last: "2026-06-01", every: 365) })
        let load = Dictionary(grouping: reviews, by: \.week).mapValues(\.count)
        #expect(reviews.count == 26 && load.values.allSatisfy { $0 <= 2 } && load.count == 13)
        #expect(reviews.allSatisfy { $0.week <= CivilDate("2027-06-01")! && $0.week >= CivilDate("2027-03-01")! })
        #expect(reviews.allSatisfy { $0.week.weekday == 0 })
    }

    @Test(arguments: 0..<8)
    func `Nothing is planned after it is owed, nor long before, whatever the load`(seed: Int) {
        var state = UInt64(seed) &* 7919 &+ 17
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let entries = (0..<200).map { number in
            Self.entry(
                number, owner: "o\(random(3))", last: "\(Self.today.adding(days: -random(300)))",
                every: [7, 30, 90, 365][random(4)])
        }
        let reviews = plan(entries)
        var last: [String: CivilDate] = [:]
        for review in reviews.sorted(by: { $0.week < $1.week }) {
            let entry = review.entry
            if let due = review.due {
                let before = last[entry.id] ?? entry.last!
                #expect(due == before.adding(days: entry.every.days) && review.week <= due)
                // At most a quarter of its time early, and the days of its week.
                #expect(due.dayNumber - review.week.dayNumber <= entry.every.days / 4 + 6)
            } else {
                #expect(entry.standing.isOwed && review.week.dayNumber - Self.today.dayNumber < 28)
            }
            last[entry.id] = max(review.week, Self.today)
        }
        // What comes again within the time is planned again.
        let end = Self.today.adding(days: 365)
        #expect(entries.allSatisfy { (last[$0.id] ?? $0.last!).adding(days: $0.every.days) >= end.adding(days: -7) })
        #expect(plan(entries.reversed()) == reviews)
    }

    @Test func `What is owed already is spread over the first weeks`() {
        let reviews = plan((0..<12).map { Self.entry($0, last: nil, every: 3650) }, days: 90)
        #expect(Dictionary(grouping: reviews, by: \.week).mapValues(\.count).values.allSatisfy { $0 == 3 })
        #expect(reviews.map(\.week).max() == CivilDate("2026-09-21"))
        #expect(plan([]).isEmpty)
        #expect(plan([Self.entry(1, last: nil, every: 3650)], days: 1).map(\.week) == [CivilDate("2026-08-31")!])
    }
}
