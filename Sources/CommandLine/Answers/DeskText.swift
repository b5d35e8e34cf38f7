import Presentation
import SearchIndex
import Time

/// Writes whom to reach, and whether somebody is there now.
struct DeskText {
    let text: ItemText

    /// A desk, and those that take over while it is closed.
    func lines(_ desks: [Desk], _ label: String, indent: Int) -> String {
        desks.enumerated().map { place, desk in
            let lead = StyledText(place == 0 ? label + " " : "Until then ", .dim)
            let title = StyledText(text.reader.filled(desk.document.title), .bold)
            let phones = desk.phones.map { phone in
                text.paragraph(StyledText(DeskText.words(phone)), indent: indent + 2, hanging: 2)
            }
            return text.paragraph(lead + title + StyledText(": ") + state(desk), indent: indent, hanging: 2)
                + phones.joined()
        }.joined() + (desks.last?.isOpen == false ? nobody(indent: indent) : "")
    }

    private func nobody(indent: Int) -> String {
        text.paragraph("Nobody who takes over is open now.", .warning, indent: indent)
    }

    private func state(_ desk: Desk) -> StyledText {
        let words = stateWords(desk)
        return StyledText(words, desk.isOpen == false ? .warning : nil)
    }

    /// `open until 18:00`.
    func stateWords(_ desk: Desk) -> String {
        guard let isOpen = desk.isOpen else { return "hours not known" }
        if desk.isAlwaysOpen { return "always open" }
        guard let until = desk.until else { return isOpen ? "open" : "closed" }
        return isOpen ? "open until \(moment(until))" : "closed, opens \(moment(until))"
    }

    private func moment(_ moment: LocalDateTime) -> String {
        let today = text.reader.index.zone.local(text.reader.now).date
        let time = String(moment.description.suffix(5))
        if moment.date == today { return time }
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return "\(days[moment.date.weekday]) \(moment.date) \(time)"
    }

    static func words(_ phone: Desk.Phone) -> String {
        phone.number + (phone.purpose.map { " (\($0))" } ?? "")
    }
}
