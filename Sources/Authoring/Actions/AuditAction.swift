import CommandLine
import Content
import Git
import Presentation
import Rendering
import Time

/// Exports who changed, approved and purged what, and when.
struct AuditAction: Action {
    let place: ReviewedRepository
    var revision = "HEAD"
    var from: String?
    var to: String?
    var at: String?
    var format = AuditFormat.text
    var color = ColorChoice.auto

    func run(_ console: Console) throws -> ExitStatus {
        let head = try place.repository.resolve(revision)
        let configuration = try BaseSettings(place, at: head).configuration
        let zone = configuration.zone
        var range = InstantRange()
        if let from { range.from = try MomentArgument(from).instant(in: zone) }
        if let to { range.until = try MomentArgument(to).instant(in: zone) }
        guard !range.isEmpty else { throw CommandFailure("--to is not after --from; the later moment ends the range") }
        let trail = try AuditTrail(place, to: head, at: MomentArgument(at).instant(in: zone))
        let published = try PublishedReleases(place, configuration, to: head)
        for remark in published.remarks { console.note(VisibleText.of(remark)) }
        let entries = merged(
            try trail.entries(in: range), published.entries.filter { range.contains($0.time) })
        let renderer = AuditRenderer(
            zone: zone, width: console.surroundings.columns, palette: console.palette(color))
        var output = console.output
        renderer.render(entries, as: format, to: &output)
        let open = entries.count { $0.state == .unapproved }
        if format == .text {
            console.note(
                entries.isEmpty
                    ? "Nothing happened in that time."
                    : "\(entries.count) entries, \(open) change\(open == 1 ? "" : "s") without the approvals it needed."
            )
        }
        return open > 0 ? .findings : .clean
    }

    /// By time; what was committed at the same moment keeps its order.
    private func merged(_ trail: [AuditEntry], _ releases: [AuditEntry]) -> [AuditEntry] {
        (trail + releases).enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }
}
