import Presentation
import SearchIndex

/// Writes what only one kind has, as an indented outline.
struct DetailsText {
    let text: ItemText

    func lines(_ members: [IndexValue.Member], indent: Int = 0) -> String {
        members.map { member in
            let label = StyledText("\(member.name): ", .dim)
            if let line = flat(member.value) {
                return text.paragraph(label + StyledText(text.reader.filled(line)), indent: indent, hanging: 2)
            }
            return text.paragraph(StyledText("\(member.name):", .dim), indent: indent)
                + block(member.value, indent: indent + 2)
        }.joined()
    }

    private func block(_ value: IndexValue, indent: Int) -> String {
        switch value {
        case .object(let members): return lines(members, indent: indent)
        case .list(let values):
            return values.map { value in
                if let line = flat(value) {
                    return text.paragraph(
                        StyledText("- ", .dim) + StyledText(text.reader.filled(line)), indent: indent, hanging: 2)
                }
                return block(value, indent: indent)
            }.joined()
        case .null, .boolean, .integer, .text: return text.paragraph(flat(value) ?? "", indent: indent)
        }
    }

    /// A value that reads well on one line: scalars, and short collections of them.
    private func flat(_ value: IndexValue) -> String? {
        switch value {
        case .null: return "none"
        case .boolean(let truth): return truth ? "true" : "false"
        case .integer(let number): return "\(number)"
        case .text(let text): return text
        case .list(let values):
            let parts = values.compactMap(scalar)
            return parts.count == values.count ? parts.joined(separator: ", ") : nil
        case .object(let members):
            let parts = members.compactMap { member in scalar(member.value).map { "\(member.name) → \($0)" } }
            let line = parts.joined(separator: ", ")
            return parts.count == members.count && line.count <= 60 ? line : nil
        }
    }

    private func scalar(_ value: IndexValue) -> String? {
        switch value {
        case .null, .boolean, .integer, .text: flat(value)
        case .list, .object: nil
        }
    }
}
