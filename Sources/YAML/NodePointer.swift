extension Node {
    /// The JSON pointer (RFC 6901) of the innermost value whose bytes or key hold a range.
    ///
    /// - Returns: nil for a range outside this value.
    package func pointer(to range: Range<Int>) -> String? {
        self.range.holds(range) ? innerPointer(to: range) : nil
    }

    private func innerPointer(to range: Range<Int>) -> String {
        switch content {
        case .scalar: return ""
        case .sequence(let nodes):
            guard let index = nodes.firstIndex(where: { $0.range.holds(range) }) else { return "" }
            return "/\(index)" + nodes[index].innerPointer(to: range)
        case .mapping(let mapping):
            let found = mapping.entries.first { $0.value.range.holds(range) || $0.keyRange.holds(range) }
            guard let found else { return "" }
            let token = found.key.text.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
                .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
            return "/" + token + (found.value.range.holds(range) ? found.value.innerPointer(to: range) : "")
        }
    }
}

extension Range<Int> {
    fileprivate func holds(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound && lowerBound < upperBound
    }
}
