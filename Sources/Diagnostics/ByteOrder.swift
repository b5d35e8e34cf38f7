extension String {
    /// Less than 0 when its UTF-8 bytes come before those of another text, 0 when they are the same.
    package func byteOrder(_ other: String) -> Int {
        var left = self
        var right = other
        return left.withUTF8 { left in
            right.withUTF8 { right in
                for index in 0..<min(left.count, right.count) where left[index] != right[index] {
                    return Int(left[index]) - Int(right[index])
                }
                return left.count - right.count
            }
        }
    }
}
