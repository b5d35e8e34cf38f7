import Governance
import Testing
import Time

@Suite struct ReviewStateTests {
    @Test(arguments: [
        ("2026-08-17", ReviewState.current), ("2026-08-18", .due), ("2026-09-01", .due), ("2026-09-02", .overdue),
    ])
    func `A review is owed by the end of its day, and near two weeks before`(_ day: String, _ state: ReviewState)
        throws
    {
        let due = try #require(CivilDate("2026-09-01"))
        let today = try #require(CivilDate(day))
        #expect(
            ReviewState(last: CivilDate("2025-09-01"), due: due, warn: Period(hours: 14 * 24), today: today) == state)
    }

    @Test func `What was never reviewed is not said to be overdue`() throws {
        let today = try #require(CivilDate("2026-09-01"))
        let state = ReviewState(last: nil, due: today.adding(days: -9), warn: Period(hours: 24), today: today)
        #expect(state == .neverReviewed)
        #expect(ReviewState(last: today, due: nil, warn: Period(hours: 24), today: today) == .neverReviewed)
    }
}
