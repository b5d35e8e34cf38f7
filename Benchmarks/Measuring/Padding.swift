extension Double {
    /// With two digits after the point, in so many columns.
    package func padded(to width: Int) -> String {
        guard isFinite else { return "∞".leftPadded(to: width) }
        let hundredths = Int((self * 100).rounded())
        let rest = hundredths % 100
        let text = "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
        return text.leftPadded(to: width)
    }
}

extension String {
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    package func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
