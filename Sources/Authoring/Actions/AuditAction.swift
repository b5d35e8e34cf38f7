import CommandLine
import Content
import Git
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
        let zone = try BaseSettings(place, at: head).configuration.zone
        var range = InstantRange()
        if let from { range.from = try MomentArgument(from).instant(in: zone) }
        if let to { range.until = try MomentArgument(to).instant(in: zone) }
        guard !range.isEmpty else { throw CommandFailure("--to is not after --from; the later moment ends the range") }
        let trail = try AuditTrail(place, to: head, at: MomentArgument(at).instant(in: zone))
        let entries = try trail.entries(in: range)
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
}
