import Difference
package import Presentation
import Time

/// The versions of an item for people: commit, day, person and what changed; below it why, and where it was before.
package struct LogTextRenderer: Sendable {
    private let width: Int
    private let palette: Palette
    private static let indent = 4
    private static let digits = 10

    package init(width: Int = TextRenderer.standardWidth, palette: Palette = .plain) {
        self.width = max(width, 30)
        self.palette = palette
    }

    package func render(_ list: VersionList, to output: inout some TextOutputStream) {
        for version in list.versions {
            let time = list.zone.local(version.time).description
            let changes = (version.isMerge ? ["merged"] : []) + version.changes.map(\.words)
            write(
                StyledText(String(version.commit.prefix(Self.digits)), .path)
                    + StyledText("  \(time)  \(version.author.name)  ")
                    + StyledText(changes.joined(separator: ", "), .note),
                hanging: Self.indent, &output)
            let margin = String(repeating: "\u{20}", count: Self.indent)
            for line in TextWrap.lines(of: StyledText(version.subject), width: width - Self.indent) {
                output.write(margin + line.painted(palette) + "\n")
            }
            for path in version.earlierPaths {
                for line in TextWrap.lines(of: StyledText("was \(path)", .dim), width: width - Self.indent, hanging: 4)
                {
                    output.write(margin + line.painted(palette) + "\n")
                }
            }
        }
    }

    private func write(_ text: StyledText, hanging: Int, _ output: inout some TextOutputStream) {
        for line in TextWrap.lines(of: text, width: width, hanging: hanging) {
            output.write(line.painted(palette) + "\n")
        }
    }
}

extension ItemChange {
    package var words: String {
        switch self {
        case .created, .removed, .restored, .renamed, .retired, .reinstated, .text, .workflow, .metadata, .reviewed:
            rawValue
        case .formatting: "formatting only"
        case .unknown: "cannot be told"
        }
    }
}
