package import Content

extension ComingChange {
    /// What happens, in a few words.
    package var words: String {
        switch event {
        case .appears: "\(kind) begins"
        case .expires: "\(kind) ends"
        case .replaced: "new edition"
        case .changes: "fact changes"
        case .reviewDue: "review overdue"
        case .leaves: "leaves"
        case .unpinned: "pin ends"
        case .closed: "closed all day"
        }
    }

    /// What it is about, with what is told before and after.
    package var subject: String {
        let name = title == id ? "" : title
        guard event == .changes, let before, let after else { return name }
        return (name.isEmpty ? "" : name + ": ") + "\(before) → \(after)"
    }
}
