import Measuring

/// Rows of figures, one column for each reader, in less than 100 columns.
struct Table {
    private let readers: [ReaderName]
    private static let label = 34
    private static let column = 11

    init(_ readers: [ReaderName]) {
        self.readers = readers
    }

    func head(_ label: String) {
        row(label) { $0.rawValue }
    }

    /// - Parameter figure: what stands below the reader; nothing when it is nil.
    func row(_ label: String, _ figure: (ReaderName) -> String?) {
        let figures = readers.map { (figure($0) ?? "").leftPadded(to: Self.column) }
        print(label.padded(to: Self.label) + figures.joined())
    }
}

extension Double {
    /// With one digit after the point, or none from 100 on.
    var brief: String {
        guard self < 100 else { return "\(Int(rounded()))" }
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
