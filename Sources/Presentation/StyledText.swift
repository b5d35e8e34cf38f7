/// Text in pieces, each with the style it will be painted in, so that it can be measured and wrapped before.
package struct StyledText: Hashable, Sendable {
    package struct Piece: Hashable, Sendable {
        package var text: String
        package var style: Palette.Style?
    }

    package private(set) var pieces: [Piece]

    /// - Parameter text: from anywhere; what cannot be seen is made visible.
    package init(_ text: String, _ style: Palette.Style? = nil) {
        pieces = [Piece(text: VisibleText.of(text), style: style)]
    }

    private init(pieces: [Piece]) {
        self.pieces = pieces
    }

    package static func + (left: StyledText, right: StyledText) -> StyledText {
        StyledText(pieces: left.pieces + right.pieces)
    }

    package static func += (left: inout StyledText, right: StyledText) {
        left.pieces += right.pieces
    }

    package var columns: Int { pieces.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }

    package func painted(_ palette: Palette) -> String {
        pieces.map { palette.paint($0.text, $0.style) }.joined()
    }

    /// The parts between spaces. A word may have several styles.
    var words: [StyledText] {
        var words: [StyledText] = []
        var word = StyledText(pieces: [])
        for piece in pieces {
            let parts = piece.text.split(separator: " ", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 {
                    words.append(word)
                    word = StyledText(pieces: [])
                }
                if !part.isEmpty { word.pieces.append(Piece(text: String(part), style: piece.style)) }
            }
        }
        words.append(word)
        return words.filter { !$0.pieces.isEmpty }
    }

    /// Splits after as many characters as fit, at least one.
    func split(atColumn limit: Int) -> (head: StyledText, tail: StyledText) {
        var head = StyledText(pieces: [])
        var tail = StyledText(pieces: [])
        var room = limit
        for piece in pieces {
            var fitting = tail.pieces.isEmpty ? TextWidth.prefix(of: piece.text, columns: room) : ""
            if fitting.isEmpty, head.pieces.isEmpty { fitting = String(piece.text.prefix(1)) }
            room -= TextWidth.columns(of: fitting)
            let rest = piece.text.dropFirst(fitting.count)
            if !fitting.isEmpty { head.pieces.append(Piece(text: fitting, style: piece.style)) }
            if !rest.isEmpty { tail.pieces.append(Piece(text: String(rest), style: piece.style)) }
        }
        return (head, tail)
    }
}
