/// The colours of the terminal output. Escape sequences are written here and nowhere else.
package struct Palette: Hashable, Sendable {
    package enum Style: Hashable, Sendable {
        case error, warning, note
        /// Advice: what to do.
        case help
        case path, bold, dim
        /// Words that only the earlier or the later of two versions has.
        case removed, added
    }

    package let isColored: Bool

    package static let plain = Palette(isColored: false)
    package static let colored = Palette(isColored: true)

    private init(isColored: Bool) {
        self.isColored = isColored
    }

    /// - Parameter text: text that has nothing hidden in it, see `VisibleText`.
    package func paint(_ text: String, _ style: Style?) -> String {
        guard isColored, let style, !text.isEmpty else { return text }
        return "\u{1B}[\(Palette.parameters(of: style))m\(text)\u{1B}[0m"
    }

    /// Parameters of Select Graphic Rendition (ECMA-48). The eight basic colours follow the terminal's theme.
    private static func parameters(of style: Style) -> String {
        switch style {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;34"
        case .help: "1;36"
        case .path, .bold: "1"
        case .dim: "2"
        case .removed: "31"
        case .added: "32"
        }
    }
}
